"""The network that finds goods: `model.tflite` beside its `card.json`."""

from pathlib import Path
from typing import Any

from catalog.imaging import Pixels, resize
from recommendations.litert import ArtefactError, load_runner, read_facts
from recommendations.regions.base import Region, RegionCard
from recommendations.regions.decode import regions_of

ARTEFACTS = Path(__file__).with_name("artefacts")


def read_card(folder: Path) -> RegionCard:
    """The card of the artefact in `folder`. Raises ArtefactError."""
    facts = read_facts(folder)
    try:
        return RegionCard(
            key=facts["key"],
            input_size=int(facts["input_size"]),
            grid=int(facts["grid"]),
            kinds=tuple(facts["kinds"]),
            confident=float(facts["confident"]),
            digest=facts["digest"],
        )
    except (KeyError, ValueError, TypeError) as error:
        raise ArtefactError(f"The card in {folder} is not one of a finder of regions: {error!r}.") from error


class RegionFinder:
    """For one thread at a time, and never across a fork: the file is loaded when the first photo comes."""

    def __init__(self, folder: Path) -> None:
        self.card = read_card(folder)
        self._folder = folder
        self._runner: Any = None

    def find(self, pixels: Pixels) -> list[Region]:
        """The goods in an upright RGB photo of any size. Raises ArtefactError."""
        if self._runner is None:
            self._runner = self._load()
        side = self.card.input_size
        seen = self._runner(pictures=resize(pixels, side, side)[None])
        maps = {"heat": seen["heat"][0, :, :, 0], "sides": seen["sides"][0], "kind": seen["kind"][0]}
        return regions_of(maps, self.card.kinds, confident=self.card.confident)

    def _load(self) -> Any:
        side, grid = self.card.input_size, self.card.grid
        shapes = {
            "pictures": (1, side, side, 3),
            "heat": (1, grid, grid, 1),
            "sides": (1, grid, grid, 4),
            "kind": (1, grid, grid, len(self.card.kinds)),
        }
        return load_runner(self._folder, digest=self.card.digest, shapes=shapes)

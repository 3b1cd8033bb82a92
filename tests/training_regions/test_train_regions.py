"""Training end to end on drawn pictures, as the command runs it."""

import json
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import numpy as np
import pytest
from django.core.management import CommandError, call_command

keras = pytest.importorskip("keras", reason="training is not installed")

from recommendations.regions import RegionFinder  # noqa: E402
from recommendations.training.datasets import read_photos, read_products  # noqa: E402
from recommendations.training.regions import train  # noqa: E402
from recommendations.training.regions.make import make_finder  # noqa: E402
from recommendations.training.regions.model import STRIDE, RegionLesson  # noqa: E402
from recommendations.training.regions.train import Settings  # noqa: E402
from recommendations.training.train import Reports, TrainingError  # noqa: E402
from tests.training.folders import shot, write_photos, write_products  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")


def small_trunk(weights: str) -> Any:
    """Two convolutions down to a sixteenth."""
    pictures = keras.Input((None, None, 3))
    seen = keras.layers.Conv2D(16, 5, strides=4, padding="same", activation="relu")(pictures)
    seen = keras.layers.Conv2D(32, 5, strides=4, padding="same", activation="relu")(seen)
    return keras.Model(pictures, seen)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("folders")
    return write_products(folder / "products", 40), write_photos(folder / "photos", 20)


@pytest.fixture(scope="module", autouse=True)
def small_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(train, "trunk", small_trunk)
        patch.setattr(train, "CHECKPOINT_EVERY", 2)
        patch.setattr(train, "SCENES_EACH", 8)
        yield


class Run:
    """One run and what it said."""

    def __init__(
        self, folders: tuple[Path, Path], output: Path, *, steps: int, stop_at: int | None = None
    ) -> None:
        self.folders, self.output, self.stop_at = folders, output, stop_at
        self.settings = Settings(weights="none", steps=steps, photo_steps=0, image_size=64, seed=3)
        self.losses: list[float] = []

    def __call__(self, *, resume: bool = False) -> "Run":
        make_finder(
            read_products(self.folders[0]),
            read_photos(self.folders[1]),
            self.settings,
            self.output,
            resume=resume,
            report=Reports(read=lambda pictures: None, step=self._step),
        )
        return self

    def _step(self, step: int, steps: int, losses: dict[str, float]) -> None:
        self.losses.append(losses["loss"])
        if step == self.stop_at:
            raise KeyboardInterrupt


def test_a_run_learns_and_leaves_an_artefact_that_works(folders: tuple[Path, Path], tmp_path: Path) -> None:
    run = Run(folders, tmp_path / "mine", steps=30)()
    assert np.mean(run.losses[-4:]) < 0.6 * run.losses[0]
    finder = RegionFinder(tmp_path / "mine")
    assert finder.card.key == "mine"
    assert finder.card.grid == 64 // STRIDE
    assert isinstance(finder.find(shot("Tshirts", "Red")), list)
    card = json.loads((tmp_path / "mine" / "card.json").read_text())
    assert card["difference"] <= 0.02
    assert card["recipe"]["steps"] == 30
    assert sorted(file.name for file in (tmp_path / "mine").iterdir()) == ["card.json", "model.tflite"]


@pytest.fixture(scope="module")
def stopped(folders: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run leaves that is stopped at its third step. Tests go on with copies."""
    run = Run(folders, tmp_path_factory.mktemp("stopped") / "mine", steps=5, stop_at=3)
    with pytest.raises(KeyboardInterrupt):
        run()
    return run.output


def test_a_stopped_run_leaves_no_artefact_and_resumes(
    stopped: Path, folders: tuple[Path, Path], tmp_path: Path
) -> None:
    assert [file.name for file in stopped.iterdir()] == ["checkpoint"]
    resumed = Run(folders, copytree(stopped, tmp_path / "mine"), steps=5)(resume=True)
    assert len(resumed.losses) == 3
    assert (resumed.output / "model.tflite").exists()


def test_a_checkpoint_of_other_settings_is_not_resumed(
    stopped: Path, folders: tuple[Path, Path], tmp_path: Path
) -> None:
    with pytest.raises(TrainingError, match="other settings"):
        Run(folders, copytree(stopped, tmp_path / "mine"), steps=6)(resume=True)


def command(folders: tuple[Path, Path], output: Path, **options: Any) -> None:
    defaults = {"products": folders[0], "photos": folders[1], "weights": "imagenet", "output": output}
    call_command("train_regions", **(defaults | {"steps": 1, "photo_steps": 2, "image_size": 64} | options))


def test_the_command_trains(
    folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command(folders, tmp_path / "mine")
    assert RegionFinder(tmp_path / "mine").card.input_size == 64
    assert "VITRINE_REGIONS" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"products": Path("nowhere")}, "There is no folder nowhere"),
        ({"photos": Path("nowhere")}, "There is no folder nowhere"),
        ({"weights": "nowhere.h5"}, "There is no file of weights nowhere.h5"),
        ({"image_size": 100}, "--image-size is a multiple of 32"),
        ({"steps": 0}, "--steps is at least 1"),
        ({"photo_steps": -1}, "--photo-steps at least 0"),
    ],
)
def test_bad_arguments_are_refused_in_words(
    folders: tuple[Path, Path], tmp_path: Path, options: dict[str, Any], says: str
) -> None:
    with pytest.raises(CommandError, match=says):
        command(folders, tmp_path / "mine", **options)
    assert not (tmp_path / "mine").exists()


def test_ctrl_c_says_how_to_go_on(
    folders: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*args: Any, **options: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(RegionLesson, "train_on_batch", interrupted)
    with pytest.raises(CommandError, match="--resume goes on"):
        command(folders, tmp_path / "mine")
    assert not (tmp_path / "mine" / "model.tflite").exists()


@pytest.mark.parametrize("broken", [0, 1], ids=["products", "photos"])
def test_a_folder_of_corrupt_pictures_is_refused(
    folders: tuple[Path, Path], tmp_path: Path, broken: int
) -> None:
    mine = [folders[0], folders[1]]
    mine[broken] = [write_products, write_photos][broken](tmp_path / "broken", 12)
    for file in (mine[broken] / "images").iterdir():
        file.write_bytes(b"not a picture")
    with pytest.raises(CommandError, match=r"None of the (products|photos) can be read"):
        command((mine[0], mine[1]), tmp_path / "mine")

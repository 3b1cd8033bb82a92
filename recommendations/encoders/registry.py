"""Which encoders there are."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from recommendations.encoders import histogram
from recommendations.encoders.base import Encoder, EncoderCard
from recommendations.encoders.histogram import HistogramEncoder
from recommendations.encoders.keras_backbone import KerasEncoder
from recommendations.encoders.litert import LiteRTEncoder, read_card
from recommendations.litert import CARD_FILE

DEFAULT = "vitrine-1"
ARTEFACTS = Path(__file__).with_name("artefacts")


class UnknownEncoder(LookupError):  # noqa: N818 - it says what is the case
    """No encoder has this key."""

    def __init__(self, key: str, known: Iterable[str]) -> None:
        super().__init__(f"There is no encoder {key!r}. Choose one of: {', '.join(known)}.")


def encoder_cards(folders: Iterable[str | Path] = ()) -> dict[str, EncoderCard]:
    """The cards of all encoders by key: shipped ones, then those under `folders`. Loads no model.

    Raises EncoderArtefactError when a card cannot be read.
    """
    cards = {histogram.KEY: histogram.CARD}
    for artefact in _artefacts(folders):
        card = read_card(artefact)
        cards[card.key] = card
    return dict(sorted(cards.items()))


def load_encoder(key: str, folders: Iterable[str | Path] = ()) -> Encoder:
    """A new encoder of its own; its model is loaded when it first encodes.

    Raises UnknownEncoder, EncoderArtefactError.
    """
    makers = _makers(folders)
    if key not in makers:
        raise UnknownEncoder(key, sorted(makers))
    return makers[key]()


def card_folder(key: str, folders: Iterable[str | Path] = ()) -> Path:
    """Where the encoder's artefact lies. Raises UnknownEncoder where it has none, EncoderArtefactError."""
    found = {read_card(artefact).key: artefact for artefact in _artefacts(folders)}
    if key not in found:
        raise UnknownEncoder(key, sorted(found))
    return found[key]


def _makers(folders: Iterable[str | Path]) -> Mapping[str, Callable[[], Encoder]]:
    makers: dict[str, Callable[[], Encoder]] = {histogram.KEY: HistogramEncoder}
    for artefact in _artefacts(folders):
        card = read_card(artefact)
        makers[card.key] = partial(KerasEncoder if card.backbone else LiteRTEncoder, artefact)
    return makers


def _artefacts(folders: Iterable[str | Path]) -> list[Path]:
    """Every folder with a card: a later one of the same key stands in for an earlier one."""
    return [
        card.parent
        for folder in (ARTEFACTS, *map(Path, folders))
        for card in sorted([*folder.glob(CARD_FILE), *folder.glob(f"*/{CARD_FILE}")])
    ]

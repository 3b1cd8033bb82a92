"""Who an encoder is measured beside, as far as this machine has what they need."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from catalog.imaging import Pixels
from recommendations.encoders import Encoder, load_encoder
from recommendations.evaluation.boxes import Edges
from recommendations.evaluation.contenders import SINGLE, ChanceEncoder, Contender, whole_photo
from recommendations.evaluation.gallery import Progress
from recommendations.evaluation.search import clustered_rows, euclidean_rows
from recommendations.focus import focus_on
from recommendations.training.datasets import ProductShot

HISTOGRAM = "colour-histogram"
AUTOENCODER_EPOCHS = 5


class WeightsError(Exception):
    """Weights that cannot be had, or are of another network; the text says which."""


@dataclass(frozen=True)
class Weights:
    """`imagenet`, a file, or None where there is none to start from."""

    mobilenet: str | None = None
    resnet50: str | None = None


def line_up(
    encoders: Sequence[Encoder],
    shots: Sequence[ProductShot],
    weights: Weights,
    progress: Progress = lambda pictures: None,
) -> Iterator[Contender]:
    """The encoders to be measured, then chance, colours and, with TensorFlow, what earlier systems use.

    `shots`: all, of which those for training make the autoencoder. `progress` is told of each of them.
    Raises DatasetError, WeightsError.
    """
    for encoder in encoders:
        yield Contender(encoder, first_box=searched_first)
    yield Contender(ChanceEncoder(), first_box=whole_photo)
    if HISTOGRAM not in (encoder.card.key for encoder in encoders):
        yield Contender(load_encoder(HISTOGRAM))
    if find_spec("tensorflow"):
        yield from _trained_elsewhere(shots, weights, progress)


def searched_first(photo: Pixels) -> Edges:
    """The part of a photo that the shop searches before its shopper has named one."""
    box = focus_on(photo, None).box
    return box.x, box.y, box.x + box.width, box.y + box.height


def _trained_elsewhere(
    shots: Sequence[ProductShot], weights: Weights, progress: Progress
) -> Iterator[Contender]:
    from recommendations.training.autoencoder import train_autoencoder
    from recommendations.training.frozen import FrozenEncoder
    from recommendations.training.resnet import ResNetEncoder

    if weights.mobilenet:
        yield Contender(_with(weights.mobilenet, FrozenEncoder))
    autoencoder, centres = train_autoencoder(shots, epochs=AUTOENCODER_EPOCHS, progress=progress)
    yield Contender(autoencoder, clustered_rows(centres), SINGLE)
    missing = "" if weights.resnet50 else "no weights (--resnet50-weights)"
    resnet = _with(weights.resnet50, ResNetEncoder)
    yield Contender(resnet, euclidean_rows, SINGLE, not_run=missing)


def _with(weights: str | None, encoder: Callable[[Any], Encoder]) -> Encoder:
    try:
        return encoder(weights)
    # Keras raises whatever its downloader or its file format does.
    except Exception as error:
        raise WeightsError(f"The weights {weights} cannot be used: {str(error).splitlines()[0]}") from error

"""How surely an encoder reads types from photos of goods, so that what shows none can be told."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from catalog.imaging import Pixels, open_picture
from recommendations.encoders import Encoder
from recommendations.evaluation.benchmark import encoded
from recommendations.evaluation.contenders import FirstBox
from recommendations.evaluation.gallery import Gallery, Progress, opened
from recommendations.evaluation.strength import first_part
from recommendations.strength import LABELS_KEPT

MISTAKEN = 0.02
"""Share of photos of goods that may be called none: at that price most pictures of none can be told."""
Shares = NDArray[np.float32]


def read_shares(
    encoder: Encoder, gallery: Gallery, first_box: FirstBox, progress: Progress = lambda pictures: None
) -> Shares:
    """What each photo's likeliest types add up to, in the part that is searched first: (photos,)."""

    def photos() -> Iterator[Pixels]:
        yield from (opened(photo) for photo in gallery.photos)
        yield from (open_picture(photo.jpeg) for photo in gallery.phone_like)

    scores = encoded(encoder, (first_part(photo, first_box) for photo in photos()), progress).scores["type"]
    shares: Shares = np.sort(scores, axis=1)[:, -LABELS_KEPT:].sum(axis=1)
    return shares


def fit_recognised(shares: Shares) -> tuple[float, float]:
    """From where on a photo shows goods, by every other photo; and the share of the rest that is mistaken."""
    edge = round(float(np.quantile(shares[::2], MISTAKEN)), 4)
    return edge, float((shares[1::2] < edge).mean())

"""One measurement for every encoder: the held-out third of a folder of products and a folder of photos."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from catalog.imaging import PictureError, Pixels, open_picture
from recommendations.encoders import Encoder, EncoderCard, Encoding
from recommendations.evaluation.distortions import phone_like
from recommendations.evaluation.metrics import (
    Figure,
    group_mean_figure,
    mean_figure,
    nearest_rows,
    precision,
    recall,
)
from recommendations.training.datasets import DatasetError, PhonePhoto, ProductShot, held_out
from recommendations.training.labels import NO_LABEL, photo_types

NEIGHBOURS = 5
SMALLEST_TYPE = 20
PHONE_LIKE_QUERIES = 600
CHUNK = 32
Progress = Callable[[int], object]
_Item = TypeVar("_Item", ProductShot, PhonePhoto)


@dataclass(frozen=True)
class Gallery:
    """What is measured on: held-out shots and photos, and phone-like photos of some of the shots."""

    shots: Sequence[ProductShot]
    shot_pixels: Sequence[Pixels]
    photos: Sequence[PhonePhoto]
    photo_pixels: Sequence[Pixels]
    phone_like: Sequence[Pixels]
    phone_like_of: NDArray[np.intp]

    @property
    def pictures(self) -> int:
        return len(self.shots) + len(self.photos) + len(self.phone_like)


def read_gallery(products: Sequence[ProductShot], photos: Sequence[PhonePhoto]) -> Gallery:
    """The readable pictures of the held-out third. Raises DatasetError when a kind has too few."""
    shots = _readable([shot for shot in products if held_out(shot)])
    kept = _readable([photo for photo in photos if held_out(photo) and photo.label not in NO_LABEL])
    if len(shots) <= NEIGHBOURS or len(kept) <= NEIGHBOURS:
        raise DatasetError(f"Over {NEIGHBOURS} held-out pictures of each kind are needed to measure on.")
    queried = np.random.default_rng(0).permutation(len(shots))[:PHONE_LIKE_QUERIES]
    return Gallery(
        shots=[shot for shot, _ in shots],
        shot_pixels=[pixels for _, pixels in shots],
        photos=[photo for photo, _ in kept],
        photo_pixels=[pixels for _, pixels in kept],
        phone_like=[phone_like(shots[row][1], seed=int(row)) for row in queried],
        phone_like_of=queried,
    )


def measure(encoder: Encoder, gallery: Gallery, progress: Progress) -> dict[str, Figure]:
    """Every figure by name; cosine, each shot and photo left out of its own neighbours."""
    shots = _encoded(encoder, gallery.shot_pixels, progress)
    photos = _encoded(encoder, gallery.photo_pixels, progress)
    phone = _encoded(encoder, gallery.phone_like, progress)
    return {
        **_product_figures(shots.vectors, gallery.shots),
        **_photo_figures(photos.vectors, shots.vectors, gallery),
        **_same_item_figures(phone.vectors, shots.vectors, gallery.phone_like_of),
        **_named_right(shots, encoder.card, gallery.shots, "shot"),
        **_named_right(
            phone, encoder.card, [gallery.shots[row] for row in gallery.phone_like_of], "phone-like photo"
        ),
    }


def _readable(items: Sequence[_Item]) -> list[tuple[_Item, Pixels]]:
    pairs = []
    for item in items:
        with suppress(PictureError, OSError):
            pairs.append((item, open_picture(item.path.read_bytes())))
    return pairs


def _product_figures(vectors: NDArray[np.float32], shots: Sequence[ProductShot]) -> dict[str, Figure]:
    near = nearest_rows(vectors, vectors, NEIGHBOURS, same=True)
    types, colours, genders = np.array([(shot.type, shot.colour, shot.gender) for shot in shots]).T
    same_type, same_colour = types[near] == types[:, None], colours[near] == colours[:, None]
    by_type = precision(same_type)
    return {
        "type": mean_figure(by_type),
        "type, mean over types": group_mean_figure(by_type, types, at_least=SMALLEST_TYPE),
        "type + colour": mean_figure(precision(same_type & same_colour)),
        "gender": mean_figure(precision(genders[near] == genders[:, None])),
    }


def _photo_figures(
    photos: NDArray[np.float32], shots: NDArray[np.float32], gallery: Gallery
) -> dict[str, Figure]:
    labels = np.array([photo.label for photo in gallery.photos])
    near = nearest_rows(photos, photos, NEIGHBOURS, same=True)
    types = np.array([shot.type for shot in gallery.shots])
    wanted = photo_types()
    asked = np.array([label in wanted for label in labels])
    found = types[nearest_rows(photos[asked], shots, NEIGHBOURS)]
    right = np.array([np.isin(row, wanted[label]) for row, label in zip(found, labels[asked], strict=True)])
    return {
        "photo label": mean_figure(precision(labels[near] == labels[:, None])),
        "photo to product type": mean_figure(precision(right)),
    }


def _same_item_figures(
    queries: NDArray[np.float32], shots: NDArray[np.float32], own: NDArray[np.intp]
) -> dict[str, Figure]:
    near = nearest_rows(queries, shots, 20)
    return {f"same item, R@{at}": mean_figure(recall(near, own, at)) for at in (1, 20)}


def _named_right(
    encoding: Encoding, card: EncoderCard, shots: Sequence[ProductShot], kind: str
) -> dict[str, Figure]:
    """How often the likeliest label is the merchant's."""
    truth = {"type": [shot.type for shot in shots], "colour": [shot.colour for shot in shots]}
    return {
        f"{head} named right, {kind}": mean_figure(
            (np.array(card.labels[head])[encoding.scores[head].argmax(axis=1)] == truth[head]).astype(
                np.float64
            )
        )
        for head in truth
        if head in encoding.scores
    }


def _encoded(encoder: Encoder, pictures: Sequence[Pixels], progress: Progress) -> Encoding:
    parts = []
    for start in range(0, len(pictures), CHUNK):
        chunk = pictures[start : start + CHUNK]
        parts.append(encoder.encode(chunk))
        progress(len(chunk))
    scores = {head: np.concatenate([part.scores[head] for part in parts]) for head in parts[0].scores}
    return Encoding(np.concatenate([part.vectors for part in parts]), scores)

"""A gallery by hand: shots and photos whose vectors the test chooses, and no picture behind them."""

from collections.abc import Sequence
from pathlib import Path

from recommendations.evaluation.distortions import PhoneLike
from recommendations.evaluation.gallery import Gallery
from recommendations.training.datasets import PhonePhoto, ProductShot


def product(
    kind: str, colour: str = "Red", *, title: str = "", gender: str = "Men", usage: str = "Casual"
) -> ProductShot:
    return ProductShot(
        key="1",
        title=title or f"{colour} {kind}",
        type=kind,
        colour=colour,
        gender=gender,
        path=Path(),
        usage=usage,
    )


def gallery(
    shots: Sequence[ProductShot],
    labels: Sequence[str] = (),
    *,
    phone_like_of: Sequence[int] = (),
    phone_like: Sequence[PhoneLike] = (),
    staged_of: Sequence[int] = (),
) -> Gallery:
    return Gallery(
        shots=shots,
        photos=[PhonePhoto(key=str(row), label=label, path=Path()) for row, label in enumerate(labels)],
        phone_like=phone_like,
        phone_like_of=phone_like_of,
        staged=[[b""] * 4 for _ in staged_of],
        staged_of=staged_of,
        ignored=0,
    )

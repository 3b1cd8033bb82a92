"""Size tables: what each size measures."""

from collections.abc import Callable, Sequence
from typing import Final

from catalog.models import Gender

Table = tuple[tuple[str, ...], ...]
"""Headings, then a row for each size."""

_LETTERS: Final = ("S", "M", "L", "XL", "XXL")
_LOWER: Final = frozenset({"Jeans", "Trousers", "Track Pants", "Shorts", "Skirts"})


def size_table(product_type: str, gender: Gender, sizes: Sequence[str]) -> Table:
    """Empty for what comes in one size or is not measured."""
    if len(sizes) < 2:
        return ()
    for fits, headings, row in _TABLES:
        if fits(sizes):
            return (headings, *(row(product_type, gender, size) for size in sizes))
    return ()


def _letter(product_type: str, gender: Gender, size: str) -> tuple[str, ...]:
    step = _LETTERS.index(size)
    chest, waist, length = (86, 70, 60) if gender is Gender.WOMEN else (92, 78, 69)
    if product_type == "Dresses":
        length = 98
    if product_type in _LOWER:
        chest, length = chest + 4, 62 if gender is Gender.WOMEN else 52
    return size, _cm(chest + 6 * step), _cm(waist + 6 * step), _cm(length + 2 * step)


def _waist(product_type: str, gender: Gender, size: str) -> tuple[str, ...]:
    inches = int(size)
    return (
        size,
        _cm(round(inches * 2.54)),
        _cm(round(inches * 2.54) + 18),
        _cm(78 if gender is Gender.WOMEN else 82),
    )


def _age(product_type: str, gender: Gender, size: str) -> tuple[str, ...]:
    years = int(size.split("-")[0])
    return size, f"{86 + 6 * years}–{98 + 6 * years - 6} cm", _cm(50 + 2 * years), _cm(48 + years)


def _foot(product_type: str, gender: Gender, size: str) -> tuple[str, ...]:
    european = int(size)
    return (
        size,
        _cm(round((european - 1.5) * 2 / 3, 1)),
        f"{max(european - 33, 0.5):g}" if european > 33 else f"{european - 17:g}",
    )


def _belt(product_type: str, gender: Gender, size: str) -> tuple[str, ...]:
    length = int(size)
    return size, f"{length - 8}–{length + 2} cm", _cm(length + 15)


def _cm(number: float) -> str:
    return f"{number:g} cm"


_Fits = Callable[[Sequence[str]], bool]
_Row = Callable[[str, Gender, str], tuple[str, ...]]
_TABLES: Final[tuple[tuple[_Fits, tuple[str, ...], _Row], ...]] = (
    (lambda sizes: sizes[0] in _LETTERS, ("Size", "Chest or hips", "Waist", "Length"), _letter),
    (lambda sizes: sizes[0].endswith("Y"), ("Age", "Height", "Chest", "Waist"), _age),
    (lambda sizes: sizes[0] == "85", ("Size", "Waist", "Length"), _belt),
    (
        lambda sizes: sizes[0] == "36-40",
        ("Size", "Shoe size"),
        lambda _type, _gender, size: (size, size.replace("-", " to ")),
    ),
    (lambda sizes: sizes[0] == "28" and len(sizes) == 6, ("Size", "Waist", "Hips", "Inside leg"), _waist),
    (lambda sizes: sizes[0].isdecimal(), ("EU", "Foot length", "UK"), _foot),
)

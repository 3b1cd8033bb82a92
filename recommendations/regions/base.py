"""What a region is."""

from dataclasses import dataclass

from catalog.imaging import Box

KINDS = ("upper", "lower", "dress", "shoes", "bag", "other")
"""Coarse kinds of goods: what is worn on the upper body, on the legs, over both; and what goes with it."""

GARMENTS = frozenset({"upper", "lower", "dress"})


@dataclass(frozen=True)
class Region:
    """One of the goods in a photo. `kind` is one of KINDS, `confidence` is between 0 and 1."""

    box: Box
    kind: str
    confidence: float


@dataclass(frozen=True, kw_only=True)
class RegionCard:
    """What is known of a finder of goods without loading it."""

    key: str
    input_size: int
    """The side in pixels of the square that the photo is squeezed into."""
    grid: int
    """How many cells the answer has along each side."""
    kinds: tuple[str, ...]
    confident: float
    """Least confidence of a region worth suggesting."""
    digest: str
    """SHA-256 of the artefact, 64 hex digits."""

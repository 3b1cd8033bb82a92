"""What a search by sight answers with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """A product with its image that looks most alike. `similarity` is a cosine, 1 for the same vector."""

    product_id: int
    image_id: int
    similarity: float

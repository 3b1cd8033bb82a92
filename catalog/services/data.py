"""Facts about products as they come from outside, checked by whoever builds them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import IO, Any

from ..models import INVENTED, Gender
from ..money import Money


@dataclass(frozen=True, kw_only=True)
class VariantData:
    """A `cost` that is None is not spoken of; else it is in the price's currency."""

    sku: str
    size: str
    colour: str
    price: Money
    stock: int
    cost: Money | None = None


@dataclass(frozen=True, kw_only=True)
class PictureData:
    """`digest` is the SHA-256 of the bytes; they are opened only when they have to be stored."""

    name: str
    digest: str
    open: Callable[[], IO[bytes]]
    alt_text: str = ""


@dataclass(frozen=True, kw_only=True)
class ProductData:
    """`category` is the path from the root; an empty `brand` is none.

    What nothing is said of stays as it is: `pictures`, `is_published` or `weight_grams` that are None.
    """

    external_id: str
    title: str
    category: tuple[str, ...]
    product_type: str
    variants: tuple[VariantData, ...]
    pictures: tuple[PictureData, ...] | None
    description: str = ""
    brand: str = ""
    gender: str = Gender.UNISEX
    weight_grams: int | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict)
    is_published: bool | None = None

    @property
    def invented(self) -> tuple[str, ...]:
        return tuple(self.attributes.get(INVENTED, ()))

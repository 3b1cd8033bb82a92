"""The view model of every tile; printed by templates/components/product_card.html."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

from django.utils.translation import gettext as _

from .card_rows import CardRow, card_rows
from .models import Product
from .models.product import product_url
from .money import Money
from .pictures import CardImage, ImageRow, ShareImage, card_image, share_image, thumbnail_urls
from .thumbnails import ThumbnailUrls

FEW = 3
"""So few on hand are worth saying."""


class _Priced(Protocol):
    @property
    def price_minor(self) -> int: ...
    @property
    def currency(self) -> str: ...


class _Coloured(Protocol):
    @property
    def colour(self) -> str: ...


class VariantRow(NamedTuple):
    """What lists need to know of a variant."""

    sku: str
    size: str
    colour: str
    price_minor: int
    currency: str
    stock: int

    @property
    def price(self) -> Money:
        return Money(self.price_minor, self.currency)


@dataclass(frozen=True)
class CardVariant:
    """`stock` is what is on hand."""

    sku: str
    label: str
    price: Money
    stock: int

    @property
    def in_stock(self) -> bool:
        return self.stock > 0

    @property
    def few_left(self) -> bool:
        return 0 < self.stock <= FEW

    @property
    def text(self) -> str:
        """As a choice: the label, and what there is to know of its stock."""
        if self.stock > FEW:
            return self.label
        if self.in_stock:
            return _("%(label)s, %(stock)s left") % {"label": self.label, "stock": self.stock}
        return _("%(label)s, sold out") % {"label": self.label}


@dataclass(frozen=True)
class ProductCard:
    """What one tile says. `price` is the lowest, None without variants; `price_varies` asks for "from".

    `has_sizes` tells whether a choice of variant is one of size or of colour only. `picture` is what `image`
    was made of.
    """

    product_id: int
    slug: str
    title: str
    product_type: str
    url: str
    brand: str
    price: Money | None
    price_varies: bool
    image: CardImage | None
    colours: tuple[str, ...]
    has_sizes: bool
    variants: tuple[CardVariant, ...]
    picture: ImageRow | None = None

    @cached_property
    def in_stock(self) -> bool:
        return any(variant.in_stock for variant in self.variants)

    @property
    def quick_url(self) -> str:
        """The quick view's own address, below the product's."""
        return f"{self.url}quick/"

    @property
    def image_alt(self) -> str:
        """Empty where it would only say the title again."""
        return self.image.alt if self.image and self.image.alt != self.title else ""

    @property
    def only_variant(self) -> CardVariant | None:
        return self.variants[0] if len(self.variants) == 1 else None

    @property
    def price_text(self) -> str:
        """Empty without variants."""
        if self.price and self.price_varies:
            return _("from %(price)s") % {"price": self.price}
        return str(self.price or "")


def product_cards(product_ids: Iterable[int], *, colours: Collection[str] = ()) -> list[ProductCard]:
    """One card a product that is published, in the order of their ids, in one query.

    The picture is the first whose alt text names one of `colours`, else the first.
    """
    urls = thumbnail_urls()
    return [_card(row, urls) for row in card_rows(list(product_ids), colours=colours)]


def share_picture(cards: Iterable[ProductCard]) -> ShareImage | None:
    """What a link to a list of them looks like elsewhere: the first that has a picture."""
    for card in cards:
        if card.picture:
            return share_image(card.picture, card.title, thumbnail_urls())
    return None


def variants_of(product: Product) -> list[VariantRow]:
    """In their order; `product` comes from `Product.objects.with_card_data()`."""
    return [VariantRow(**row) for row in product.variant_rows]  # type: ignore[attr-defined]


def _card(row: CardRow, urls: ThumbnailUrls) -> ProductCard:
    variants = [VariantRow(*variant) for variant in row.variants or ()]
    price, price_varies = price_range(variants)
    picture = ImageRow(*row.image) if row.image else None
    return ProductCard(
        product_id=row.product_id,
        slug=row.slug,
        title=row.title,
        product_type=row.product_type,
        url=product_url(row.slug),
        brand=row.brand,
        price=price,
        price_varies=price_varies,
        image=card_image(picture, row.title, urls) if picture else None,
        picture=picture,
        colours=colours_of(variants),
        has_sizes=any(variant.size for variant in variants),
        variants=_card_variants(variants),
    )


def price_range(variants: Sequence[_Priced]) -> tuple[Money | None, bool]:
    """The lowest price, None without variants, and whether there are others."""
    prices = {variant.price_minor for variant in variants}
    lowest = Money(min(prices), variants[0].currency) if prices else None
    return lowest, len(prices) > 1


def colours_of(variants: Iterable[_Coloured]) -> tuple[str, ...]:
    """Each colour once, in the order of the variants."""
    return tuple(dict.fromkeys(variant.colour for variant in variants if variant.colour))


def _card_variants(variants: Sequence[VariantRow]) -> tuple[CardVariant, ...]:
    """Variants labelled by what tells them apart: "M" in one colour, "Blue, M" in several."""
    names_colour = len(colours_of(variants)) > 1
    return tuple(
        CardVariant(variant.sku, _label(variant, names_colour), variant.price, variant.stock)
        for variant in variants
    )


def _label(variant: VariantRow, names_colour: bool) -> str:
    parts = (variant.colour, variant.size) if names_colour else (variant.size,)
    return ", ".join(part for part in parts if part) or variant.colour or variant.sku

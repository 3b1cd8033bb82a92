"""The view model of every tile; printed by templates/components/product_card.html."""

from collections.abc import Iterable
from dataclasses import dataclass

from .models import Product, ProductImage, Variant
from .money import Money


@dataclass(frozen=True)
class CardImage:
    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class CardVariant:
    sku: str
    label: str
    price: Money
    in_stock: bool


@dataclass(frozen=True)
class ProductCard:
    """What one tile says. `price` is the lowest, None without variants; `price_varies` asks for "from"."""

    product_id: int
    slug: str
    title: str
    url: str
    brand: str
    price: Money | None
    price_varies: bool
    image: CardImage | None
    colours: tuple[str, ...]
    variants: tuple[CardVariant, ...]

    @property
    def in_stock(self) -> bool:
        return any(variant.in_stock for variant in self.variants)

    @property
    def only_variant(self) -> CardVariant | None:
        return self.variants[0] if len(self.variants) == 1 else None


def product_cards(products: Iterable[Product]) -> list[ProductCard]:
    """One card a product, in order. `products` come from `Product.objects.with_card_data()`."""
    return [_card(product) for product in products]


def _card(product: Product) -> ProductCard:
    variants = list(product.variants.all())
    prices = sorted({variant.price_minor for variant in variants})
    images: list[ProductImage] = product.first_images  # type: ignore[attr-defined]
    return ProductCard(
        product_id=product.pk,
        slug=product.slug,
        title=product.title,
        url=product.get_absolute_url(),
        brand=product.brand.name if product.brand else "",
        price=Money(prices[0], variants[0].currency) if prices else None,
        price_varies=len(prices) > 1,
        image=card_image(images[0], product.title) if images else None,
        colours=tuple(dict.fromkeys(variant.colour for variant in variants if variant.colour)),
        variants=tuple(_card_variant(variant) for variant in variants),
    )


def card_image(image: ProductImage, title: str) -> CardImage:
    """`title` stands in where the merchant wrote no alt text."""
    return CardImage(image.file.url, image.width, image.height, image.alt_text or title)


def _card_variant(variant: Variant) -> CardVariant:
    label = ", ".join(part for part in (variant.colour, variant.size) if part) or variant.sku
    return CardVariant(variant.sku, label, variant.price, variant.in_stock)

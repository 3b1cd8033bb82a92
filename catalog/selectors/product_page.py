"""Everything that a product's own page prints."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..cards import CardVariant, card_variants, colours_of, price_range
from ..models import INVENTED, Product, Variant
from ..money import Money
from ..pictures import GalleryImage, ShareImage, gallery_image, share_image, thumbnail_urls
from .categories import Crumb, breadcrumb


@dataclass(frozen=True)
class VariantGroup:
    """Variants under one heading: the sizes of a colour, or all there are when nothing needs a heading."""

    heading: str
    variants: tuple[CardVariant, ...]


@dataclass(frozen=True)
class ProductPage:
    """`price` is the lowest, None without variants; `invented` names the facts that were made up."""

    product: Product
    breadcrumb: list[Crumb]
    images: tuple[GalleryImage, ...]
    share_image: ShareImage | None
    price: Money | None
    price_varies: bool
    colours: tuple[str, ...]
    has_sizes: bool
    groups: tuple[VariantGroup, ...]
    facts: tuple[tuple[str, str], ...]
    invented: tuple[str, ...]

    @property
    def in_stock(self) -> bool:
        return any(variant.in_stock for group in self.groups for variant in group.variants)

    @property
    def only_variant(self) -> CardVariant | None:
        variants = [variant for group in self.groups for variant in group.variants]
        return variants[0] if len(variants) == 1 else None


def product_page(*, slug: str) -> ProductPage:
    """In four queries. Raises Product.DoesNotExist for an unknown or unpublished product."""
    products = Product.objects.published().select_related("brand")
    product = products.prefetch_related("variants", "images").get(slug=slug)
    variants = list(product.variants.all())
    images = list(product.images.all())
    urls = thumbnail_urls()
    price, price_varies = price_range(variants)
    return ProductPage(
        product=product,
        breadcrumb=breadcrumb(category_id=product.category_id),
        images=tuple(gallery_image(image, product.title, urls) for image in images),
        share_image=share_image(images[0], product.title, urls) if images else None,
        price=price,
        price_varies=price_varies,
        colours=colours_of(variants),
        has_sizes=any(variant.size for variant in variants),
        groups=_groups(variants),
        facts=tuple(_facts(product)),
        invented=_invented(product),
    )


def _groups(variants: Sequence[Variant]) -> tuple[VariantGroup, ...]:
    if len(colours_of(variants)) < 2 or not any(variant.size for variant in variants):
        return (VariantGroup("", card_variants(variants)),)
    groups: dict[str, list[Variant]] = {}
    for variant in variants:
        groups.setdefault(variant.colour, []).append(variant)
    return tuple(VariantGroup(colour, card_variants(group)) for colour, group in groups.items())


def _facts(product: Product) -> Iterator[tuple[str, str]]:
    """Attributes as a reader sees them; nested values are a machine's business."""
    for name, value in product.attributes.items():
        if isinstance(value, str | int | float) and not isinstance(value, bool) and value != "":
            yield name.replace("_", " ").capitalize(), str(value)


def _invented(product: Product) -> tuple[str, ...]:
    names = product.attributes.get(INVENTED)
    return tuple(str(name) for name in names) if isinstance(names, list) else ()

"""Everything that a product's own page prints."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..cards import colours_of, price_range
from ..models import INVENTED, Product
from ..money import Money
from ..pictures import GalleryImage, ShareImage, gallery_image, share_image, thumbnail_urls
from .categories import Crumb, breadcrumb
from .choices import Choice, choose
from .size_help import NOTES, SIZE_TABLE, SizeHelp, size_help


@dataclass(frozen=True)
class ProductPage:
    """`price` is the chosen variant's, else the lowest of the product's; None without variants.

    `shown` is the place, from 0, of the picture that shows the chosen colour. `invented` names the facts that
    were made up.
    """

    product: Product
    breadcrumb: list[Crumb]
    images: tuple[GalleryImage, ...]
    share_image: ShareImage | None
    shown: int
    price: Money | None
    price_varies: bool
    colours: tuple[str, ...]
    has_sizes: bool
    in_stock: bool
    choice: Choice
    size_help: SizeHelp
    facts: tuple[tuple[str, str], ...]
    invented: tuple[str, ...]


def product_page(*, slug: str, colour: str = "", size: str = "") -> ProductPage:
    """In four queries, with `colour` and `size` chosen if there are such.

    Raises Product.DoesNotExist for an unknown or unpublished product.
    """
    products = Product.objects.published().select_related("brand")
    product = products.prefetch_related("variants", "images").get(slug=slug)
    variants = list(product.variants.all())
    choice = choose(variants, colour=colour, size=size)
    price, price_varies = price_range([choice.chosen] if choice.chosen else variants)
    pictures, urls = list(product.images.all()), thumbnail_urls()
    images = tuple(gallery_image(picture, product.title, urls) for picture in pictures)
    return ProductPage(
        product=product,
        breadcrumb=breadcrumb(category_id=product.category_id),
        images=images,
        share_image=share_image(pictures[0], product.title, urls) if pictures else None,
        shown=_picture_of(choice.colour, images) if choice.colours else 0,
        price=price,
        price_varies=price_varies,
        colours=colours_of(variants),
        has_sizes=any(variant.size for variant in variants),
        in_stock=any(variant.in_stock for variant in variants),
        choice=choice,
        size_help=size_help(product.attributes),
        facts=tuple(_facts(product)),
        invented=_invented(product),
    )


def withdrawn_product(*, slug: str) -> Product:
    """One that is not published. Raises Product.DoesNotExist for any other slug."""
    return Product.objects.select_related("category").get(slug=slug, is_published=False)


def _picture_of(colour: str, images: Sequence[GalleryImage]) -> int:
    """The first whose alt text names the colour, else the first."""
    word = re.compile(rf"\b{re.escape(colour)}\b", re.IGNORECASE)
    named = (place for place, image in enumerate(images) if colour and word.search(image.image.alt))
    return next(named, 0)


def _facts(product: Product) -> Iterator[tuple[str, str]]:
    """Attributes as a reader sees them; nested values are a machine's business."""
    for name, value in product.attributes.items():
        if name in (SIZE_TABLE, *NOTES):
            continue
        if isinstance(value, str | int | float) and not isinstance(value, bool) and value != "":
            yield name.replace("_", " ").capitalize(), str(value)


def _invented(product: Product) -> tuple[str, ...]:
    names = product.attributes.get(INVENTED)
    return tuple(str(name) for name in names) if isinstance(names, list) else ()

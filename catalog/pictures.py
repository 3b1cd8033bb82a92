"""The view models of pictures; printed by templates/components/picture.html."""

from collections.abc import Sequence
from dataclasses import dataclass

from .models import ProductImage
from .thumbnails import ThumbnailUrls, share_size

# What the style sheets make of a picture, for a browser to choose by before it has read them.
CARD_SIZES = "(min-width: 1024px) min(23vw, 310px), (min-width: 640px) 31vw, calc(50vw - 22px)"
LINE_SIZES = "96px"
GALLERY_SIZES = "(min-width: 1024px) 560px, 92vw"
_WIDEST_ON_CARD = 640
_SMALL = 160


@dataclass(frozen=True, slots=True)
class CardImage:
    """`width` and `height` are the original's; without `srcset` there is but the one address."""

    url: str
    width: int
    height: int
    alt: str
    srcset: str = ""
    sizes: str = ""


@dataclass(frozen=True, slots=True)
class GalleryImage:
    """A picture of a product's own page: at large, in the row of small ones, and as it was uploaded."""

    image: CardImage
    small_url: str
    original_url: str
    image_id: int


@dataclass(frozen=True, slots=True)
class ShareImage:
    """What a link to the page looks like elsewhere."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class ImageRow:
    """What tiles are printed from of a ProductImage, whose names these are; a model takes longer to make."""

    pk: int
    file: str
    digest: str
    width: int
    height: int
    alt_text: str
    thumbnail_widths: Sequence[int]


def thumbnail_urls() -> ThumbnailUrls:
    """Of the storage that product images lie in; make one for each list."""
    return ThumbnailUrls(ProductImage.file.field.storage)


def card_image(
    image: ProductImage | ImageRow, title: str, urls: ThumbnailUrls | None = None, *, sizes: str = CARD_SIZES
) -> CardImage:
    """`title` stands in where the merchant wrote no alt text. Without thumbnails the original is shown."""
    widths = [width for width in image.thumbnail_widths if width <= _WIDEST_ON_CARD]
    return _choice(image, widths, urls or thumbnail_urls(), sizes=sizes, alt=image.alt_text or title)


def small_url(image: ProductImage, urls: ThumbnailUrls | None = None) -> str:
    """The address of the smallest there is."""
    if not image.thumbnail_widths:
        return image.file.url
    return (urls or thumbnail_urls()).src(image.pk, image.digest, image.thumbnail_widths, width=_SMALL)


def gallery_image(image: ProductImage, title: str, urls: ThumbnailUrls) -> GalleryImage:
    alt = image.alt_text or title
    return GalleryImage(
        image=_choice(image, image.thumbnail_widths, urls, sizes=GALLERY_SIZES, alt=alt),
        small_url=small_url(image, urls),
        original_url=image.file.url,
        image_id=image.pk,
    )


def share_image(image: ProductImage | ImageRow, title: str, urls: ThumbnailUrls) -> ShareImage:
    """The JPEG for link previews, or the original where there are no thumbnails."""
    alt = image.alt_text or title
    if not image.thumbnail_widths:
        return ShareImage(_original_url(image), image.width, image.height, alt)
    url = urls.share(image.pk, image.digest, image.width)
    return ShareImage(url, *share_size(image.width, image.height), alt)


def _original_url(image: ProductImage | ImageRow) -> str:
    return ProductImage.file.field.storage.url(image.file) if isinstance(image, ImageRow) else image.file.url


def _choice(
    image: ProductImage | ImageRow, widths: Sequence[int], urls: ThumbnailUrls, *, sizes: str, alt: str
) -> CardImage:
    if not widths:
        return CardImage(_original_url(image), image.width, image.height, alt)
    url = urls.src(image.pk, image.digest, widths)
    srcset = urls.srcset(image.pk, image.digest, widths)
    return CardImage(url, image.width, image.height, alt, srcset, sizes if srcset else "")

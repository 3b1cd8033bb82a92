"""The pictures of imported products."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from django.core.files import File

from ..models import Product, ProductImage
from .data import PictureData, ProductData

_OPEN_FILES = 20


@dataclass(frozen=True)
class WrittenImages:
    new_ids: tuple[int, ...]
    changed_products: set[int]


def write_images(products: Sequence[ProductData], owners: Mapping[str, Product]) -> WrittenImages:
    """Brings the pictures of `owners` (by external id) up to `products`, told apart by their digests."""
    stored = _stored(owners)
    new: list[tuple[ProductImage, PictureData]] = []
    changed: list[ProductImage] = []
    gone: list[ProductImage] = []
    for data in products:
        if data.pictures is None:
            continue
        product = owners[data.external_id]
        old = stored[product.pk]
        wanted = {picture.digest: picture for picture in data.pictures}
        in_order = [digest for digest in old if digest in wanted] == list(wanted)
        for place, (digest, picture) in enumerate(wanted.items()):
            if digest not in old:
                image = ProductImage(product=product, position=place, alt_text=picture.alt_text)
                new.append((image, picture))
            elif _take(old[digest], old[digest].position if in_order else place, picture.alt_text):
                changed.append(old[digest])
        gone += [image for digest, image in old.items() if digest not in wanted]
    _delete(gone)
    ProductImage.objects.bulk_update(changed, ["position", "alt_text"])
    _store(new)
    written = [image for image, _ in new]
    return WrittenImages(
        new_ids=tuple(image.pk for image in written),
        changed_products={image.product_id for image in (*written, *changed, *gone)},
    )


def _stored(owners: Mapping[str, Product]) -> defaultdict[int, dict[str, ProductImage]]:
    by_product: defaultdict[int, dict[str, ProductImage]] = defaultdict(dict)
    for image in ProductImage.objects.filter(product__in=[product.pk for product in owners.values()]):
        by_product[image.product_id][image.digest] = image
    return by_product


def _take(image: ProductImage, place: int, alt_text: str) -> bool:
    if (image.position, image.alt_text) == (place, alt_text):
        return False
    image.position, image.alt_text = place, alt_text
    return True


def _delete(images: Sequence[ProductImage]) -> None:
    ProductImage.objects.filter(pk__in=[image.pk for image in images]).delete()


def _store(images: Sequence[tuple[ProductImage, PictureData]]) -> None:
    try:
        for start in range(0, len(images), _OPEN_FILES):
            _store_few(images[start : start + _OPEN_FILES])
    except BaseException:
        # The rows go with the transaction; nothing else would ever delete their files.
        _delete_files(image for image, _ in images if image.file and image.file._committed)  # type: ignore[attr-defined]
        raise


def _store_few(images: Sequence[tuple[ProductImage, PictureData]]) -> None:
    with ExitStack() as handles:
        for image, picture in images:
            image.file = File(handles.enter_context(picture.open()), name=picture.name)
        ProductImage.objects.bulk_create(image for image, _ in images)


def _delete_files(images: Iterable[ProductImage]) -> None:
    for image in images:
        if image.file.name:
            image.file.storage.delete(image.file.name)

"""What may happen to a stored picture."""

from django.core.files.base import ContentFile

from catalog.imaging import digest
from catalog.models import ProductImage
from tests.factories import make_jpeg


def content(image: ProductImage) -> bytes:
    with image.file.open() as file:
        return bytes(file.read())


def overwrite(image: ProductImage, data: bytes) -> None:
    """Behind the shop's back: the row keeps its digest."""
    with image.file.storage.open(str(image.file), "wb") as file:
        file.write(data)


def lose(image: ProductImage) -> None:
    image.file.storage.delete(str(image.file))


def break_bytes(image: ProductImage) -> None:
    """A picture that was stored before the shop learned to refuse it."""
    data = make_jpeg(seed=1)[:200]
    overwrite(image, data)
    ProductImage.objects.filter(pk=image.pk).update(digest=digest(data))


def replace(image: ProductImage, *, seed: int) -> None:
    """As a merchant does: another file on the same row."""
    image.file = ContentFile(make_jpeg(seed=seed), name="replaced.jpg")
    image.save()

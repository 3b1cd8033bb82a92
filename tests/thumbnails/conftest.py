from datetime import UTC, datetime

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage

from catalog.models import Product, ProductImage
from catalog.services.thumbnails import make_due_thumbnails
from tests.factories import make_jpeg, make_product

MUCH_LATER = datetime(2100, 1, 1, tzinfo=UTC)


def store(product: Product, *, width: int = 360, height: int = 480, seed: int = 1) -> ProductImage:
    """A picture as a merchant's upload, large enough for thumbnails."""
    file = ContentFile(make_jpeg(seed=seed, width=width, height=height), name="shirt.jpg")
    return ProductImage.objects.create(product=product, file=file)


def use(monkeypatch: pytest.MonkeyPatch, storage: Storage) -> None:
    """Has product images kept there from now on."""
    monkeypatch.setattr(ProductImage._meta.get_field("file"), "storage", storage)


def stored_names(storage: Storage, folder: str = "") -> set[str]:
    """All files of a storage, without empty folders."""
    folders, files = storage.listdir(folder)
    names = {f"{folder}/{name}".lstrip("/") for name in files}
    return names.union(*(stored_names(storage, f"{folder}/{each}".lstrip("/")) for each in folders))


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> InMemoryStorage:
    """A storage without paths, as a bucket is one, and with nothing in it."""
    storage = InMemoryStorage(base_url="https://pictures.example/")
    use(monkeypatch, storage)
    return storage


@pytest.fixture
def product(db: None) -> Product:
    return make_product(images=0)


@pytest.fixture
def image(product: Product) -> ProductImage:
    return store(product)


@pytest.fixture
def ready(image: ProductImage) -> ProductImage:
    """An image that has its thumbnails."""
    make_due_thumbnails(now=MUCH_LATER)
    image.refresh_from_db()
    return image

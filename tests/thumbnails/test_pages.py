"""What pages print of a picture: sizes to choose from, or the original, and never a look into the storage."""

import re

import pytest
from django.core.files.storage import FileSystemStorage, InMemoryStorage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.models import Product, ProductImage
from catalog.selectors import product_page
from catalog.services.thumbnails import make_due_thumbnails
from catalog.thumbnails import folder_of
from tests.factories import make_category, make_product

from .conftest import store, use

pytestmark = pytest.mark.django_db


class Unreachable(FileSystemStorage):
    """Knows addresses; whoever wants to see a file waits for ever."""

    def _refuse(self, *args: object, **kwargs: object) -> None:
        raise AssertionError("a page has looked into the storage")

    open = save = exists = size = delete = listdir = path = _refuse  # type: ignore[assignment]


class Signing(InMemoryStorage):
    """Signs every address, as a private bucket does."""

    def __init__(self) -> None:
        super().__init__()
        self.signed: list[str] = []

    def url(self, name: str | None) -> str:
        self.signed.append(str(name))
        return f"https://bucket.example/{name}?Signature=abc"


def images_of(page: str, at: str = "") -> list[dict[str, str]]:
    """The attributes of each picture whose tag holds `at`."""
    tags = re.findall(r"<img\s[^>]*>", page)
    return [dict(re.findall(r'([a-z]+)="([^"]*)"', tag)) for tag in tags if at in tag]


def with_thumbnails(count: int = 1, **fields: object) -> list[Product]:
    category = make_category()
    products = [make_product(images=0, category=category) for _ in range(count)]
    for seed, product in enumerate(products):
        store(product, seed=seed, width=720, height=960)
    make_due_thumbnails(now=timezone.now(), limit=count)
    return products


def test_a_card_offers_sizes(client: Client) -> None:
    (product,) = with_thumbnails()
    image = product.images.get()
    (shown,) = images_of(client.get(product.category.get_absolute_url()).content.decode())
    base = f"/media/{folder_of(image.pk, image.digest)}"
    assert shown["srcset"] == ", ".join(f"{base}/{width}w.webp {width}w" for width in (160, 320, 480, 640))
    assert shown["src"] == f"{base}/480w.webp"
    assert (shown["width"], shown["height"]) == ("720", "960")
    assert "px" in shown["sizes"]


def test_every_address_that_is_offered_answers(client: Client) -> None:
    (product,) = with_thumbnails()
    page = client.get(product.get_absolute_url()).content.decode()
    addresses = set(re.findall(r"/media/[^\s\"&,]+", page))
    assert len(addresses) >= 4
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200
        assert b"".join(answer)  # read to its end, which closes the file
        answer.close()


def test_until_they_are_there_the_original_is_shown(client: Client) -> None:
    product = make_product(images=0)
    image = store(product, width=720, height=960)
    for url in (product.category.get_absolute_url(), product.get_absolute_url(), "/"):
        shown = images_of(client.get(url).content.decode())
        assert shown
        assert all(each["src"] == image.file.url and "srcset" not in each for each in shown)


def test_only_the_first_row_is_fetched_at_once(client: Client) -> None:
    products = with_thumbnails(6)
    shown = images_of(client.get(products[0].category.get_absolute_url()).content.decode())
    assert [each.get("fetchpriority") for each in shown] == ["high", None, None, None, None, None]
    assert [each.get("loading") for each in shown] == [None] * 4 + ["lazy"] * 2


def test_the_product_page_has_large_ones_small_ones_and_one_to_share() -> None:
    (product,) = with_thumbnails()
    image = product.images.get()
    page = product_page(slug=product.slug)
    (shown,) = page.images
    folder = f"/media/{folder_of(image.pk, image.digest)}"
    assert shown.image.srcset.count("w.webp") == 4
    assert shown.small_url == f"{folder}/160w.webp"
    assert shown.original_url == image.file.url
    assert page.share_image
    assert page.share_image.url == f"{folder}/720w.jpeg"
    assert (page.share_image.width, page.share_image.height) == (720, 960)


def test_without_thumbnails_the_original_is_shared() -> None:
    product = make_product()
    page = product_page(slug=product.slug)
    assert page.share_image
    assert page.share_image.url == product.images.get().file.url
    assert page.images[0].small_url == page.images[0].image.url == page.share_image.url


def test_a_product_without_pictures_has_nothing_to_share() -> None:
    page = product_page(slug=make_product(images=0).slug)
    assert page.share_image is None


@pytest.mark.parametrize("ready", [True, False])
def test_no_page_waits_for_the_storage(client: Client, monkeypatch: pytest.MonkeyPatch, ready: bool) -> None:
    (product,) = with_thumbnails()
    if not ready:
        ProductImage.objects.update(thumbnail_widths=[])
    use(monkeypatch, Unreachable())
    for url in (product.category.get_absolute_url(), product.get_absolute_url(), "/"):
        assert client.get(url).status_code == 200


def test_thumbnails_cost_no_query(client: Client) -> None:
    products = with_thumbnails(8)
    url = products[0].category.get_absolute_url()

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert "480w.webp" in client.get(url).content.decode()
        return len(captured)

    many = queries()
    ProductImage.objects.exclude(product=products[0]).update(thumbnail_widths=[])
    assert queries() == many
    Product.objects.exclude(pk=products[0].pk).update(is_published=False)
    assert queries() == many


def test_where_addresses_are_signed_a_card_asks_for_one(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = Signing()
    use(monkeypatch, storage)
    products = with_thumbnails(3)
    storage.signed.clear()
    shown = images_of(client.get(products[0].category.get_absolute_url()).content.decode())
    assert all("srcset" not in each and "480w.webp?Signature" in each["src"] for each in shown)
    assert len(shown) == 3
    assert len(storage.signed) == 6  # and the one to share; and twice one to learn that they are signed


def test_a_bucket_that_anyone_may_read_is_asked_once_for_all_tiles(
    client: Client, memory: InMemoryStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    products = with_thumbnails(3)
    asked: list[str] = []

    def url(name: str) -> str:
        asked.append(name)
        return f"https://pictures.example/{name}"

    monkeypatch.setattr(memory, "url", url)
    shown = images_of(client.get(products[0].category.get_absolute_url()).content.decode())
    assert all(each["src"].startswith("https://pictures.example/thumbnails/") for each in shown)
    assert len(asked) == 2  # for the tiles, and for the picture to share

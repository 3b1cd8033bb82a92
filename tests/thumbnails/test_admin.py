"""What the merchant sees of the thumbnails."""

from django.test import Client
from django.urls import reverse

from catalog.models import ProductImage
from catalog.services.thumbnails import make_due_thumbnails
from tests.embedding.files import lose

from .conftest import MUCH_LATER


def form_of(image: ProductImage, client: Client) -> str:
    address = reverse("admin:catalog_product_change", args=[image.product_id])
    return client.get(address).content.decode()


def test_the_form_says_that_they_are_there(ready: ProductImage, admin_client: Client) -> None:
    page = form_of(ready, admin_client)
    assert '<td class="field-sizes">' in page
    assert "160w.webp" in page


def test_the_form_says_why_they_are_not(image: ProductImage, admin_client: Client) -> None:
    assert "Pending" in form_of(image, admin_client).partition("field-sizes")[2][:200]
    lose(image)
    make_due_thumbnails(now=MUCH_LATER)
    assert f"The file {image.file} is missing." in form_of(image, admin_client)

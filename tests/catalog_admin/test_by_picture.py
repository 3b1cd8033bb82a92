"""A photo on the product list finds the product, whether the shop shows it or not."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from recommendations.models import PhotoQuery
from recommendations.services.embedding import embed_images
from tests.factories import make_jpeg, make_product

from .conftest import Staff

pytestmark = pytest.mark.django_db

FIND = reverse("admin:catalog_product_by_picture")


def _photo(data: bytes) -> dict[str, SimpleUploadedFile]:
    return {"photo": SimpleUploadedFile("photo.jpg", data, "image/jpeg")}


def test_the_product_of_the_photo_comes_first_though_it_is_unpublished(owner: Client) -> None:
    products = [make_product(title=f"Shirt {seed}", seed=seed, is_published=seed != 3) for seed in range(5)]
    embed_images(image_ids=[product.images.get().pk for product in products])
    page = owner.post(FIND, _photo(make_jpeg(seed=3))).content.decode()
    found = page.split('class="desk-found"')[1]
    assert found.index("Shirt 3") < min(found.index(f"Shirt {seed}") for seed in (0, 1, 2, 4))
    assert products[3].variants.get().sku in found
    assert "unpublished" in found
    assert not PhotoQuery.objects.exists()


def test_what_is_no_photo_is_refused_in_a_sentence(owner: Client) -> None:
    answer = owner.post(FIND, _photo(b"<html>"))
    assert answer.status_code == 415
    assert "This file is not a photo." in answer.content.decode()
    assert "Choose a photo first." in owner.post(FIND).content.decode()


def test_finding_takes_the_right_to_see_products(staff: Staff) -> None:
    assert staff("view_category").get(FIND).status_code == 403

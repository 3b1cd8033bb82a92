"""The row of saved views above the list of products."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from recommendations.models import Encoder, ImageEmbedding
from recommendations.services.embedding import embed_images
from tests.factories import make_brand, make_image, make_product

pytestmark = pytest.mark.django_db

LIST = reverse("admin:catalog_product_changelist")


def _titles(page: str) -> set[str]:
    return set(re.findall(r"field-title[^>]*>\s*<a[^>]*>([^<]+)</a>", page))


def _shown(client: Client, **query: str) -> set[str]:
    answer = client.get(LIST, query)
    assert answer.status_code == 200
    return _titles(answer.content.decode())


def test_each_view_is_a_link_and_no_filter_beside_the_list(owner: Client) -> None:
    page = owner.get(LIST, {"view": "low-stock"}).content.decode()
    row = page.split('class="desk-views"')[1].split("</nav>")[0]
    labels = re.findall(r">([^<]+)</a>", row)
    assert labels == [
        *("All", "No image", "Low stock", "Unpublished", "Duplicates"),
        *("No vector", "Failed"),
    ]
    assert re.findall(r'aria-current="page">([^<]+)<', row) == ["Low stock"]
    assert "By view" not in page


def test_views_show_what_needs_an_eye(owner: Client, settings: Settings) -> None:
    settings.VITRINE_LOW_STOCK = 4
    brand = make_brand()
    make_product(title="Bare", images=0)
    make_product(title="Few", stock=2, sizes=("S", "M"))
    make_product(title="Few, hidden", stock=3, is_published=False)
    make_product(title="Twin", brand=brand)
    make_product(title="twin", brand=brand)
    make_product(title="Twin", brand=make_brand())
    same = make_product(title="Same picture", seed=900), make_product(title="As that", seed=900)
    assert _shown(owner, view="no-image") == {"Bare"}
    assert _shown(owner, view="low-stock") == {"Few"}
    assert _shown(owner, view="unpublished") == {"Few, hidden"}
    assert _shown(owner, view="duplicates") == {"Twin", "twin", *(product.title for product in same)}
    assert _shown(owner, view="duplicates", q="that") == {"As that"}
    assert len(_shown(owner, view="unheard-of")) == 7


def test_views_of_the_vectors(owner: Client) -> None:
    ready, half, failed = (make_product(title=title) for title in ("Ready", "Half", "Failed"))
    embed_images(image_ids=[product.images.get().pk for product in (ready, half, failed)])
    ImageEmbedding.objects.filter(image__product=failed).update(state="failed", vector=None, error="no")
    make_image(half, seed=700, position=1)
    assert Encoder.objects.count() == 1
    assert _shown(owner, view="no-vector") == {"Half", "Failed"}
    assert _shown(owner, view="failed") == {"Failed"}

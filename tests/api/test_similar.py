"""GET /api/v1/products/{slug}/similar/"""

import pytest
from django.test import Client

from recommendations.api.similar import SimilarSerializer
from recommendations.presenters.similar_looks import similar_looks
from tests.factories import make_product
from tests.similar_looks.gallery import make_gallery

pytestmark = pytest.mark.django_db


def url(slug: str) -> str:
    return f"/api/v1/products/{slug}/similar/"


def test_the_same_looks_as_the_page_shows(client: Client) -> None:
    products = [make_gallery(1, seed=seed)[0] for seed in range(4)]
    found = client.get(url(products[0].slug)).json()
    assert list(found) == list(SimilarSerializer().fields)  # which are written by hand
    assert found["by_look"] is True
    shown = [card.slug for card in similar_looks(products[0]).cards]
    assert [tile["slug"] for tile in found["results"]] == shown
    assert len(shown) == 3


def test_a_size_that_can_be_had(client: Client) -> None:
    product = make_gallery(1, seed=0)[0]
    make_gallery(1, seed=1)
    assert len(client.get(f"{url(product.slug)}?size=M").json()["results"]) == 1
    assert client.get(f"{url(product.slug)}?size=XXL").json()["results"] == []


def test_refusals(client: Client) -> None:
    assert client.get(url("none")).json()["code"] == "not_found"
    product = make_product()
    assert client.get(f"{url(product.slug)}?size=%00").status_code == 400
    assert client.get(f"{url(product.slug)}?limit=3").json()["errors"][0]["code"] == "unknown_parameter"

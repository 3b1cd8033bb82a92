"""What search engines are told, and asked to leave alone."""

import pytest
from django.test import Client

from tests.factories import make_product

pytestmark = pytest.mark.django_db


def test_index_leads_to_every_part(client: Client) -> None:
    index = client.get("/sitemap.xml").content.decode()
    for part in ("shop", "categories", "products"):
        assert f"http://testserver/sitemap-{part}.xml" in index
        assert client.get(f"/sitemap-{part}.xml").status_code == 200


def test_products_on_sale_are_listed_and_withdrawn_ones_are_not(client: Client) -> None:
    sold, withdrawn = make_product(title="Linen shirt"), make_product(title="Gone", is_published=False)
    listed = client.get("/sitemap-products.xml").content.decode()
    assert f"<loc>http://testserver{sold.get_absolute_url()}</loc>" in listed
    assert withdrawn.get_absolute_url() not in listed


def test_unknown_part_is_not_found(client: Client) -> None:
    assert client.get("/sitemap-nonsense.xml").status_code == 404


def test_robots_leave_shoppers_pages_alone(client: Client) -> None:
    answer = client.get("/robots.txt")
    lines = answer.content.decode().splitlines()
    assert answer["Content-Type"].startswith("text/plain")
    assert {"Disallow: /cart/", "Disallow: /visual-search/", "Disallow: /search/"} <= set(lines)
    assert "Sitemap: http://testserver/sitemap.xml" in lines

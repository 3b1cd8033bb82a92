"""What every page has in common."""

import re
from itertools import pairwise

import pytest
from django.test import Client

from tests.factories import make_product

from .page import read

pytestmark = pytest.mark.django_db

PAGES = ["product", "category", "search", "nothing found", "missing"]


@pytest.fixture(params=PAGES)
def url(request: pytest.FixtureRequest) -> str:
    product = make_product(title="Linen shirt", images=2, sizes=["S", "M"])
    return {
        "product": product.get_absolute_url(),
        "category": product.category.get_absolute_url() + "?colour=Blue",
        "search": "/search/?q=linen",
        "nothing found": "/search/?q=zeppelin",
        "missing": "/c/nowhere/",
    }[str(request.param)]


def test_one_heading_of_the_first_level_and_none_skipped(client: Client, url: str) -> None:
    page = read(client.get(url))
    levels = [int(element.tag[1]) for element in page.elements if re.fullmatch(r"h[1-6]", element.tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_skip_link_leads_to_the_content(client: Client, url: str) -> None:
    page = read(client.get(url))
    assert page.all("a")[0].attributes["href"] == "#main"
    assert page.all("main", id="main")


def test_header_leads_to_search_photo_search_and_cart(client: Client, url: str) -> None:
    page = read(client.get(url))
    assert page.all("form", action="/search/", method="get")
    assert page.all("a", href="/visual-search/")[0].text == "Search with a photo"
    assert page.all("a", href="/cart/")
    assert page.all("div", id="status", role="status")


def test_nothing_inline(client: Client, url: str) -> None:
    response = client.get(url)
    page = read(response)
    assert not page.all("style")
    scripts = [tag.attributes for tag in page.all("script")]
    assert all(script.get("src") or script.get("type") == "application/ld+json" for script in scripts)
    for element in page.elements:
        assert not [name for name in element.attributes if name == "style" or re.match(r"on\w+|hx-on", name)]
    policy = response.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy


def test_ids_are_unique(client: Client, url: str) -> None:
    ids = [
        element.attributes["id"] for element in read(client.get(url)).elements if "id" in element.attributes
    ]
    assert len(ids) == len(set(ids))


def test_every_field_has_a_name(client: Client, url: str) -> None:
    page = read(client.get(url))
    labelled = {label.attributes.get("for") for label in page.all("label")}
    for field in page.all("input"):
        in_label = field.attributes["type"] in {"checkbox", "radio"}
        assert in_label or field.attributes["type"] == "hidden" or field.attributes["id"] in labelled


def test_every_picture_has_a_size_and_alt_text(client: Client, url: str) -> None:
    for image in read(client.get(url)).all("img"):
        assert {"alt", "width", "height"} <= image.attributes.keys()

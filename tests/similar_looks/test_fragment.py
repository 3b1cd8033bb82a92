"""htmx gets the row alone; everybody else, Back included, gets a whole page."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.catalog_pages.page import Page, read

from .gallery import make_gallery

pytestmark = pytest.mark.django_db


@pytest.fixture
def url() -> str:
    return reverse("recommendations:similar", args=[make_gallery(9)[0].slug])


def is_whole(page: Page) -> bool:
    return bool(page.all("html"))


def test_a_browser_gets_a_page(client: Client, url: str) -> None:
    page = read(client.get(url))
    assert is_whole(page)
    assert page.with_class("product-grid")


def test_htmx_gets_a_labelled_list(client: Client, url: str) -> None:
    page = read(client.get(url, headers={"HX-Request": "true"}))
    assert not is_whole(page)
    assert page.text("h2") == "Similar looks"
    (row,) = page.with_class("product-row")
    assert row.attributes["aria-labelledby"] == page.all("h2")[0].attributes["id"]
    assert page.all("a", href=url)


def test_restoring_history_gets_a_page(client: Client, url: str) -> None:
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert is_whole(read(client.get(url, headers=headers)))


def test_a_cache_keeps_them_apart(client: Client, url: str) -> None:
    vary = client.get(url)["Vary"]
    assert "HX-Request" in vary
    assert "HX-History-Restore-Request" in vary


def test_only_reading(client: Client, url: str) -> None:
    assert client.post(url).status_code == 405


def test_fewer_than_four_are_no_row(client: Client) -> None:
    url = reverse("recommendations:similar", args=[make_gallery(4)[0].slug])
    assert client.get(url, headers={"HX-Request": "true"}).content.strip() == b""
    assert read(client.get(url)).with_class("card")


def test_the_row_can_be_skipped_and_moved(client: Client, url: str) -> None:
    page = read(client.get(url, headers={"HX-Request": "true"}))
    (skip,) = page.with_class("skip-row")
    assert page.all("p", id=skip.attributes["href"].removeprefix("#"))
    assert [
        button.attributes["data-scroll"]
        for button in page.all("button")
        if "data-scroll" in button.attributes
    ] == ["-1", "1"]

"""Privacy, delivery and returns, contact, terms."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.catalog_pages.page import read

PAGES = {
    "/privacy/": "Privacy",
    "/delivery-and-returns/": "Delivery and returns",
    "/contact/": "Contact",
    "/terms/": "Terms",
}


def words(client: Client, path: str) -> str:
    return read(client.get(path)).text("main")


@pytest.mark.parametrize(("path", "heading"), PAGES.items())
def test_has_one_heading_and_asks_the_database_nothing(client: Client, path: str, heading: str) -> None:
    page = read(client.get(path))  # a query would fail: this test is not allowed any
    assert [h1.text for h1 in page.all("h1")] == [heading]
    assert heading in page.all("title")[0].text


@pytest.mark.parametrize("path", PAGES)
def test_refuses_other_methods(client: Client, path: str) -> None:
    assert client.post(path).status_code == 405


def test_privacy_says_how_long_a_photo_search_is_kept(client: Client, settings: Settings) -> None:
    settings.VITRINE_PHOTO_QUERY_HOURS = 7
    assert "for 7 hours" in words(client, "/privacy/")


def test_returns_say_how_many_days_there_are(client: Client, settings: Settings) -> None:
    settings.VITRINE_RETURN_DAYS = 14
    assert "within 14 days" in words(client, "/delivery-and-returns/")


def test_contact_gives_the_address_by_lines(client: Client, settings: Settings) -> None:
    settings.VITRINE_CONTACT_EMAIL = "hello@shop.example"
    settings.VITRINE_POSTAL_ADDRESS = "Vitrine|1 <Example> Street"
    page = read(client.get("/contact/"))
    assert any(link.attributes["href"] == "mailto:hello@shop.example" for link in page.all("a"))
    assert "1 <Example> Street" in page.all("address")[0].text


def test_contact_admits_that_nothing_is_set(client: Client, settings: Settings) -> None:
    settings.VITRINE_CONTACT_EMAIL = settings.VITRINE_POSTAL_ADDRESS = ""
    page = read(client.get("/contact/"))
    assert "has not said yet" in page.text("main")
    assert not page.all("address")

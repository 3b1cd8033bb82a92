import pytest
from django.test import Client

from tests.catalog_pages.page import read

pytestmark = pytest.mark.django_db


def test_the_system_decides_until_someone_chooses(client: Client) -> None:
    page = read(client.get("/"))
    (root,) = page.all("html")
    assert "data-theme" not in root.attributes
    assert page.text("button", **{"name": "theme", "aria-pressed": "true"}) == "As the system"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_choice_is_kept_and_leads_back(client: Client, theme: str) -> None:
    response = client.post("/theme/", {"theme": theme, "next": "/search/?q=linen"})
    assert (response.status_code, response.headers["Location"]) == (303, "/search/?q=linen")
    (root,) = read(client.get("/")).all("html")
    assert root.attributes["data-theme"] == theme


@pytest.mark.parametrize("unknown", ["", '"><script>'])
def test_anything_else_leaves_it_to_the_system_again(client: Client, unknown: str) -> None:
    client.post("/theme/", {"theme": "dark"})
    client.post("/theme/", {"theme": unknown})
    (root,) = read(client.get("/")).all("html")
    assert "data-theme" not in root.attributes


def test_a_cookie_of_someone_elses_making_is_not_printed(client: Client) -> None:
    client.cookies["theme"] = "neon"
    (root,) = read(client.get("/")).all("html")
    assert "data-theme" not in root.attributes


def test_it_leads_nowhere_else(client: Client) -> None:
    response = client.post("/theme/", {"theme": "dark", "next": "https://elsewhere.example/"})
    assert response.headers["Location"] == "/"


def test_looking_changes_nothing(client: Client) -> None:
    assert client.get("/theme/").status_code == 405

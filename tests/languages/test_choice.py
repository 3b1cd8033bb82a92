import pytest
from django.test import Client

from tests.catalog_pages.page import Page, read
from tests.factories import make_product

pytestmark = pytest.mark.django_db
KOREAN = {"Accept-Language": "ko-KR,ko;q=0.9,en;q=0.5"}


def _language(page: Page) -> str:
    (root,) = page.all("html")
    return root.attributes["lang"]


def test_the_browser_decides_until_someone_chooses(client: Client) -> None:
    assert _language(read(client.get("/", headers=KOREAN))) == "ko"
    assert _language(read(client.get("/", headers={"Accept-Language": "fr"}))) == "en"
    assert _language(read(client.get("/"))) == "en"


def test_each_language_is_named_in_itself(client: Client) -> None:
    page = read(client.get("/"))
    named = {button.attributes["lang"]: button.text for button in page.all("button", name="language")}
    assert named == {"en": "English", "ko": "한국어"}
    assert page.text("button", **{"name": "language", "aria-pressed": "true"}) == "English"


def test_the_form_leads_back_to_the_page_it_is_on(client: Client) -> None:
    page = read(client.get("/search/?q=linen"))
    (form,) = page.all("form", action="/i18n/setlang/")
    assert form.attributes["method"] == "post"
    assert "/search/?q=linen" in [field.attributes["value"] for field in page.all("input", name="next")]


def test_a_choice_is_kept_whatever_the_browser_asks_for(client: Client) -> None:
    response = client.post("/i18n/setlang/", {"language": "ko", "next": "/search/?q=linen"})
    assert (response.status_code, response.headers["Location"]) == (302, "/search/?q=linen")
    cookie = client.cookies["django_language"]
    assert (cookie.value, cookie["samesite"]) == ("ko", "Lax")
    assert int(cookie["max-age"]) > 300 * 24 * 60 * 60
    page = read(client.get("/", headers={"Accept-Language": "en"}))
    assert _language(page) == "ko"
    assert page.text("button", **{"name": "language", "aria-pressed": "true"}) == "한국어"


@pytest.mark.parametrize("unknown", ["", "xx", '"><script>'])
def test_anything_else_changes_nothing(client: Client, unknown: str) -> None:
    client.post("/i18n/setlang/", {"language": unknown})
    assert "django_language" not in client.cookies
    assert _language(read(client.get("/"))) == "en"


def test_it_leads_nowhere_else(client: Client) -> None:
    response = client.post("/i18n/setlang/", {"language": "ko", "next": "https://elsewhere.example/"})
    assert response.headers["Location"] == "/"


@pytest.mark.parametrize("path", ["/", "/cart/", "/search/suggestions/?q=li", "/nowhere/"])
def test_caches_are_told_what_the_language_depends_on(client: Client, path: str) -> None:
    vary = {name.strip() for name in client.get(path).headers["Vary"].split(",")}
    assert vary >= {"Accept-Language", "Cookie"}


def test_pages_say_which_language_they_are_in(client: Client) -> None:
    assert client.get("/", headers=KOREAN).headers["Content-Language"] == "ko"


def test_a_product_is_sold_in_korean(client: Client) -> None:
    product = make_product(gender="women", stock=2)
    page = read(client.get(product.get_absolute_url(), headers=KOREAN))
    said = " ".join(element.text for element in page.elements)
    for words in ("장바구니 담기", "2개 남음", "여성", "비슷한 스타일", "€19.99"):
        assert words in said
    assert "Add to cart" not in said

"""The row and the page for one shopper: made from the history, shown with it, and clearable."""

import re

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from catalog.models import Product
from recommendations.models import Interaction
from recommendations.selectors import popular
from recommendations.shoppers import holder_key, shopper_key
from shop.holder import Holder
from shop.models import Viewing
from shop.selectors.home import NEW_IN, home_page
from tests.accounts.orders import make_order
from tests.accounts.people import make_customer
from tests.catalog_pages.page import Page, read
from tests.factories import make_product
from tests.similar_looks.gallery import embed, make_gallery

pytestmark = pytest.mark.django_db
URL = "/for-you/"


@pytest.fixture(autouse=True)
def count_anew() -> None:
    popular._counted.cache_clear()


def twins(seed: int, count: int, **fields: object) -> list[Product]:
    """Products that look alike and are called differently."""
    products = [make_product(seed=seed, colours=[f"Shade {n}"], **fields) for n in range(count)]  # type: ignore[arg-type]
    embed(products)
    return products


def notes(page: Page) -> list[str]:
    return [note.text for note in page.with_class("card__note")]


def shown(page: Page) -> list[int]:
    return [int(tile.attributes["data-product"]) for tile in page.with_class("card")]


def row(client: Client) -> Page:
    return read(client.get(URL, headers={"HX-Request": "true"}))


def view(client: Client, product: Product) -> None:
    client.get(reverse("shop:recently_viewed"), {"product": product.pk})


def test_a_newcomer_sees_what_is_popular_and_new(client: Client) -> None:
    bought, *_ = make_gallery(6)
    make_order(None, bought.variants.get())
    page = row(client)
    assert page.text("h2") == "Popular and new"
    assert shown(page)[0] == bought.pk
    assert notes(page) == ["Popular", *["New"] * 5]


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "row"])
def test_tiles_name_their_list(client: Client, headers: dict[str, str]) -> None:
    make_gallery(6)
    page = client.get(URL, headers=headers).content.decode()
    assert page.count('name="source" value="for-you"') == page.count('?source=for-you"') / 2 == 6


def test_the_home_page_does_not_show_one_product_in_two_rows(client: Client) -> None:
    make_gallery(NEW_IN + 4)
    home = client.get("/").content.decode()
    (address,) = re.findall(r'hx-get="(/for-you/[^"]*)"', home)
    page = read(client.get(address, headers={"HX-Request": "true"}))
    assert len(shown(page)) == 4
    assert not set(shown(page)) & {card.product_id for card in home_page().new_in}
    assert client.get(f"{URL}?without=x.-1.{9**30}", headers={"HX-Request": "true"}).status_code == 200


def test_a_guest_by_what_the_browser_holds(client: Client) -> None:
    seen, *alike = twins(1, 4)
    make_gallery(9)
    view(client, seen)
    page = row(client)
    assert page.text("h2") == "For you"
    assert set(shown(page)[:3]) == {product.pk for product in alike}
    assert notes(page)[0] == f"Like {seen.title}"
    assert "New" in notes(page)  # something beyond the taste
    assert seen.pk not in shown(page)


def test_what_was_bought_does_not_come_back_but_its_like_does() -> None:
    customer = make_customer()
    client = Client()
    client.force_login(customer)
    owned, *alike = twins(1, 4)
    make_gallery(6)
    make_order(customer, owned.variants.get())
    page = row(client)
    assert owned.pk not in shown(page)
    assert shown(page)[0] in {product.pk for product in alike}


def test_the_history_is_shown_and_cleared() -> None:
    customer = make_customer()
    client = Client()
    client.force_login(customer)
    seen, *_ = twins(1, 4)
    make_gallery(6)
    Interaction.objects.create(
        kind="clicked",
        place="similar",
        shopper=holder_key(Holder(customer.pk)),
        product=seen,
        at=timezone.now(),
        day=timezone.localdate(),
    )
    Viewing.objects.create(customer=customer, product=seen, viewed_at=timezone.now())
    page = read(client.get(URL))
    assert seen.pk in shown(page)
    assert "What they are based on" in page.texts("h2")
    after = client.post(f"{URL}clear/", follow=True)
    assert "Your history is forgotten." in after.content.decode()
    assert "What they are based on" not in after.content.decode()
    assert not Interaction.objects.exists()
    assert not Viewing.objects.exists()


def test_two_who_share_an_address_share_no_history(client: Client) -> None:
    seen, *_ = twins(1, 4)
    make_gallery(6)
    key = shopper_key(RequestFactory(headers={"User-Agent": "Firefox"}).get(URL))
    Interaction.objects.create(
        kind="clicked",
        place="similar",
        shopper=key,
        product=seen,
        at=timezone.now(),
        day=timezone.localdate(),
    )
    page = client.get(URL, headers={"HX-Request": "true", "User-Agent": "Firefox"})
    assert read(page).text("h2") == "Popular and new"


def test_clearing_takes_a_form(client: Client) -> None:
    assert client.get(f"{URL}clear/").status_code == 405


def test_an_empty_shop(client: Client) -> None:
    assert client.get(URL).status_code == 200
    assert client.get(URL, headers={"HX-Request": "true"}).content.strip() == b""


def test_a_history_of_hidden_and_bare_products(client: Client) -> None:
    hidden, bare = make_product(is_published=False), make_product(images=0)
    make_gallery(4)
    for product in (hidden, bare):
        view(client, product)
    client.cookies["recently_viewed"] = f"{hidden.pk}.{bare.pk}.999999"
    page = row(client)
    assert page.text("h2") == "Popular and new"
    assert not {hidden.pk, bare.pk} & set(shown(page))


def test_queries_do_not_grow(client: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            row(client)
        return len(captured)

    seen, *_ = twins(1, 4)
    view(client, seen)
    queries()
    before = queries()
    make_gallery(9)
    assert queries() == before

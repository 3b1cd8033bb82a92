import json

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.models import Product
from shop.models import Wish, WishList
from shop.services import wishlist as services
from shop.services.wishlist import WishListFull, remove_wish, save_wish
from tests.catalog_pages.page import read
from tests.factories import make_product

pytestmark = pytest.mark.django_db

URL = "/wishlist/change/"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def product(db: None) -> Product:
    return make_product(title="Linen shirt")


def save(client: Client, product: Product) -> None:
    assert client.post(URL, {"product": product.pk, "wanted": "1"}).status_code == 303


def pressed(client: Client, url: str) -> list[str]:
    hearts = read(client.get(url)).with_class("wish__button")
    return [heart.attributes["aria-pressed"] for heart in hearts]


def page(client: Client) -> str:
    return client.get("/wishlist/").content.decode()


def test_a_saved_product_is_on_the_page_and_one_press_takes_it_off(client: Client, product: Product) -> None:
    response = client.post(URL, {"product": product.pk, "wanted": "1", "next": "/?a=1"})
    assert (response.status_code, response["Location"]) == (303, "/?a=1")
    saved = page(client)
    assert "Saved: Linen shirt." in saved
    assert 'aria-pressed="true"' in saved
    client.post(URL, {"product": product.pk, "wanted": ""})
    assert "Nothing is saved yet." in page(client)
    assert not Wish.objects.exists()


def test_saving_twice_is_saving_once(client: Client, product: Product) -> None:
    save(client, product)
    save(client, product)
    assert Wish.objects.count() == WishList.objects.count() == 1


def test_taking_off_what_is_not_there_is_no_fault(client: Client, product: Product) -> None:
    assert client.post(URL, {"product": product.pk}).status_code == 303
    assert not WishList.objects.exists()


def test_guests_do_not_see_each_others(client: Client, product: Product) -> None:
    save(client, product)
    assert "Nothing is saved yet." in page(Client())


def test_a_forged_cookie_counts_as_none(client: Client, product: Product) -> None:
    save(client, product)
    thief = Client()
    thief.cookies["wishlist"] = str(WishList.objects.get().token)
    assert "Nothing is saved yet." in page(thief)


def test_htmx_gets_the_words_with_undo_and_the_hearts_are_told(client: Client, product: Product) -> None:
    response = client.post(URL, {"product": product.pk, "wanted": "1"}, headers=HTMX)
    said = response.content.decode()
    assert "<html" not in said
    assert "Saved: Linen shirt." in said
    assert "Undo" in said
    assert json.loads(response["HX-Trigger"]) == {"wish-changed": {"product": product.pk, "wished": True}}
    response = client.post(URL, {"product": product.pk}, headers=HTMX)
    assert "Taken off the wish-list: Linen shirt." in response.content.decode()
    assert json.loads(response["HX-Trigger"])["wish-changed"]["wished"] is False


@pytest.mark.parametrize("number", ["", "0", "-1", "abc", "9" * 30, "1.5", "\x00", "999999"])
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_nonsense_is_refused_in_words(client: Client, number: str, headers: dict[str, str], db: None) -> None:
    response = client.post(URL, {"product": number, "wanted": "1"}, headers=headers)
    assert response.status_code == 422
    assert "This product is not sold any more." in response.content.decode()
    assert not WishList.objects.exists()


def test_an_unpublished_product_cannot_be_saved(client: Client) -> None:
    product = make_product(is_published=False)
    assert client.post(URL, {"product": product.pk, "wanted": "1"}).status_code == 422


def test_what_is_withdrawn_stays_by_name_and_can_be_removed(client: Client, product: Product) -> None:
    save(client, product)
    Product.objects.update(is_published=False)
    shown = page(client)
    assert "Not sold any more" in shown
    assert "Linen shirt" in shown
    client.post(URL, {"product": product.pk})
    assert "Nothing is saved yet." in page(client)


def test_the_latest_wish_comes_first(client: Client, product: Product) -> None:
    later = make_product(title="Wool hat")
    save(client, product)
    save(client, later)
    client.get("/wishlist/")  # shows the messages, so that they are gone
    shown = page(client)
    assert shown.index("Wool hat") < shown.index("Linen shirt")


def test_a_full_list_says_so(product: Product, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "MAX_WISHES", 1)
    wishlist = WishList()
    save_wish(wishlist=wishlist, product_id=product.pk)
    with pytest.raises(WishListFull, match=r"Your wish-list is full: it holds 1\."):
        save_wish(wishlist=wishlist, product_id=make_product().pk)
    save_wish(wishlist=wishlist, product_id=product.pk)
    remove_wish(wishlist=wishlist, product_id=product.pk)
    assert not Wish.objects.exists()


def test_hearts_are_pressed_in_every_list(client: Client, product: Product) -> None:
    assert pressed(client, "/") == pressed(client, product.get_absolute_url()) == ["false"]
    save(client, product)
    assert pressed(client, "/") == pressed(client, product.get_absolute_url()) == ["true"]


def test_queries_do_not_grow_with_the_wishes(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for count in (2, 6):
        for _ in range(count):
            save(client, make_product(colours=["Blue", "Red"]))
        client.get("/wishlist/")
        with django_assert_num_queries(4):  # list, products, images, hearts
            client.get("/wishlist/")


def test_only_post_changes(client: Client, product: Product) -> None:
    assert client.get(URL).status_code == 405


def test_a_wish_without_a_csrf_token_is_refused(product: Product) -> None:
    response = Client(enforce_csrf_checks=True).post(URL, {"product": product.pk, "wanted": "1"})
    assert response.status_code == 403


def test_the_page_is_never_cached(client: Client) -> None:
    assert "no-store" in client.get("/wishlist/")["Cache-Control"]

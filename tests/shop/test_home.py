import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from shop.selectors.home import NEW_IN, home_page
from tests.factories import make_category, make_product

pytestmark = pytest.mark.django_db


def test_home_offers_search_and_photo_search(client: Client) -> None:
    page = client.get("/").content.decode()
    assert page.count("<h1") == 1
    assert 'type="search"' in page
    assert "Search with a photo" in page


def test_empty_catalogue_says_so(client: Client) -> None:
    page = client.get("/").content.decode()
    assert "Nothing is on sale yet. Come back soon." in page
    assert "New in" not in page


def test_tiles_are_categories_with_something_below() -> None:
    clothes = make_category(name="Clothes")
    shirts = make_category(name="Shirts", parent=clothes)
    make_category(name="Trousers", parent=clothes)
    make_category(name="Shoes")
    make_product(category=shirts)
    hidden = make_category(name="Hidden")
    make_product(category=hidden, is_published=False)

    (tile,) = home_page().tiles
    assert (tile.name, [child.name for child in tile.children]) == ("Clothes", ["Shirts"])
    assert tile.image
    assert tile.children[0].image
    assert tile.image.url == tile.children[0].image.url


def test_a_tile_shows_the_newest_below_that_the_lead_does_not_show() -> None:
    clothes = make_category(name="Clothes")
    caps, ties = (make_category(name=name, parent=clothes) for name in ("Caps", "Ties"))
    tie, cap = make_product(category=ties), make_product(category=caps)
    lead = [make_product(category=category) for category in (caps, make_category(), ties)]
    page = home_page()
    assert {card.product_id for card in page.lead} == {product.pk for product in lead}
    shown = {tile.name: tile.image.url for tile in page.tiles if tile.image}
    (first,) = cap.images.all()
    assert shown["Clothes"] == first.file.url
    (of_ties,) = (child for tile in page.tiles for child in tile.children if child.name == "Ties")
    assert of_ties.image
    assert of_ties.image.url == tie.images.get().file.url


def test_tile_without_a_picture_is_still_a_tile() -> None:
    make_product(images=0)
    (tile,) = home_page().tiles
    assert tile.image is None


def test_new_in_is_newest_first_and_can_be_bought() -> None:
    category = make_category()
    products = [make_product(category=category, images=0) for _ in range(NEW_IN + 1)]
    make_product(category=category, images=0, stock=0)
    make_product(category=category, images=0, is_published=False)
    shown = [card.product_id for card in home_page().new_in]
    assert shown == [product.pk for product in reversed(products[1:])]


def test_page_shows_tiles_and_cards(client: Client) -> None:
    product = make_product(title="Linen shirt", category=make_category(name="Shirts"))
    page = client.get("/").content.decode()
    assert product.category.get_absolute_url() in page
    assert product.get_absolute_url() in page


def test_queries_do_not_grow_with_the_catalogue(client: Client) -> None:
    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get("/")
        return len(queries)

    for _ in range(2):
        make_product()
    before = count()
    for _ in range(4):
        make_product(category=make_category(parent=make_category()))
    assert count() == before


def test_the_lead_is_three_of_the_new_products_with_a_picture() -> None:
    make_product(images=0)
    for _ in range(2):
        make_product()
    assert home_page().lead == ()
    make_product()
    page = home_page()
    assert len(page.lead) == 3
    assert all(card.image and card in page.new_in for card in page.lead)


def test_the_first_picture_is_asked_for_at_once_and_those_that_phones_do_not_show_are_lazy(
    client: Client,
) -> None:
    for _ in range(3):
        make_product()
    page = client.get("/").content.decode()
    lead = page[page.index("home-lead__pictures") : page.index('id="categories"')]
    assert lead.count('fetchpriority="high"') == 1
    assert lead.count('loading="lazy"') == 2

"""More like this, but: the look stays, the colour, price or type changes; and like several at once."""

import numpy as np
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from catalog.models import Product
from recommendations.models import Encoder
from recommendations.presenters.look_notes import look_notes
from recommendations.ranking import Facts, Ranked, Wanted
from recommendations.selectors.looks import Looks
from recommendations.strength import Strength
from tests.catalog_pages.page import Page, read
from tests.factories import make_image, make_product

from .gallery import embed, make_gallery

pytestmark = pytest.mark.django_db


@pytest.fixture
def product() -> Product:
    return make_gallery(1, colours=["Red"], price_minor=3000)[0]


def page_of(client: Client, product: Product, query: str = "") -> Page:
    response = client.get(reverse("recommendations:similar", args=[product.slug]) + query)
    assert response.status_code == 200
    return read(response)


def tiles(page: Page) -> set[int]:
    return {int(tile.attributes["data-product"]) for tile in page.with_class("card")}


def ids(products: list[Product]) -> set[int]:
    return {product.pk for product in products}


def test_another_colour_and_what_looks_like_it(client: Client, product: Product) -> None:
    navy, blue = (make_gallery(2, colours=[colour]) for colour in ("Navy", "Navy Blue"))
    make_gallery(2, colours=["Yellow"])
    assert tiles(page_of(client, product, "?colour=Navy+Blue")) == ids([*navy, *blue])


@pytest.mark.parametrize(("query", "colour"), [("", "Red"), ("?colour=Blue", "Blue")])
def test_a_tile_has_the_colour_of_the_product_or_the_one_asked_for(
    client: Client, product: Product, query: str, colour: str
) -> None:
    both = make_product(colours=["Black", "Red", "Blue"], images=0)
    for position, name in enumerate(["Black", "Red", "Blue"]):
        make_image(both, alt_text=f"{name} shirt, front", position=position, seed=position)
    embed([both])
    (picture,) = page_of(client, product, query).all("img")
    assert picture.attributes["alt"] == f"{colour} shirt, front"


def test_cheaper_and_dearer(client: Client, product: Product) -> None:
    cheap, dear = make_gallery(2, price_minor=2000), make_gallery(2, price_minor=4000)
    assert tiles(page_of(client, product, "?price=lower")) == ids(cheap)
    assert tiles(page_of(client, product, "?price=higher")) == ids(dear)


def test_another_type(client: Client, product: Product) -> None:
    bags = make_gallery(2, product_type="Bag")
    make_gallery(2)
    assert tiles(page_of(client, product, "?type=Bag")) == ids(bags)


def test_like_two_at_once(client: Client, product: Product) -> None:
    other, *rest = make_gallery(4)
    page = page_of(client, product, f"?with={other.slug}")
    assert tiles(page) == ids(rest)
    assert page.all("a", href="?")[0].text.split() == ["Remove:", *other.title.split(), "×"]
    assert page.all("a", href=f"?with={other.slug}&with={rest[0].slug}")


def test_what_is_pressed_is_taken_back(client: Client, product: Product) -> None:
    make_gallery(2, colours=["Blue"], price_minor=2000)
    page = page_of(client, product, "?colour=Blue&price=lower")
    pressed = [link for link in page.all("a") if link.attributes.get("aria-current") == "true"]
    assert {link.attributes["href"] for link in pressed} == {"?price=lower", "?colour=Blue"}


def test_only_colours_that_its_kind_comes_in_are_offered(client: Client, product: Product) -> None:
    make_gallery(1, colours=["Green"])
    make_gallery(1, colours=["Blue"], stock=0)
    make_gallery(1, colours=["White"], gender="men")
    make_gallery(1, colours=["Black"], product_type="Bag")
    Product.objects.filter(pk=product.pk).update(gender="women")
    page = page_of(client, product)
    assert [link.text for link in page.all("a") if link.attributes["href"].startswith("?colour=")] == [
        "Green"
    ]
    (pressed,) = page_of(client, product, "?colour=Black").all("a", href="?")
    assert pressed.text == "Black", "nothing of its kind is black, but it can be taken back"


@pytest.mark.parametrize(
    "query",
    [
        "?colour=Plaid&type=Nothing&price=lower",
        "?colour=%00&type=%00&price=cheap&with=&with=no-such&with=%00",
        "?with=a&with=b&with=c&with=d&with=e",
        f"?colour={'x' * 5000}&type={'y' * 5000}",
    ],
)
def test_contradictions_and_nonsense(client: Client, product: Product, query: str) -> None:
    make_gallery(2)
    page_of(client, product, query)


def test_nothing_left_is_said(client: Client, product: Product) -> None:
    make_gallery(2)
    page = page_of(client, product, "?type=Bag")
    assert not tiles(page)
    assert any("Nothing matches" in text for text in page.texts("p"))


def test_each_tile_says_why(client: Client, product: Product) -> None:
    make_gallery(1, colours=["Red"], price_minor=3100)
    (note,) = page_of(client, product).with_class("card__note")
    assert note.text == "Same type · same colour · similar price"


def test_another_type_is_never_called_similar() -> None:
    facts = Facts(1, 0.99, np.ones(1, np.float32), product_type="Scarf")
    encoder = Encoder(key="vitrine-1")
    for kind, said in (("Scarf", Strength.VERY_CLOSE), ("Dress", Strength.NOTHING_CLOSE)):
        looks = Looks([Ranked(facts, {})], Wanted(kind), encoder)
        assert look_notes(looks)[1].strength is said


def test_queries_stay_constant(client: Client, product: Product) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            page_of(client, product, "?price=lower&colour=Blue")
        return len(captured)

    make_gallery(9, price_minor=2000)
    queries()
    before = queries()
    make_gallery(9, price_minor=2000)
    queries()
    assert queries() == before

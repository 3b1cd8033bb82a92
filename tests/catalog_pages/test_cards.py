"""The one tile, as every list prints it."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails

from catalog.cards import product_cards
from catalog.models import Product
from tests.factories import make_brand, make_image, make_product, make_variant

from .page import Page, read_html

pytestmark = pytest.mark.django_db


def tile(product: Product, rf: RequestFactory, *, below: bool = True) -> Page:
    """`below` the first view, as most are."""
    (card,) = product_cards([product.pk])
    request = rf.get("/c/shirts/?page=2")
    request.htmx = HtmxDetails(request)  # type: ignore[attr-defined]
    context = {"cards": [card], "below": below}
    return read_html(render_to_string("components/product_grid.html", context, request))


def test_says_what_it_is_in_one_link(rf: RequestFactory) -> None:
    product = make_product(title="Linen shirt", brand=make_brand(name="Vela"), colours=["Blue"])
    page = tile(product, rf)
    (link,) = page.with_class("card__link")
    assert (link.text, link.attributes["href"]) == ("Linen shirt", product.get_absolute_url())
    assert page.text("h3") == "Linen shirt"
    assert (page.with_class("card__brand")[0].text, page.with_class("card__price")[0].text) == (
        "Vela",
        "€19.99",
    )
    assert page.with_class("swatch")[0].attributes["data-colour"] == "blue"


def test_picture_keeps_its_place_and_does_not_repeat_the_title(rf: RequestFactory) -> None:
    (image,) = tile(make_product(), rf).all("img")
    assert (image.attributes["width"], image.attributes["height"]) == ("48", "64")
    assert image.attributes["alt"] == ""
    assert image.attributes["loading"] == "lazy"


def test_first_picture_is_not_lazy(rf: RequestFactory) -> None:
    (image,) = tile(make_product(), rf, below=False).all("img")
    assert "loading" not in image.attributes


def test_picture_is_the_first_by_position_with_the_merchants_words(rf: RequestFactory) -> None:
    product = make_product(images=0)
    make_image(product, position=2, seed=1, alt_text="Back")
    make_image(product, position=1, seed=2, alt_text="Front, buttoned")
    (image,) = tile(product, rf).all("img")
    assert image.attributes["alt"] == "Front, buttoned"


def test_one_variant_is_added_at_once(rf: RequestFactory) -> None:
    product = make_product(title="Linen shirt")
    page = tile(product, rf)
    (button,) = page.all("button", name="sku")
    assert button.text == "Add: Linen shirt"
    assert (button.attributes["name"], button.attributes["value"]) == ("sku", product.variants.get().sku)
    assert page.all("form", action="/cart/add/")
    assert page.all("input", name="next")[-1].attributes["value"] == "/c/shirts/?page=2"


def test_several_sizes_are_chosen_in_the_card(rf: RequestFactory) -> None:
    product = make_product(title="Linen shirt", sizes=["S"])
    make_variant(product, colour="Blue", size="M", stock=0, position=1)
    page = tile(product, rf)
    assert page.text("summary") == "Add: choose size , Linen shirt"
    assert page.text("legend") == "Size of Linen shirt"
    assert [choice.text for choice in page.with_class("choice")] == ["S", "M, sold out"]


def test_a_title_is_text_wherever_it_is_said(rf: RequestFactory) -> None:
    title = "<b>100 %(title)s & 5%</b>"
    page = tile(make_product(title=title, sizes=["S", "M"]), rf)
    assert page.text("h3") == title
    assert page.text("legend") == f"Size of {title}"
    assert f"Save to wish-list: {title}" in page.texts("span")
    assert not page.all("b")


def test_several_colours_are_named_in_the_choice(rf: RequestFactory) -> None:
    page = tile(make_product(colours=["Blue", "Red"], sizes=["S"]), rf)
    assert [choice.text for choice in page.with_class("choice")] == ["Blue, S", "Red, S"]


def test_colours_without_sizes_are_a_choice_of_colour(rf: RequestFactory) -> None:
    page = tile(make_product(title="Scarf", colours=["Blue", "Red"], sizes=[""]), rf)
    assert page.text("summary") == "Add: choose colour , Scarf"
    assert page.text("legend") == "Colour of Scarf"


def test_prices_that_differ_start_at_the_lowest(rf: RequestFactory) -> None:
    product = make_product(price_minor=2500)
    make_variant(product, size="L", price_minor=2000)
    assert "from €20.00" in tile(product, rf).texts("p")


def test_sold_out_is_said_in_the_link_and_cannot_be_added(rf: RequestFactory) -> None:
    page = tile(make_product(title="Linen shirt", stock=0), rf)
    assert page.with_class("card__link")[0].text == "Sold out Linen shirt"
    assert not page.all("form", action="/cart/add/")


def test_a_product_with_nothing_to_show_is_still_a_tile(rf: RequestFactory) -> None:
    page = tile(make_product(title="Bare", images=0, colours=[]), rf)
    assert page.with_class("card__link")[0].text == "Sold out Bare"
    assert not page.all("img")


def test_more_than_four_colours_are_counted(rf: RequestFactory) -> None:
    page = tile(make_product(colours=["Blue", "Red", "Teal", "Tan", "Grey", "Pink"]), rf)
    assert len(page.with_class("swatch")) == 4
    assert page.with_class("swatches")[0].text.endswith("+2")

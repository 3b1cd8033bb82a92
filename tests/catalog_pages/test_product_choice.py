"""Choosing a colour and a size on a product's page."""

import pytest
from django.test import Client

from catalog.models import Product, ProductImage
from tests.factories import make_product, make_variant

from .page import Page, read

pytestmark = pytest.mark.django_db


def get(client: Client, product: Product, **query: str) -> Page:
    response = client.get(product.get_absolute_url(), query)
    assert response.status_code == 200
    return read(response)


def fragment(client: Client, product: Product, **query: str) -> tuple[Page, str]:
    """What htmx gets after a change of the choice, and the address that it shows."""
    headers = {"HX-Request": "true", "HX-Target": f"buy-{product.pk}"}
    response = client.get(product.get_absolute_url(), query, headers=headers)
    assert b"<html" not in response.content
    assert "HX-Target" in response["Vary"]
    return read(response), response["HX-Replace-Url"]


def values(page: Page, name: str) -> list[str]:
    return [field.attributes["value"] for field in page.all("input", type="radio", name=name)]


def checked(page: Page) -> list[str]:
    return [
        field.attributes["value"]
        for field in page.all("input", type="radio")
        if "checked" in field.attributes
    ]


def two_colours() -> Product:
    """Blue in S and M, red in M, of which none is left, and L."""
    product = make_product(title="Linen shirt", slug="linen-shirt", colours=["Blue"], sizes=["S", "M"])
    make_variant(product, sku="red-m", colour="Red", size="M", stock=0, position=1)
    make_variant(product, sku="red-l", colour="Red", size="L", stock=2, price_minor=2500, position=2)
    return product


def test_colours_and_sizes_are_radio_groups(client: Client) -> None:
    page = get(client, two_colours())
    assert page.texts("legend") == ["Colour: Blue", "Size"]
    assert values(page, "colour") == ["Blue", "Red"]
    assert values(page, "size") == ["S", "M"]
    assert checked(page) == ["Blue"]


def test_a_colour_has_its_own_sizes_and_prices(client: Client) -> None:
    page = get(client, two_colours(), colour="Red")
    assert values(page, "size") == ["M", "L"]
    assert checked(page) == ["Red"]
    assert page.texts("span", **{"class": "choice__price"}) == ["€19.99", "€25.00"]


def test_a_sold_out_size_is_named_and_can_be_chosen(client: Client) -> None:
    page = get(client, two_colours(), colour="Red")
    sizes = [field.attributes["aria-label"] for field in page.all("input", name="size")]
    assert sizes == ["M, sold out", "L, 2 left"]
    assert page.texts("span", **{"class": "choice__state"}) == ["sold out", "2 left"]
    assert not any("disabled" in field.attributes for field in page.all("input"))


def test_a_chosen_sold_out_size_leads_to_similar_looks_in_it(client: Client) -> None:
    page = get(client, two_colours(), colour="Red", size="M")
    assert page.texts("a", href="/p/linen-shirt/similar/?size=M")[0] == "Similar looks in M"
    assert not page.with_class("buy__add")
    assert page.with_class("buy__sold-out")[0].text == "Sold out: Red, M."


def test_a_chosen_size_has_its_price_and_stock(client: Client) -> None:
    page = get(client, two_colours(), colour="Red", size="L")
    assert page.with_class("product__price")[0].text == "€25.00"
    assert page.with_class("stock")[0].text == "Only 2 left"
    assert checked(page) == ["Red", "L"]


def test_another_colour_keeps_the_size_or_says_why_not(client: Client) -> None:
    product = two_colours()
    page, address = fragment(client, product, colour="Red", size="L")
    assert (checked(page), address) == (["Red", "L"], "/p/linen-shirt/?colour=Red&size=L")
    page, address = fragment(client, product, colour="Blue", size="L")
    assert (checked(page), address) == (["Blue"], "/p/linen-shirt/?colour=Blue")
    assert page.with_class("notice")[0].text == "Blue is not made in L."


def test_back_gets_the_whole_page(client: Client) -> None:
    product = two_colours()
    headers = {
        "HX-Request": "true",
        "HX-Target": f"buy-{product.pk}",
        "HX-History-Restore-Request": "true",
    }
    assert b"<html" in client.get(product.get_absolute_url(), headers=headers).content


@pytest.mark.parametrize(
    "query", [{"colour": "Mauve"}, {"colour": "\x00"}, {"size": "M" * 5000}, {"size": "<b>"}]
)
def test_a_choice_that_is_none_is_left_out(client: Client, query: dict[str, str]) -> None:
    page = get(client, two_colours(), **query)
    assert checked(page) == ["Blue"]
    assert not page.with_class("notice")


def test_a_colour_shows_its_own_picture(client: Client) -> None:
    product = make_product(colours=["Blue", "Red"], images=3)
    picture = product.images.all()[2]
    ProductImage.objects.filter(pk=picture.pk).update(alt_text="Shirt in red, front")
    page = get(client, product, colour="Red")
    assert page.with_class("buy")[0].attributes["data-picture"] == "2"
    assert page.with_class("gallery__shown")[0].attributes["id"] == "picture-3"
    assert [image.attributes.get("fetchpriority") for image in page.all("img")][:3] == [None, None, "high"]
    assert get(client, product).with_class("buy")[0].attributes["data-picture"] == "0"


def test_an_only_variant_needs_no_choice(client: Client) -> None:
    page = get(client, make_product(colours=["Blue"], sizes=["M"]))
    assert not page.all("input", type="radio")
    assert page.with_class("buy__only")[0].text == "Size: M."
    assert page.with_class("buy__add")[0].text == "Add to cart"


def test_colours_without_sizes_need_no_size(client: Client) -> None:
    page = get(client, make_product(colours=["Blue", "Red"], sizes=[""]))
    assert page.texts("legend") == ["Colour: Blue"]
    assert page.with_class("buy__add")[0].text == "Add to cart"


def test_the_form_adds_what_is_chosen(client: Client) -> None:
    product = two_colours()
    page = get(client, product)
    (form,) = page.all("form", action="/cart/add/")
    assert form.attributes["method"] == "post"
    response = client.post("/cart/add/", {"product": product.slug, "colour": "Red", "size": "L"}, follow=True)
    assert "Added: Linen shirt, Red, L. 1 item in cart." in response.content.decode()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"colour": "Blue"}, "Choose a size first."),
        ({"colour": "Blue", "size": "L"}, "Blue is not made in L."),
        ({"colour": "Red", "size": "M"}, "Linen shirt, Red, M is sold out."),
        ({"colour": "Mauve", "size": "M"}, "This product is not sold any more."),
        ({"colour": "Blue", "size": "XXL"}, "Choose a size first."),
        ({"product": "nothing", "size": "M"}, "This product is not sold any more."),
    ],
)
def test_a_choice_that_cannot_be_added_is_refused_in_words(
    client: Client, sent: dict[str, str], said: str
) -> None:
    response = client.post("/cart/add/", {"product": two_colours().slug, **sent})
    assert response.status_code == 422
    assert said in response.content.decode()


@pytest.mark.parametrize(
    "table",
    [
        "Size|Chest|Length; S|92 cm|70 cm; M|98 cm|72 cm;",
        [["Size", "Chest", "Length"], ["S", "92 cm", "70 cm"], ["M", "98 cm", "72 cm"]],
    ],
)
def test_size_help_is_a_table_beside_the_sizes(client: Client, table: object) -> None:
    product = make_product(sizes=["S", "M"], attributes={"size_table": table, "model": "She wears M."})
    page = get(client, product)
    (button,) = page.all("button", popovertarget=f"size-help-{product.pk}", popovertargetaction="hide")
    assert page.texts("th") == ["Size", "Chest", "Length", "S", "M"]
    assert page.texts("td") == ["92 cm", "70 cm", "98 cm", "72 cm"]
    assert "She wears M." in page.texts("p")
    assert "Model" not in page.texts("dt")


@pytest.mark.parametrize(
    "table",
    ["S", 7, [], [[]], [["Size", "Chest"], "S", 7], {"S": "large"}, "Size|Chest", "Size;S", "|;|", None],
)
def test_an_odd_size_table_does_no_harm(client: Client, table: object) -> None:
    page = get(client, make_product(sizes=["S", "M"], attributes={"size_table": table}))
    assert not page.all("table")

import pytest
from django.db import IntegrityError
from django.test import Client

from catalog.models import Product
from tests.factories import make_brand, make_category, make_product

from .page import Page, read

pytestmark = pytest.mark.django_db


def get(client: Client, product: Product) -> Page:
    response = client.get(product.get_absolute_url())
    assert response.status_code == 200
    return read(response)


def test_says_what_it_is_and_what_it_costs(client: Client) -> None:
    clothes = make_category(name="Clothes")
    product = make_product(
        title="Linen shirt",
        category=make_category(name="Shirts", parent=clothes),
        brand=make_brand(name="Vela"),
        description="Cool in summer.",
        gender="men",
        attributes={"fabric": "Linen", "washes": 40, "empty": "", "nested": {"a": 1}, "sustainable": True},
    )
    page = get(client, product)
    assert page.text("h1") == "Linen shirt"
    assert page.with_class("product__price")[0].text == "€19.99"
    assert {"Vela", "Cool in summer."} <= set(page.texts("p"))
    facts = dict(zip(page.texts("dt"), page.texts("dd"), strict=True))
    assert facts == {"Type": "Shirt", "For": "Men", "Colour": "Blue", "Fabric": "Linen", "Washes": "40"}
    crumbs = [link.text for link in page.all("a") if link.attributes.get("href", "").startswith("/c/")]
    assert crumbs == ["Clothes", "Shirts"]


def test_gallery_has_a_thumbnail_for_each_of_several_pictures(client: Client) -> None:
    page = get(client, make_product(title="Linen shirt", images=3))
    targets = [link.attributes["href"] for link in page.with_class("gallery__thumbnail")]
    assert targets == ["#picture-1", "#picture-2", "#picture-3"]
    assert all(page.all("li", id=target.removeprefix("#")) for target in targets)
    pictures = [image.attributes for image in page.all("img")]
    assert [picture["alt"] for picture in pictures[:3]] == ["Linen shirt"] * 3
    assert all(picture["width"] == "48" and picture["height"] == "64" for picture in pictures)
    assert pictures[0]["fetchpriority"] == "high"
    assert "loading" not in pictures[0]


def test_each_picture_is_a_link_to_the_original(client: Client) -> None:
    product = make_product(images=2)
    links = [link.attributes["href"] for link in get(client, product).with_class("gallery__zoom")]
    assert links == [image.file.url for image in product.images.all()]


def test_forty_pictures_wait_behind_their_number(client: Client) -> None:
    page = get(client, make_product(images=40))
    assert len(page.with_class("gallery__thumbnail")) == 40
    assert page.text("summary") == "+35 more pictures"
    eager = [image for image in page.all("img") if "loading" not in image.attributes]
    assert len(eager) == 1 + 5


def test_one_picture_needs_no_thumbnails(client: Client) -> None:
    assert len(get(client, make_product(images=1)).all("img")) == 1


def test_a_product_without_pictures_says_so(client: Client) -> None:
    assert "There is no picture of this product." in get(client, make_product(images=0)).texts("li")


def order(page: Page) -> list[str]:
    """The parts of the page from top to bottom."""
    parts = {"product__price": "price", "buy__form": "buy", "similar-slot": "similar", "facts": "details"}
    names = [parts.get(element.attributes.get("class", ""), "") for element in page.elements]
    return [name for name in names if name]


def test_similar_looks_stand_after_the_buy_area(client: Client) -> None:
    product = make_product()
    page = get(client, product)
    assert order(page) == ["price", "buy", "similar", "details"]
    (slot,) = page.with_class("similar-slot")
    assert slot.attributes["hx-get"] == f"/p/{product.slug}/similar/"
    assert slot.attributes["hx-trigger"] == "revealed"
    assert page.texts("a", href=f"/p/{product.slug}/similar/") == ["See similar looks"]


def test_similar_looks_stand_under_the_price_of_a_sold_out_product(client: Client) -> None:
    page = get(client, make_product(stock=0))
    assert order(page) == ["price", "similar", "details"]
    assert page.with_class("similar-slot")[0].attributes["hx-trigger"] == "load"
    assert any("Sold out." in notice.text for notice in page.with_class("notice"))


def test_a_product_without_variants_is_sold_out(client: Client) -> None:
    page = get(client, make_product(colours=[]))
    assert not page.with_class("buy__form")
    assert not page.with_class("product__price")


@pytest.mark.parametrize(("minor", "written"), [(0, "€0.00"), (100_000_000, "€1,000,000.00")])
def test_prices_at_both_ends(client: Client, minor: int, written: str) -> None:
    assert get(client, make_product(price_minor=minor)).with_class("product__price")[0].text == written


@pytest.mark.parametrize("title", ["Wide " * 40, "قميص كتان أزرق", "👕✨ Sunny tee 🏳️‍🌈"])
def test_titles_of_any_script_and_length(client: Client, title: str) -> None:
    product = make_product(title=title.strip(), slug="any-title")
    assert get(client, product).text("h1") == title.strip()


def test_made_up_facts_are_marked(client: Client) -> None:
    page = get(client, make_product(attributes={"invented": ["price", "size"]}))
    assert any(text.endswith("does not say: price, size.") for text in page.texts("p"))
    assert "Invented" not in page.texts("dt")


@pytest.mark.parametrize("invented", ["price", 7, None, {}])
def test_odd_marks_do_no_harm(client: Client, invented: object) -> None:
    page = get(client, make_product(attributes={"invented": invented}))
    assert not any("does not say" in text for text in page.texts("p"))


def test_attributes_that_are_no_object_cannot_be_stored() -> None:
    with pytest.raises(IntegrityError, match="product_attributes_are_an_object"):
        make_product(attributes=["linen"])


def test_what_merchants_write_is_text(client: Client) -> None:
    product = make_product(title="<b>Shirt</b>", description="<script>alert(1)</script>")
    response = client.get(product.get_absolute_url())
    assert b"<b>Shirt" not in response.content
    assert b"<script>alert" not in response.content


def test_an_unknown_product_is_not_found(client: Client) -> None:
    assert client.get("/p/no-such-thing/").status_code == 404


def test_a_product_page_can_only_be_read(client: Client) -> None:
    assert client.post(make_product().get_absolute_url()).status_code == 405

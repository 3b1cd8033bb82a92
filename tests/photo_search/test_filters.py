import pytest
from django.test import Client

from catalog.models import Product
from recommendations.models import PhotoQuery
from tests.similar_looks.gallery import make_gallery

from .shop import Answer, get, photo, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop(db: None) -> dict[str, Product]:
    facts = {
        "shirt": {"product_type": "Shirt", "colours": ["Blue"], "gender": "men", "price_minor": 2000},
        "shoes": {"product_type": "Shoes", "colours": ["Black"], "gender": "women", "price_minor": 8000},
        "sold out": {"product_type": "Shoes", "colours": ["Green"], "gender": "women", "stock": 0},
    }
    return {name: make_gallery(1, seed=7, **fields)[0] for name, fields in facts.items()}


@pytest.fixture
def found(client: Client, shop: dict[str, Product]) -> Answer:
    """For everyone, of a photo whose colour is no filter: seed 7 is a colour of nothing in this shop."""
    return post(client, {"photo": photo(seed=7), "any": "gender"})


FILTERS = {
    "type": ({"type": "Shirt"}, {"shirt"}),
    "two types": ({"type": ["Shirt", "Shoes"]}, {"shirt", "shoes"}),
    "colour": ({"colour": "Black"}, {"shoes"}),
    "gender": ({"gender": "men"}, {"shirt"}),
    "lowest price": ({"price_min": "50"}, {"shoes"}),
    "highest price": ({"price_max": "50"}, {"shirt"}),
    "all at once": ({"type": "Shoes", "colour": "Black", "gender": "women", "price_min": "1"}, {"shoes"}),
    "nothing has both": ({"type": "Shoes", "colour": "Blue"}, set()),
}


@pytest.mark.parametrize(("fields", "names"), FILTERS.values(), ids=FILTERS.keys())
def test_with_the_photo(
    client: Client, shop: dict[str, Product], found: Answer, fields: dict[str, str], names: set[str]
) -> None:
    filtered = post(client, {**found.fields, **fields})
    assert set(filtered.tiles) == {shop[name].pk for name in names}
    assert filtered.page.all("image"), "the photo stays in view"
    assert filtered.link == found.link


@pytest.mark.parametrize(("fields", "names"), FILTERS.values(), ids=FILTERS.keys())
def test_by_the_link(
    client: Client, shop: dict[str, Product], found: Answer, fields: dict[str, str], names: set[str]
) -> None:
    filtered = answer_of(client, found.link, fields)
    assert set(filtered.tiles) == {shop[name].pk for name in names}


def answer_of(client: Client, link: str, fields: dict[str, str]) -> Answer:
    from .shop import answer

    return answer(client.get(link, {"any": "gender", **fields}, follow=True))


def test_in_stock_until_it_is_unticked(client: Client, shop: dict[str, Product], found: Answer) -> None:
    assert shop["sold out"].pk not in found.tiles
    fields = {name: value for name, value in found.fields.items() if name != "in_stock"}
    assert shop["sold out"].pk in post(client, fields).tiles


def test_and_stays_so_for_another_part(client: Client, shop: dict[str, Product], found: Answer) -> None:
    fields = {name: value for name, value in found.fields.items() if name != "in_stock"}
    everything = post(client, fields)
    assert shop["sold out"].pk in post(client, {**everything.fields, "right": "60"}).tiles


def test_a_chip_takes_its_filter_away(client: Client, found: Answer) -> None:
    filtered = post(client, {**found.fields, "type": "Shirt", "price_max": "50"})
    assert filtered.chips[:3] == ["type:Shirt", "price_max:50.00", "in_stock:1"]
    for chip in filtered.chips[:2]:
        filtered = post(client, {**filtered.fields, "without": chip})
        assert chip not in filtered.chips
    assert sorted(filtered.tiles) == sorted(found.tiles)


def test_nothing_left_offers_the_way_back(client: Client, found: Answer) -> None:
    nothing = post(client, {**found.fields, "price_min": "1000"})
    assert nothing.status == 200
    assert nothing.heading == "No items like this"
    assert "price_min:1000.00" in nothing.chips


BAD = {
    "type": ({"type": "Hovercraft"}, "unknown choice"),
    "colour": ({"colour": "Blue\0"}, "unknown choice"),
    "gender": ({"gender": "' OR 1=1"}, "unknown choice"),
    "price": ({"price_min": "cheap"}, "as a number"),
    "endless price": ({"price_max": "9" * 400}, "Highest price"),
    "prices crossed": ({"price_min": "50", "price_max": "20"}, "above the highest"),
}


@pytest.mark.parametrize(("fields", "words"), BAD.values(), ids=BAD.keys())
def test_what_is_not_understood_is_left_out_and_said(
    client: Client, found: Answer, fields: dict[str, str], words: str
) -> None:
    for filtered in (post(client, {**found.fields, **fields}), answer_of(client, found.link, fields)):
        assert filtered.status == 400
        assert words in filtered.page.with_class("notice--error")[0].text
        assert filtered.tiles == found.tiles


@pytest.mark.parametrize(("fields", "words"), BAD.values(), ids=BAD.keys())
def test_no_search_begins_with_it(
    client: Client, shop: dict[str, Product], fields: dict[str, str], words: str
) -> None:
    refused = post(client, {"photo": photo(seed=7), **fields})
    assert refused.status == 400
    assert words in refused.refusal
    assert not PhotoQuery.objects.exists()
    assert post(client, refused.fields).status == 200, "the photo came along for another try"


def test_the_link_carries_the_filters(client: Client, found: Answer) -> None:
    filtered = post(client, {**found.fields, "type": "Shoes", "price_max": "90"})
    (form,) = filtered.page.all("form", id="photo-form")
    url = form.attributes["data-url"]
    assert url == f"{found.link}?type=Shoes&price_max=90&any=gender"
    assert get(client, url).tiles == filtered.tiles

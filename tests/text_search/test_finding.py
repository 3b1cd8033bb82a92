"""What is found by which words, and in which order."""

import pytest

from catalog.models import Brand, Category, Product, SearchDocument, Variant
from catalog.selectors import text_search
from tests.factories import make_brand, make_category, make_product, make_variant

pytestmark = pytest.mark.django_db


def titles(text: str) -> list[str]:
    return [product.title for product in text_search(text=text).products]


@pytest.fixture
def shop(db: None) -> None:
    adidas, nike = make_brand(name="Adidas"), make_brand(name="Nike")
    make_product(title="Linen shirt", product_type="Shirt", colours=["White"], images=0)
    make_product(title="Crew-neck T-shirt", product_type="T-shirt", colours=["White"], images=0)
    make_product(title="Court sneaker", product_type="Shoes", brand=nike, colours=["White"], images=0)
    make_product(title="Court cap", product_type="Cap", brand=adidas, colours=["White"], images=0)
    make_product(title="Wrap dress", product_type="Dress", colours=["Red"], images=0, gender="women")
    make_product(
        title="Café dress",
        product_type="Dress",
        colours=["Green"],
        description="Lovely with blue shoes, a blue bag and a blue hat over blue jeans.",
        images=0,
    )
    make_product(title="Summer dress", product_type="Dress", colours=["Blue"], images=0)
    make_product(title="Slim trousers", product_type="Trousers", colours=["Blue"], images=0, gender="men")


@pytest.mark.parametrize("text", ["T-shirt", "t shirt", "tshirts", "T-SHIRTS", "tees", "ｔ－ｓｈｉｒｔ"])
def test_a_t_shirt_however_it_is_written(shop: None, text: str) -> None:
    assert titles(text) == ["Crew-neck T-shirt"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tshrit", ["Crew-neck T-shirt"]),
        ("drses", ["Summer dress", "Café dress", "Wrap dress"]),
        ("nkie", ["Court sneaker"]),
        ("rdess", ["Summer dress", "Café dress", "Wrap dress"]),
        ("blue trousesr", ["Slim trousers"]),
        ("hodie", []),  # a hoodie is meant, and none is sold
    ],
)
def test_slips_of_the_fingers(shop: None, text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cafe", ["Café dress"]),
        ("CAFÉ DRESS", ["Café dress"]),
        ("dresses", ["Summer dress", "Café dress", "Wrap dress"]),
        ("women's dress", ["Wrap dress", "Summer dress", "Café dress"]),
        ("nike shoes", ["Court sneaker"]),
        ("trainers", ["Court sneaker"]),
        ("pants", ["Slim trousers"]),
        ("crew neck tee", ["Crew-neck T-shirt"]),
        ("crewneck", ["Crew-neck T-shirt"]),
        ("a dress for me", ["Summer dress", "Café dress", "Wrap dress"]),
    ],
)
def test_the_same_thing_in_other_words(shop: None, text: str, found: list[str]) -> None:
    assert sorted(titles(text)) == sorted(found)


def test_what_it_is_comes_before_what_is_said_of_it(shop: None) -> None:
    assert titles("blue dress") == ["Summer dress", "Café dress"]


def test_shirts_come_before_t_shirts(shop: None) -> None:
    assert titles("shirt") == ["Linen shirt", "Crew-neck T-shirt"]


@pytest.mark.parametrize("text", ["T-shirt", "tees"])
def test_t_shirts_come_before_other_shirts_of_their_type(shop: None, text: str) -> None:
    make_product(title="Polo shirt shirt", product_type="T-shirt", colours=["White"], images=0)
    assert titles(text) == ["Crew-neck T-shirt", "Polo shirt shirt"]


def test_the_word_itself_comes_before_its_synonyms(shop: None) -> None:
    make_product(title="Tee of pure silk", product_type="Top", colours=["White"], images=0)
    make_product(title="T-shirt tee t-shirt", product_type="T-shirt", colours=["White"], images=0)
    assert titles("tee") == ["T-shirt tee t-shirt", "Tee of pure silk", "Crew-neck T-shirt"]


def test_some_of_the_words_where_nothing_has_all(shop: None) -> None:
    found = text_search(text="green trousers")
    assert found.some_words
    assert {product.title for product in found.products} == {"Slim trousers", "Café dress"}


def test_a_word_that_nothing_has_is_left_out(shop: None) -> None:
    found = text_search(text="wrap dress m")
    assert found.some_words
    assert titles("wrap dress m")[0] == "Wrap dress"


def test_the_correction_is_named(shop: None) -> None:
    assert text_search(text="blue tshrit drses").corrected == "blue t-shirt dress"


def test_nonsense_finds_nothing_and_asks_for_the_nearest_word(shop: None) -> None:
    found = text_search(text="troxxxrs")
    assert (titles("troxxxrs"), found.corrected, found.suggestion) == ([], "", "trousers")


@pytest.mark.parametrize("text", ["qwzxqwzx", "tummers", "mourt"])
def test_a_word_like_no_other_has_no_suggestion(shop: None, text: str) -> None:
    found = text_search(text=text)
    assert (list(found.products), found.corrected, found.suggestion) == ([], "", "")


@pytest.mark.parametrize("text", ["abc-12", "ABC-12", " Abc-12 "])
def test_a_sku_finds_its_product(shop: None, text: str) -> None:
    make_variant(Product.objects.get(title="Court cap"), sku="ABC-12", colour="Black")
    make_product(title="ABC 12 poster", images=0)
    assert titles(text.replace("Abc", "ABC")) == ["Court cap"]


@pytest.mark.parametrize("text", ["셔츠", "리넨", "넨셔", "리넨 셔츠", "리넨셔츠"])
def test_korean_is_found_inside_longer_words(shop: None, text: str) -> None:
    make_product(title="여름리넨셔츠", product_type="Top", images=0)
    assert "여름리넨셔츠" in titles(text)


def test_english_goods_are_found_in_korean(shop: None) -> None:
    assert titles("파란 원피스")[0] == "Summer dress"


@pytest.mark.parametrize(
    "text", ["a", "s", "the", "x", "&|!():*", "''", "\\", "%", "_", "ŉ", "½", "👗", "\u202e", "ﷺ", "a" * 200]
)
def test_odd_text_is_only_text(shop: None, text: str) -> None:
    assert isinstance(titles(text), list)


def test_unpublished_goods_are_neither_found_nor_suggested(shop: None) -> None:
    make_product(title="Balaclava", product_type="Balaclava", is_published=False, images=0)
    found = text_search(text="balaclvaa")
    assert (list(found.products), found.corrected, found.suggestion) == ([], "", "")


class TestTheIndexFollows:
    def test_a_product(self, shop: None) -> None:
        Product.objects.filter(title="Court cap").update(title="Court visor", product_type="Visor")
        assert (titles("visor"), titles("cap")) == (["Court visor"], [])

    def test_its_variants(self, shop: None) -> None:
        cap = Product.objects.get(title="Court cap")
        variant = make_variant(cap, colour="Turquoise")
        assert titles("turquoise") == ["Court cap"]
        variant.colour = "Orange"
        variant.save()
        assert (titles("turquoise"), titles("orange")) == ([], ["Court cap"])
        Variant.objects.filter(pk=variant.pk).delete()
        assert titles("orange") == []

    def test_its_brand(self, shop: None) -> None:
        Brand.objects.filter(name="Nike").update(name="Veja")
        assert (titles("veja"), titles("nike")) == (["Court sneaker"], [])

    def test_its_category(self, shop: None) -> None:
        cap = Product.objects.get(title="Court cap")
        Category.objects.filter(pk=cap.category_id).update(name="Millinery")
        assert titles("millinery") == ["Court cap"]
        cap.category = make_category(name="Headwear")
        cap.save()
        assert (titles("headwear"), titles("millinery")) == (["Court cap"], [])

    def test_a_deleted_product(self, shop: None) -> None:
        Product.objects.get(title="Court cap").delete()
        assert titles("cap") == []
        assert SearchDocument.objects.count() == Product.objects.count()

    def test_many_at_once(self, shop: None) -> None:
        category = make_category()
        Product.objects.bulk_create(
            Product(title=f"Kimono {n}", slug=f"kimono-{n}", category=category, product_type="Kimono")
            for n in range(5)
        )
        assert len(titles("kimono")) == 5

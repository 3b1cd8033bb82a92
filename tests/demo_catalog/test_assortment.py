"""What the demo shop sells."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

from catalog.demo.assortment import demo_products
from catalog.demo.drawing import DRAWN_TYPES, Pattern
from catalog.demo.folder import plan_demo_folder
from catalog.demo.kinds import KINDS
from catalog.demo.palette import COLOURS
from catalog.models import Gender

PRODUCTS = list(demo_products(240))


def test_every_type_is_sold_for_women_men_and_children() -> None:
    assert set(KINDS) == set(DRAWN_TYPES)
    assert {product.kind.type for product in PRODUCTS} == set(DRAWN_TYPES)
    assert len(DRAWN_TYPES) >= 10
    genders = Counter(product.gender for product in PRODUCTS)
    assert set(genders) == set(Gender)
    assert min(genders.values()) >= 20


def test_products_can_be_told_apart() -> None:
    assert len({product.external_id for product in PRODUCTS}) == 240
    assert len({product.title for product in PRODUCTS}) == 240
    assert len({product.look for product in PRODUCTS}) == 240


def test_colours_and_patterns_are_many_and_known() -> None:
    assert {product.colour for product in PRODUCTS} == set(COLOURS)
    assert {product.look.pattern for product in PRODUCTS} == set(Pattern)
    assert all(set(kind.colours) <= set(COLOURS) for kind in KINDS.values())


def test_neighbours_of_a_kind_differ_in_colour() -> None:
    slots: dict[tuple[str, str], list[str]] = {}
    for product in PRODUCTS:
        slots.setdefault((product.kind.type, product.gender), []).append(product.colour)
    assert all(one != other for colours in slots.values() for one, other in pairwise(colours))


def test_some_are_sold_out_and_some_have_two_pictures() -> None:
    sold_out = sum(not any(variant.stock for variant in product.variants) for product in PRODUCTS)
    assert 5 <= sold_out <= 40
    assert 40 <= sum(len(product.views) > 1 for product in PRODUCTS) <= 120


def test_a_product_is_the_same_however_many_there_are() -> None:
    assert list(demo_products(7)) == PRODUCTS[:7]


def test_words_read_well() -> None:
    titles = [product.title for product in PRODUCTS]
    assert not [title for title in titles if "  " in title or "t-shirt" in title or title != title.strip()]
    assert not [title for title in titles if any(one == other for one, other in pairwise(title.split()))]
    assert max(map(len, titles)) < 80


def test_plan_is_the_same_twice(tmp_path: Path) -> None:
    first, second = (plan_demo_folder(tmp_path, products=30) for _ in range(2))
    assert first == second
    assert len(first.missing) == first.pictures

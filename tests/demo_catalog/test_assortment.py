"""What the demo shop sells."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

from catalog.demo.assortment import MOST, demo_products
from catalog.demo.folder import plan_demo_folder
from catalog.demo.palette import COLOURS, FAMILIES
from catalog.demo.ranges import STYLES
from catalog.demo.studio.figure import WEARABLE
from catalog.demo.studio.models import MODELS
from catalog.demo.studio.patterns import Pattern
from catalog.demo.studio.session import View
from catalog.management.commands.load_demo import DEPARTMENTS, USUAL
from catalog.models import Gender

PRODUCTS = list(demo_products(USUAL))


def test_there_is_enough_for_everybody() -> None:
    assert len(PRODUCTS) == USUAL >= 600
    assert MOST >= USUAL
    assert len({product.style.type for product in PRODUCTS}) >= 18
    genders = Counter(product.style.gender for product in PRODUCTS)
    assert set(genders) == set(Gender)
    assert min(genders.values()) >= 40


def test_every_model_is_sold() -> None:
    assert {style.model for style in STYLES} == set(MODELS)
    assert {product.style.model for product in PRODUCTS} == set(MODELS)


def test_a_row_of_similar_looks_can_be_of_one_type() -> None:
    kinds = Counter((product.style.type, product.style.gender) for product in PRODUCTS)
    assert min(kinds.values()) >= 7


def test_departments_are_a_tree() -> None:
    paths = {tuple(product.style.category.split(" > ")) for product in PRODUCTS}
    assert {path[0] for path in paths} == set(DEPARTMENTS)
    assert {"Clothing", "Shoes", "Bags"} <= {path[1] for path in paths if path[0] == "Women"}


def test_products_can_be_told_apart() -> None:
    assert len({product.external_id for product in PRODUCTS}) == USUAL
    assert len({product.title for product in PRODUCTS}) == USUAL
    assert len({variant.sku for product in PRODUCTS for variant in product.variants}) == sum(
        len(product.variants) for product in PRODUCTS
    )


def test_colours_and_patterns_are_many_and_known() -> None:
    assert set(FAMILIES) == set(COLOURS)
    assert len({product.colours[0] for product in PRODUCTS}) >= 15
    assert len({product.pattern for product in PRODUCTS}) >= 10
    assert all(set(style.palette) <= set(COLOURS) for style in STYLES)
    assert {product.pattern for product in PRODUCTS} <= set(Pattern)


def test_every_product_has_two_pictures_a_price_and_sizes() -> None:
    for product in PRODUCTS:
        assert len(product.shots) >= 2
        assert product.variants
        assert all(variant.price.amount > 0 for variant in product.variants)
        assert {variant.colour for variant in product.variants} == set(product.colours)


def test_clothes_are_worn_by_the_figure_and_each_colour_is_shown() -> None:
    for product in PRODUCTS:
        views = [shot.view for shot, _ in product.shots]
        assert views[0] is View.FRONT
        assert (View.WORN in views) == (product.style.model in WEARABLE)
        for colour in product.colours:
            assert any(alt.lower().startswith(colour.lower()) for _, alt in product.shots)


def test_some_are_sold_out_and_some_sizes_are() -> None:
    sold_out = [not any(variant.stock for variant in product.variants) for product in PRODUCTS]
    assert 15 <= sum(sold_out) <= 70
    some = [
        any(variant.stock for variant in p.variants) and not all(v.stock for v in p.variants)
        for p in PRODUCTS
    ]
    assert sum(some) >= 100


def test_what_has_sizes_has_a_table_of_them() -> None:
    for product in PRODUCTS:
        sizes = list(dict.fromkeys(variant.size for variant in product.variants))
        table = product.size_table
        assert [row[0] for row in table[1:]] == (sizes if len(sizes) > 1 else [])
        assert len({len(row) for row in table}) <= 1


def test_a_product_is_the_same_however_many_there_are() -> None:
    assert list(demo_products(7)) == PRODUCTS[:7]


def test_a_few_products_are_of_many_types() -> None:
    assert len({product.style.type for product in PRODUCTS[:60]}) >= 18


def test_words_read_well() -> None:
    titles = [product.title for product in PRODUCTS]
    assert not [title for title in titles if "  " in title or title != title.strip()]
    assert not [title for title in titles if any(one == other for one, other in pairwise(title.split()))]
    assert max(map(len, titles)) < 80


def test_plan_is_the_same_twice(tmp_path: Path) -> None:
    first, second = (plan_demo_folder(tmp_path, products=30) for _ in range(2))
    assert first == second
    assert len(first.missing) == first.pictures

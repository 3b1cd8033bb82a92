"""What the demo says of its similar looks is counted on what the shop would show."""

import pytest

from catalog.models import Product
from config.demo.similar_looks import Likeness, measure, report_similar_looks
from tests.factories import make_product
from tests.similar_looks.gallery import embed

pytestmark = pytest.mark.django_db


def _demo(product_type: str, colour: str, number: int) -> Product:
    return make_product(product_type=product_type, colours=[colour], external_id=f"demo-{number:04}")


def test_types_and_colour_families_are_counted() -> None:
    kinds = [("Shirts", "Navy Blue"), ("Shirts", "Blue"), ("Shirts", "Red"), ("Heels", "Red")]
    embed([_demo(*kind, number) for number, kind in enumerate(kinds)])
    likeness = measure(products=100, looks=8)
    # Each sees the three others: two, two, two and none of its type; the two blue ones are one family.
    assert likeness == Likeness(products=4, same_type=6 / 4, same_type_and_family=2 / 4)


def test_so_many_products_are_asked_spread_evenly() -> None:
    embed([_demo("Shirts", "Red", number) for number in range(9)])
    assert measure(products=4, looks=2) == Likeness(products=4, same_type=2, same_type_and_family=2)


def test_goods_of_ones_own_are_not_judged(capsys: pytest.CaptureFixture[str]) -> None:
    embed([make_product(external_id="mine")])
    report_similar_looks()
    assert capsys.readouterr().out == ""


def test_the_demo_says_it_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    embed([_demo("Shirts", "Red", number) for number in range(3)])
    report_similar_looks()
    assert capsys.readouterr().out == (
        "Similar looks: of the first 8, 2.0 share the type, 2.0 the type and the colour family "
        "(over 3 products).\n"
    )

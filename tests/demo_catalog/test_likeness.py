"""What the demo says of its similar looks is counted on what the shop would show."""

import pytest

from catalog.models import Product
from config.demo.similar_looks import Likeness, measure, report_similar_looks
from tests.factories import make_image, make_product, make_variant
from tests.similar_looks.gallery import embed

pytestmark = pytest.mark.django_db


def _demo(product_type: str, colour: str, number: int, images: int = 1) -> Product:
    return make_product(
        product_type=product_type, colours=[colour], external_id=f"demo-{number:04}", images=images
    )


def test_types_and_colour_families_are_counted() -> None:
    kinds = [("Shirts", "Navy Blue"), ("Shirts", "Blue"), ("Shirts", "Red"), ("Heels", "Red")]
    embed([_demo(*kind, number) for number, kind in enumerate(kinds)])
    likeness = measure(products=100, looks=8)
    # Each sees the three others: two, two, two and none of its type; the two blue ones are one family.
    assert likeness == Likeness(products=4, same_type=6 / 4, same_type_and_family=2 / 4)


def test_the_family_counts_that_the_tile_shows() -> None:
    of_two_colours = _demo("Shirts", "Red", 0, images=0)
    make_variant(of_two_colours, colour="Blue")
    for position, colour in enumerate(["Red", "Blue"], start=1):
        make_image(of_two_colours, alt_text=f"{colour} shirt", position=position)
    embed([of_two_colours, _demo("Shirts", "Blue", 1)])
    # The blue one is shown the other in blue; the other begins with red, and is shown a blue one.
    assert measure(products=2, looks=8) == Likeness(products=2, same_type=1, same_type_and_family=1 / 2)


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

import re
from pathlib import Path

import pytest

from recommendations.ranking import Facts, Wanted
from recommendations.ranking.palette import SWATCHES, distance
from recommendations.ranking.terms import TERMS
from tests.ranking.found import found

WANTED = Wanted("Shirt", "women", frozenset({"Navy Blue"}), 2000)
GOOD = {
    "look": found(1, 0.9),
    "type": found(1),
    "colour": found(1, colours=["Blue"]),
    "gender": found(1, gender="unisex"),
    "price": found(1, price=2200),
    "newness": found(1, age_days=3),
    "stock": found(1, stock=5),
}
POOR = {
    "look": found(1, 0.2),
    "type": found(1, product_type="Shoe"),
    "colour": found(1, colours=["Yellow"]),
    "gender": found(1, gender="men"),
    "price": found(1, price=9000),
    "newness": found(1, age_days=300),
    "stock": found(1, stock=1),
}


@pytest.mark.parametrize("name", TERMS)
def test_each_term_prefers_what_it_is_named_for(name: str) -> None:
    good, poor = (TERMS[name](facts, WANTED) for facts in (GOOD[name], POOR[name]))
    assert 0 <= poor < good <= 1


@pytest.mark.parametrize("name", TERMS)
@pytest.mark.parametrize(
    "odd",
    [found(1, -1.0), found(1, 2.0), found(1, stock=-3, price=0, age_days=-5.0, product_type="", gender="")],
)
def test_no_term_leaves_its_range(name: str, odd: Facts) -> None:
    for wanted in (WANTED, Wanted(), Wanted(price=0)):
        assert 0 <= TERMS[name](odd, wanted) <= 1


def test_what_is_not_known_of_the_query_tells_none_from_another() -> None:
    for name in ("type", "colour", "gender", "price"):
        assert {TERMS[name](facts, Wanted()) for facts in (GOOD[name], POOR[name])} == {0.0}


def test_neighbouring_colours_are_nearer() -> None:
    near, far = distance(["Navy Blue"], ["Black"]), distance(["Navy Blue"], ["Yellow"])
    assert near is not None
    assert far is not None
    assert 20 < near < 40 < far
    assert distance(["Red", "Blue"], ["blue"[:4].title()]) == 0
    assert distance(["Multi"], ["Red"]) is None


def test_the_swatches_are_those_of_the_pages() -> None:
    css = (Path(__file__).parents[2] / "static/css/swatches.css").read_text()
    shown = re.findall(
        r'\[data-colour="([a-z ]+)"\](?:,\s*\[data-colour="([a-z ]+)"\])? \{ background: (#\w{6})', css
    )
    drawn = {name: swatch for *names, swatch in shown for name in names if name}
    assert drawn
    assert {name: SWATCHES[name] for name in drawn} == drawn
    assert set(SWATCHES) - set(drawn) == {"silver", "steel"}  # those shine

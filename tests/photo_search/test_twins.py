import pytest
from django.test import Client

from tests.similar_looks.gallery import make_gallery

from .shop import get, photo, post

pytestmark = pytest.mark.django_db


def test_the_same_goods_are_shown_once(client: Client) -> None:
    make_gallery(2, seed=1, colours=["Blue"])
    make_gallery(1, seed=2, colours=["Blue"])
    found = post(client, {"photo": photo(seed=1)})
    assert len(found.tiles) == 2
    assert found.heading == "2 items like your photo"
    assert get(client, found.link).tiles == found.tiles


def test_the_same_goods_in_another_colour_are_a_choice(client: Client) -> None:
    for colour in ("Blue", "Red"):
        make_gallery(1, seed=1, colours=[colour])
    assert len(post(client, {"photo": photo(seed=1)}).tiles) == 2


def test_a_twin_stands_in_for_what_a_filter_leaves_out(client: Client) -> None:
    dear, cheap = (
        make_gallery(1, seed=1, colours=["Blue"], price_minor=price)[0].pk for price in (9000, 1000)
    )
    found = post(client, {"photo": photo(seed=1), "sort": "price"})
    assert found.tiles == [dear]
    assert post(client, {"photo": photo(seed=1), "price_max": "20"}).tiles == [cheap]

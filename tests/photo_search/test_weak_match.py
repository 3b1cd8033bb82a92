import pytest
from django.test import Client

from catalog.models import Product
from recommendations import strength
from recommendations.strength import Level, Scale, Strength

from .shop import get, photo, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is ever close enough."""
    scale = Scale({Strength.SIMILAR: Level(slope=10, intercept=-11)})
    monkeypatch.setattr(strength, "_scale", lambda key, between_products: scale)


def test_doubt_is_said_with_the_nearest_all_the_same(
    client: Client, shop: list[Product], doubtful: None
) -> None:
    found = post(client, {"photo": photo(seed=4)})
    assert found.heading == "No close match"
    assert "These are the nearest we have." in found.page.texts("p")
    assert found.tiles[0] == shop[4].pk
    assert get(client, found.link).heading == "No close match"

import pytest
from django.test import Client

from catalog.models import Product
from recommendations import strength
from recommendations.encoders import EncoderCard
from recommendations.models import PhotoQuery
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


@pytest.mark.parametrize(("shares", "is_weak"), [((0.4, 0.2, 0.1), False), ((0.3, 0.2, 0.1), True)])
def test_what_shows_no_type_is_no_match(
    client: Client,
    shop: list[Product],
    monkeypatch: pytest.MonkeyPatch,
    shares: tuple[float, ...],
    is_weak: bool,
) -> None:
    card = EncoderCard(key="own", dimension=1, input_size=1, digest="", recognised_from=0.65)
    monkeypatch.setattr(strength, "_card", lambda key: card)
    found = post(client, {"photo": photo(seed=4)})
    PhotoQuery.objects.update(labels={"type": [[str(share), share] for share in shares]})
    assert (get(client, found.link).heading == "No close match") is is_weak

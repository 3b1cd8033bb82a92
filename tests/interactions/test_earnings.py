"""What lists earn, by place and day, and what shoppers look for by photo in vain."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from recommendations.interaction_queue import MISSED, SEARCHED, Message
from recommendations.intervals import wilson
from recommendations.models import Interaction, PhotoDemand
from recommendations.places import Place
from recommendations.selectors.earnings import PlaceEarnings, earnings
from recommendations.services.interactions import write_down, write_waiting
from tests.factories import make_jpeg, make_product
from tests.photo_search.shop import URL, file

from .conftest import BROWSER

pytestmark = pytest.mark.django_db
PAGE = reverse("admin:recommendations_interaction_changelist")


def happen(kind: str, times: int, *, place: str = "similar", days_ago: int = 0) -> None:
    shirt, day = make_product(images=0), timezone.localdate() - timedelta(days=days_ago)
    Interaction.objects.bulk_create(
        Interaction(kind=kind, place=place, shopper=uuid4(), product=shirt, at=timezone.now(), day=day)
        for _ in range(times)
    )


def earned(place: str = "similar") -> PlaceEarnings:
    found = earnings(now=timezone.now())
    return found.places[Place.values.index(place)]


def test_each_step_of_each_list_with_its_range() -> None:
    happen("shown", 40)
    happen("shown", 10, days_ago=2)
    happen("shown", 99, days_ago=30)
    happen("clicked", 5)
    happen("added", 2)
    happen("bought", 1)
    happen("added", 3, place="")
    similar = earned()
    assert (similar.shown, similar.clicked, similar.added, similar.bought) == (50, 5, 2, 1)
    assert str(similar.click_share) == "10.0 % (4.3–21.4)"
    today, before = similar.by_day[-1][1], similar.by_day[-3][1]
    assert (today.of, today.value, before.of, before.value) == (40, 0.125, 10, 0.0)
    assert earned("photo-search").shown == 0


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"), [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (3, 2, 0.342, 1.0)]
)
def test_a_share_stays_within_what_is_possible(hits: int, of: int, low: float, high: float) -> None:
    share = wilson(hits, of)
    assert (round(share.low, 3), round(share.high, 3)) == (low, high)


def test_a_shopper_who_found_something_close_missed_nothing() -> None:
    one, other, now = uuid4(), uuid4(), timezone.now()
    write_down([Message(MISSED, "Hats", one, [], now), Message(MISSED, "Hats", other, [], now)])
    write_down([Message(SEARCHED, "Hats", one, [], now), Message(SEARCHED, "Bags", one, [], now)])
    (hats,) = earnings(now=now).demand
    assert (hats.product_type, hats.shoppers, hats.missed.value) == ("Hats", 2, 0.5)


def test_a_search_by_photo_is_counted_by_its_type(client: Client, settings: object) -> None:
    settings.VITRINE_ENCODER = "vitrine-1"  # type: ignore[attr-defined]
    for _again in range(2):
        sent = {"photo": file(make_jpeg(seed=3))}
        assert client.post(URL, sent, headers={"User-Agent": BROWSER}).status_code == 200
    write_waiting()
    (demand,) = PhotoDemand.objects.all()
    assert demand.nothing_close
    assert demand.product_type


def test_the_page(client: Client) -> None:
    client.force_login(User.objects.create_superuser("owner"))

    def page() -> str:
        return client.get(PAGE).content.decode()

    assert "Nothing was missed." in page()
    happen("shown", 8)
    happen("clicked", 2)
    PhotoDemand.objects.create(
        shopper=uuid4(), product_type="Hats", nothing_close=True, day=timezone.localdate()
    )
    with CaptureQueriesContext(connection) as few:
        shown = page()
    assert "25.0 % (7.1–59.1)" in shown
    assert shown.count("<circle") == 1
    assert "Hats" in shown
    happen("shown", 8, place="photo-search", days_ago=3)
    with CaptureQueriesContext(connection) as more:
        page()
    assert len(more) == len(few)
    client.force_login(User.objects.create_user("editor", is_staff=True))
    assert client.get(PAGE).status_code == 403

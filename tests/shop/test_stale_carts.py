"""What nobody can come back to is forgotten: guests' carts and wish-lists, and sessions."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from shop.models import Cart, CartLine, WishList
from shop.services.stale_carts import KEPT
from shop.tasks import forget_ended_sessions, forget_stale_carts
from tests.accounts.people import make_customer
from tests.factories import make_product
from tests.orders.kit import make_cart

pytestmark = pytest.mark.django_db


def test_guests_alone_and_after_their_time() -> None:
    variant, now = make_product().variants.get(), timezone.now()
    old, fresh, customers = (make_cart(variant, customer=owner) for owner in (None, None, make_customer()))
    wishes = WishList.objects.create()
    Cart.objects.exclude(pk=fresh.pk).update(updated_at=now - KEPT - timedelta(hours=1))
    WishList.objects.update(updated_at=now - KEPT - timedelta(hours=1))
    forget_stale_carts()
    assert set(Cart.objects.values_list("pk", flat=True)) == {fresh.pk, customers.pk}
    assert CartLine.objects.count() == 2
    assert not WishList.objects.filter(pk=wishes.pk).exists()
    assert old.pk


def test_sessions_that_have_ended() -> None:
    for key, end in (("over", timezone.now() - timedelta(seconds=1)), ("on", timezone.now() + KEPT)):
        Session.objects.create(session_key=key, session_data="", expire_date=end)
    forget_ended_sessions()
    assert Session.objects.get().session_key == "on"

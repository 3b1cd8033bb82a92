"""A customer's copy of the data has what was counted; deleting the account takes it along."""

from datetime import UTC, datetime

import pytest

from catalog.models import Product
from recommendations.interaction_queue import MISSED, Message
from recommendations.models import Interaction, InteractionKind, PhotoDemand
from recommendations.services.interactions import write_down
from recommendations.shoppers import holder_key
from shop.holder import Holder
from shop.selectors.personal_data import personal_data
from shop.services.accounts import delete_account
from tests.accounts.people import make_customer
from tests.factories import make_product

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


def did(customer_id: int, product: Product) -> None:
    shopper = holder_key(Holder(customer_id=customer_id))
    write_down(
        [
            Message(InteractionKind.SHOWN, "similar", shopper, [product.pk], AT, first=3),
            Message(MISSED, "Shirts", shopper, [], AT),
        ]
    )


def test_the_copy_has_what_was_counted() -> None:
    one, other = make_customer(), make_customer()
    did(one.pk, make_product(title="Linen shirt", images=0))
    data = personal_data(customer=one)
    assert data["recommendations"] == [
        {
            "at": AT.isoformat(),
            "position": 3,
            "what": "shown",
            "list": "similar",
            "title": "Linen shirt",
        }
    ]
    assert data["searched by photo"] == [{"day": "2026-11-27", "type": "Shirts", "nothing close": True}]
    assert personal_data(customer=other)["recommendations"] == []


def test_deleting_the_account_takes_it_along() -> None:
    one, other = make_customer(), make_customer()
    product = make_product(images=0)
    did(one.pk, product)
    did(other.pk, product)
    delete_account(customer=one)
    assert Interaction.objects.count() == PhotoDemand.objects.count() == 1

"""The merchant's rules in the admin: sentences for what makes no sense, a preview, a switch, a history."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker

from catalog.models import Product, Variant
from recommendations.models import Interaction, MerchandisingRule
from recommendations.presenters.similar_looks import similar_looks
from recommendations.shoppers import holder_key
from shop.holder import Holder
from tests.made_once import MadeOnce, made_once
from tests.similar_looks.gallery import make_gallery

ADD = reverse("admin:recommendations_merchandisingrule_add")
RULES = reverse("admin:recommendations_merchandisingrule_changelist")


@pytest.fixture
def owner(db: None, client: Client) -> Client:
    client.force_login(User.objects.create_superuser("owner"))
    return client


@pytest.fixture(scope="module")
def shirts_once(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[MadeOnce[list[Product]]]:
    with made_once(django_db_blocker, partial(make_gallery, 8)) as made:
        yield made


@pytest.fixture
def shirts(shirts_once: MadeOnce[list[Product]], db: None) -> list[Product]:
    return shirts_once.again()


def page_of(rule: MerchandisingRule, name: str) -> str:
    return reverse(f"admin:recommendations_merchandisingrule_{name}", args=[rule.pk])


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


def typed(**fields: object) -> dict[str, object]:
    return {"position": 1, "weight": 0} | {
        name: getattr(value, "pk", value) for name, value in fields.items()
    }


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"kind": "pin", "product": 1, "for_product": 1}, "A product cannot be pinned to itself."),
        ({"kind": "pin", "product": 1}, "Choose beside what it is pinned"),
        ({"kind": "pin", "for_product": 1}, "Choose the product to pin."),
        ({"kind": "pin", "product": 1, "for_product": 2, "position": 99}, "less than or equal to 12"),
        ({"kind": "hide"}, "a rule without one would hide everything"),
        ({"kind": "hide", "product": 1, "weight": 0.1, "stock_to": 3}, "has no use for it"),
        ({"kind": "boost", "weight": 0.1}, "Choose what is moved"),
        ({"kind": "boost", "weight": 0, "stock_to": 3}, "With a weight of 0 nothing moves."),
        ({"kind": "boost", "weight": 7, "stock_to": 3}, "less than or equal to 0.3"),
        ({"kind": "boost", "weight": 0.1, "stock_from": 5, "stock_to": 3}, "at least 5 and at most 3"),
        (
            {"kind": "boost", "weight": 0.1, "margin_from": 50, "margin_to": 30},
            "at least 50 and at most 30 per cent",
        ),
        ({"kind": "boost", "weight": 0.1, "margin_from": 400}, "less than or equal to 100"),
        (
            {"kind": "hide", "product": 1, "starts_on": "2030-05-02", "ends_on": "2030-05-01"},
            "It would end before it begins.",
        ),
    ],
)
def test_what_makes_no_sense_is_said(
    owner: Client, shirts: list[Product], fields: dict[str, Any], said: str
) -> None:
    named = {name: shirts[value] if name.endswith("product") else value for name, value in fields.items()}
    page = text(owner.post(ADD, typed(**named)))
    assert said in page
    assert "is violated" not in page
    assert not MerchandisingRule.objects.exists()


def test_saved_looked_at_switched_on(owner: Client, shirts: list[Product]) -> None:
    last = similar_looks(shirts[0]).cards[-1].product_id
    response = owner.post(ADD, typed(kind="pin", product=last, for_product=shirts[0]), follow=True)
    rule = MerchandisingRule.objects.get()
    assert (rule.author, rule.is_on) == (User.objects.get(), False)
    assert response.redirect_chain[-1][0] == page_of(rule, "preview")
    assert "It changes 1 of 1 lists" in text(response)
    assert "Nobody has seen these lists yet" in text(response)
    assert similar_looks(shirts[0]).cards[-1].product_id == last, "still off"
    owner.post(page_of(rule, "preview"), {"is_on": "1"})
    assert similar_looks(shirts[0]).cards[0].product_id == last
    owner.post(RULES, {"action": "switch_off", "_selected_action": [rule.pk]})
    assert similar_looks(shirts[0]).cards[-1].product_id == last
    owner.post(page_of(rule, "change"), typed(kind="pin", product=last, for_product=shirts[0], position=4))
    history = list(LogEntry.objects.order_by("pk").values_list("change_message", flat=True))
    assert history[1:] == ["Switched on", "Switched off", "Position: 1 → 4"]


def test_the_preview_of_chosen_products_with_clicks(owner: Client, shirts: list[Product]) -> None:
    rule = MerchandisingRule.objects.create(kind="hide", product=shirts[3])
    for kind in ("shown", "clicked"):
        Interaction.objects.create(
            kind=kind, place="similar", shopper=holder_key(Holder(customer_id=1)),
            product=shirts[3], anchor=shirts[0], at=timezone.now(), day=timezone.localdate(),
        )  # fmt: skip
    page = text(owner.get(page_of(rule, "preview"), {"skus": shirts[0].variants.get().sku}))
    assert "It changes 1 of 1 lists" in page
    assert "what it moves 100.0 %" in page
    assert page.count(f'title="{shirts[3].title}"') == 1, "before, not after"
    assert "There is no such product." in text(owner.get(page_of(rule, "preview"), {"skus": "no\x00ne"}))
    assert shirts[3].title in text(owner.get(RULES))


def test_a_rule_by_margin_is_saved_and_previewed(owner: Client, shirts: list[Product]) -> None:
    last = similar_looks(shirts[0]).cards[-1].product_id
    Variant.objects.filter(product=last).update(cost_minor=200)
    response = owner.post(ADD, typed(kind="boost", margin_from=80, weight=0.3), follow=True)
    page = text(response)
    assert "margin of at least 80: +0.30" in page
    assert "It changes 0 of" not in page
    Variant.objects.update(cost_minor=None)
    assert "It changes 0 of" in text(owner.get(response.redirect_chain[-1][0]))


def test_the_list_asks_no_more_for_more_rules(owner: Client, shirts: list[Product]) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert owner.get(RULES).status_code == 200
        return len(captured)

    MerchandisingRule.objects.create(kind="hide", product=shirts[0])
    queries()
    before = queries()
    for shirt in shirts[1:]:
        MerchandisingRule.objects.create(kind="pin", product=shirt, for_product=shirts[0])
    assert queries() == before


def test_who_may_look_may_not_switch(client: Client, shirts: list[Product]) -> None:
    rule = MerchandisingRule.objects.create(kind="hide", product=shirts[3])
    reader = User.objects.create_user("reader", is_staff=True)
    client.force_login(reader)
    assert client.get(page_of(rule, "preview")).status_code == 403
    reader.user_permissions.set(Permission.objects.filter(codename="view_merchandisingrule"))
    assert "Switch on" not in text(client.get(page_of(rule, "preview")))
    assert client.post(page_of(rule, "preview"), {"is_on": "1"}).status_code == 403

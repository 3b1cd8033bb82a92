"""What each role may see and do in the admin: pages, actions and inlines."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from catalog.models import Product, ProductRevision
from shop.models import Order
from tests.factories import make_product
from tests.orders.conftest import delivery as delivery
from tests.orders.conftest import shirt as shirt  # a fixture
from tests.orders.kit import buy

pytestmark = pytest.mark.django_db

ROLES = ("Owner", "Catalogue editor", "Order desk", "Read only", "nobody")


def _all(owner: int, editor: int, orders: int, reader: int, nobody: int = 403) -> dict[str, int]:
    return dict(zip(ROLES, (owner, editor, orders, reader, nobody), strict=True))


SEEN: dict[str, dict[str, int]] = {
    "catalog_product_changelist": _all(200, 200, 200, 200),
    "catalog_product_add": _all(200, 200, 403, 403),
    "catalog_product_deleted": _all(200, 200, 200, 200),
    "catalog_product_bulk_edits": _all(200, 200, 403, 403),
    "catalog_product_by_picture": _all(200, 200, 200, 200),
    "catalog_category_changelist": _all(200, 200, 200, 200),
    "catalog_category_add": _all(200, 200, 403, 403),
    "catalog_brand_add": _all(200, 200, 403, 403),
    "catalog_importjob_changelist": _all(200, 200, 403, 403),
    "catalog_importjob_add": _all(200, 200, 403, 403),
    "catalog_merchanttoken_changelist": _all(200, 403, 403, 403),
    "catalog_webhook_changelist": _all(200, 403, 403, 403),
    "catalog_webhookdelivery_changelist": _all(200, 403, 403, 403),
    "shop_order_changelist": _all(200, 403, 200, 200),
    "shop_sales": _all(200, 403, 200, 200),
    "shop_cart_changelist": _all(200, 403, 200, 200),
    "shop_coupon_add": _all(200, 403, 403, 403),
    "shop_shippingmethod_add": _all(200, 403, 403, 403),
    "shop_taxrate_changelist": _all(200, 403, 200, 200),
    "shop_stockmovement_changelist": _all(200, 200, 200, 200),
    "recommendations_encoder_changelist": _all(200, 200, 403, 200),
    "recommendations_encoder_install": _all(200, 403, 403, 403),
    "recommendations_imageembedding_state": _all(200, 200, 403, 200),
    "recommendations_interaction_changelist": _all(200, 200, 403, 200),
    "recommendations_imageembedding_changelist": _all(200, 200, 403, 200),
    "recommendations_merchandisingrule_changelist": _all(200, 200, 403, 200),
    "recommendations_merchandisingrule_add": _all(200, 200, 403, 403),
    "auth_user_changelist": _all(200, 403, 403, 403),
    "auth_group_changelist": _all(200, 403, 403, 403),
}
ACTIONS: dict[str, set[str]] = {
    "Owner": {"bulk_edit", "export_csv", "export_xlsx", "retry_failed", "delete_selected"},
    "Catalogue editor": {"bulk_edit", "export_csv", "export_xlsx", "retry_failed", "delete_selected"},
    "Order desk": {"export_csv", "export_xlsx"},
    "Read only": {"export_csv", "export_xlsx"},
}
ORDER_ACTIONS: dict[str, set[str]] = {
    "Owner": {"mark_packed", "mark_delivered", "cancel", "packing_slips"},
    "Order desk": {"mark_packed", "mark_delivered", "cancel", "packing_slips"},
    "Read only": {"packing_slips"},
}


@pytest.fixture
def sign_in() -> Callable[[str], Client]:
    def sign_in(role: str) -> Client:
        user = User.objects.create_user(role, is_staff=True)
        user.groups.set(Group.objects.filter(name=role))
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.mark.parametrize("role", ROLES)
def test_pages(role: str, sign_in: Callable[[str], Client]) -> None:
    client = sign_in(role)
    seen = {name: client.get(reverse(f"admin:{name}")).status_code for name in SEEN}
    assert seen == {name: statuses[role] for name, statuses in SEEN.items()}


@pytest.mark.parametrize("role", ACTIONS)
def test_actions_and_inlines_of_products(role: str, sign_in: Callable[[str], Client]) -> None:
    product, client = make_product(), sign_in(role)
    assert _actions(client, "catalog_product_changelist") == ACTIONS[role]
    page = client.get(reverse("admin:catalog_product_change", args=[product.pk])).content.decode()
    may = "bulk_edit" in ACTIONS[role]
    for field in ("title", "variants-0-price", "images-0-alt_text"):
        assert (f'name="{field}"' in page) == may, field
    assert ("Drop pictures here" in page) == may
    assert product.variants.get().sku in page


@pytest.mark.parametrize("role", ROLES)
def test_acts_on_products(role: str, sign_in: Callable[[str], Client]) -> None:
    product, client = make_product(), sign_in(role)
    ProductRevision.objects.create(
        product=product, act="found", at=product.created_at, facts={"title": "x", "images": []}
    )
    acts: list[tuple[str, list[Any]]] = [
        ("catalog_product_add_picture", [product.pk]),
        ("catalog_product_check_picture", []),
        ("catalog_product_undo", [1]),
        ("catalog_importjob_cancel", [1]),
        ("catalog_importjob_go_on", [1]),
    ]
    statuses = {client.post(reverse(f"admin:{name}", args=args)).status_code for name, args in acts}
    # Allowed, they find nothing to do: no file, no such edit, no such import.
    assert statuses == ({400, 404} if role in ("Owner", "Catalogue editor") else {403})


@pytest.mark.parametrize("role", ROLES)
def test_deleting(role: str, sign_in: Callable[[str], Client]) -> None:
    product, client = make_product(), sign_in(role)
    client.post(reverse("admin:catalog_product_delete", args=[product.pk]), {"post": "yes"})
    assert Product.objects.exists() == (role not in ("Owner", "Catalogue editor"))


@pytest.mark.parametrize("role", ORDER_ACTIONS)
def test_actions_and_acts_of_orders(role: str, sign_in: Callable[[str], Client], shirt: Any) -> None:
    order, client = buy(shirt), sign_in(role)
    assert _actions(client, "shop_order_changelist") == ORDER_ACTIONS[role]
    client.post(reverse("admin:shop_order_act", args=[order.pk, "pack"]))
    assert (Order.objects.get().state == "packed") == (role != "Read only")


def test_a_migration_gives_the_groups_their_rights_back() -> None:
    group = Group.objects.get(name="Read only")
    before = set(group.permissions.all())
    group.permissions.set(Group.objects.get(name="Owner").permissions.all()[:50])
    call_command("migrate", verbosity=0)
    assert set(group.permissions.all()) == before


def _actions(client: Client, name: str) -> set[str]:
    page = client.get(reverse(f"admin:{name}")).content.decode()
    select = page.split('<select name="action"')[1].split("</select>")[0]
    return set(re.findall(r'<option value="(\w+)"', select))

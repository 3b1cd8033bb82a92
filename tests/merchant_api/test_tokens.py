"""Who may feed the catalogue: every operation, asked with every token."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from catalog.models import MerchantToken
from tests.factories import make_jpeg, make_product

from .conftest import RIGHTS, Feed

pytestmark = pytest.mark.django_db

PATHS = ("products", "variants", "images")
TABLE = {
    "none": (401, 401, 401),
    "signed in to the admin": (401, 401, 401),
    "nonsense": (401, 401, 401),
    "deleted": (401, 401, 401),
    "no more staff": (401, 401, 401),
    "reads only": (403, 403, 403),
    "stock only": (403, 200, 403),
    "editor": (200, 200, 200),
}


@pytest.mark.parametrize("who", TABLE)
def test_who_may(who: str, make_feed: Callable[..., Feed]) -> None:
    sku = make_product().variants.get().sku
    rights = {"reads only": ("view_product",), "stock only": ("change_variant",)}.get(who, RIGHTS)
    feed, client = make_feed(*rights), Client()
    headers = {"nonsense": {"Merchant-Token": "merchant_x"}, "none": {}}.get(who, feed.headers)
    if who == "signed in to the admin":
        client.force_login(User.objects.create_superuser("owner"))
        headers = {}
    if who == "deleted":
        feed.token.delete()
    if who == "no more staff":
        User.objects.filter(pk=feed.user.pk).update(is_staff=False)
    answers = []
    for path in PATHS:
        sent: dict[str, object] = {"data": {"items": [{"sku": sku}]}, "content_type": "application/json"}
        if path == "images":
            sent = {"data": {"sku": sku, "files": [_picture()]}}
        answers.append(client.post(f"/api/v1/merchant/{path}/", headers=headers, **sent).status_code)  # type: ignore[arg-type]
    assert tuple(answers) == TABLE[who]


def _picture() -> SimpleUploadedFile:
    return SimpleUploadedFile("a.jpg", make_jpeg(seed=1), "image/jpeg")


def test_a_token_is_made_in_the_admin_shown_once_and_works(client: Client) -> None:
    owner = User.objects.create_superuser("owner")
    client.force_login(owner)
    form = {"name": "ERP", "user": owner.pk}
    page = client.post(reverse("admin:catalog_merchanttoken_add"), form, follow=True).content.decode()
    (secret,) = set(re.findall(r"merchant_[\w-]{30,}", page))
    token = MerchantToken.objects.get()
    assert secret not in str(token.__dict__)
    assert secret not in client.get(reverse("admin:catalog_merchanttoken_changelist")).content.decode()
    answer = Client().post(
        "/api/v1/merchant/variants/",
        {"items": [{"sku": "x"}]},
        "application/json",
        headers={"Merchant-Token": secret},
    )
    assert answer.status_code == 200
    token.refresh_from_db()
    assert token.used_at

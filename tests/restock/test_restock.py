"""“Tell me when it is back”: asked on a page, confirmed by guests, told once, called off by a link."""

import re
from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils import timezone

from catalog.models import Variant
from shop.models import RestockNotice
from shop.services.accounts import delete_account
from shop.services.restock import KEPT, MAX_UNCONFIRMED, UNCONFIRMED_FOR, forget_old_notices
from shop.services.restock_mails import send_restock_mails
from tests.accounts.people import make_customer, signed_in
from tests.factories import make_product

pytestmark = pytest.mark.django_db

GUEST = "kim@example.com"


@pytest.fixture
def variant() -> Variant:
    """M of a shirt that is there in no size."""
    product = make_product(title="Linen shirt", sizes=["S", "M"], stock=0, images=0)
    return product.variants.get(size="M")


def url(variant: Variant) -> str:
    return f"/restock/{variant.product.slug}/"


def ask(client: Client, variant: Variant, email: str = GUEST) -> None:
    response = client.post(url(variant), {"variant": variant.pk, "email": email})
    assert response.status_code == 303


def come_back(variant: Variant) -> None:
    Variant.objects.filter(pk=variant.pk).update(stock=3)


def send() -> int:
    return send_restock_mails(now=timezone.now())


def link(name: str) -> str:
    found = re.search(rf"/restock/{name}/\S+", str(mail.outbox[-1].body))
    assert found
    return found[0]


def confirm(client: Client) -> None:
    assert b"Linen shirt, Blue, M" in client.get(link("confirm")).content
    assert client.post(link("confirm")).status_code == 303


def test_a_guest_confirms_and_is_told_once(client: Client, variant: Variant) -> None:
    ask(client, variant)
    assert send() == 1
    come_back(variant)
    assert send() == 0  # nobody has said yes
    confirm(client)
    assert send() == 1
    assert mail.outbox[-1].subject == "Back in stock: Linen shirt"
    assert "Linen shirt, Blue, M" in mail.outbox[-1].body
    assert (send(), RestockNotice.objects.count()) == (0, 0)


def test_a_customer_need_not_confirm(variant: Variant) -> None:
    customer = make_customer()
    client = signed_in(customer)
    assert b'name="email"' not in client.get(url(variant)).content
    ask(client, variant)
    assert send() == 0
    come_back(variant)
    assert send() == 1
    assert mail.outbox[-1].to == [customer.email]


def test_other_sizes_and_unpublished_products_are_not_told_of(variant: Variant) -> None:
    ask(signed_in(make_customer()), variant)
    come_back(variant.product.variants.get(size="S"))
    assert send() == 0
    come_back(variant)
    variant.product.is_published = False
    variant.product.save()
    assert send() == 0


def test_one_press_calls_off_all(client: Client, variant: Variant) -> None:
    ask(client, variant)
    ask(client, variant.product.variants.get(size="S"))
    send()
    strict = Client(enforce_csrf_checks=True)  # as a mail program posts
    assert strict.get(link("stop")).status_code == 200
    assert RestockNotice.objects.count() == 2
    assert link("stop") in mail.outbox[-1].extra_headers["List-Unsubscribe"]
    assert strict.post(link("stop"), {"List-Unsubscribe": "One-Click"}).status_code == 303
    assert RestockNotice.objects.count() == 0


@pytest.mark.parametrize("name", ["confirm", "stop"])
def test_forged_links_do_nothing(client: Client, variant: Variant, name: str) -> None:
    ask(client, variant)
    send()
    for token in ("x", link("confirm" if name == "stop" else "stop").split("/")[-2]):
        assert client.post(f"/restock/{name}/{token}/").status_code == 404
    assert RestockNotice.objects.get().confirmed_at is None


def test_asking_again_changes_and_tells_nothing(client: Client, variant: Variant) -> None:
    for email in (GUEST, GUEST.upper(), GUEST):
        ask(client, variant, email)
    assert send() == 1


def test_who_does_not_answer_is_not_asked_without_end(client: Client) -> None:
    variants = [make_product(stock=0, images=0).variants.get() for _ in range(MAX_UNCONFIRMED + 1)]
    for variant in variants[:-1]:
        ask(client, variant)
    refused = client.post(url(variants[-1]), {"variant": variants[-1].pk, "email": GUEST})
    assert refused.status_code == 422
    assert "waiting for too many" in refused.content.decode()


@pytest.mark.parametrize(
    "sent", [{}, {"variant": "x", "email": GUEST}, {"variant": "0", "email": GUEST}, {"email": "kim"}]
)
def test_nonsense_is_answered_with_a_sentence(client: Client, variant: Variant, sent: dict[str, str]) -> None:
    assert client.post(url(variant), sent).status_code == 422
    assert client.get(url(variant), {"variant": "<b>"}).status_code == 200
    assert not RestockNotice.objects.exists()


def test_what_is_in_stock_or_unknown(client: Client, variant: Variant) -> None:
    Variant.objects.update(stock=1)
    assert b"It is in stock." in client.get(url(variant)).content
    assert client.post(url(variant), {"variant": variant.pk, "email": GUEST}).status_code == 422
    assert client.get("/restock/nothing/").status_code == 404


def test_a_sold_out_product_leads_there(client: Client, variant: Variant) -> None:
    product = variant.product
    assert url(variant) in client.get(product.get_absolute_url()).content.decode()
    come_back(product.variants.get(size="S"))
    page = client.get(product.get_absolute_url(), {"size": "M"}).content.decode()
    assert f"{url(variant)}?variant={variant.pk}" in page


def test_it_goes_with_the_account_and_with_time(client: Client, variant: Variant) -> None:
    customer, now = make_customer(), timezone.now()
    ask(signed_in(customer), variant)
    delete_account(customer=customer)
    ask(client, variant)
    assert RestockNotice.objects.count() == 1
    assert forget_old_notices(now=now + UNCONFIRMED_FOR / 2) == 0
    assert forget_old_notices(now=timezone.now() + UNCONFIRMED_FOR * 1.1) == 1
    ask(signed_in(make_customer()), variant)
    assert forget_old_notices(now=now + KEPT * 0.9) == 0
    assert forget_old_notices(now=timezone.now() + KEPT * 1.1) == 1


def test_a_mail_server_that_fails_is_asked_again_later(
    variant: Variant, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(signed_in(make_customer()), variant)
    come_back(variant)
    with monkeypatch.context() as broken:

        def fail(*_args: object) -> int:
            raise SMTPServerDisconnected

        broken.setattr(EmailBackend, "send_messages", fail)
        assert send() == 0
    assert send() == 0
    assert send_restock_mails(now=timezone.now() + timedelta(hours=7)) == 1

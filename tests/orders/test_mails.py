from datetime import timedelta
from smtplib import SMTPException

import pytest
from django.core import mail
from django.utils import timezone

from catalog.models import Variant
from catalog.money import Money
from shop.mail_retries import MAX_ATTEMPTS
from shop.models import MailKind, OutgoingMail
from shop.services.fulfilment import cancel_order, pack_order, ship_order
from shop.services.mails import owe_mail, send_due_mails
from shop.services.refunds import refund_order
from tests.at_once import at_once
from tests.factories import make_product

from .kit import buy, make_delivery

pytestmark = pytest.mark.django_db


def send(later: timedelta = timedelta(minutes=1)) -> int:
    return send_due_mails(now=timezone.now() + later)


def html_of(message: mail.EmailMessage) -> str:
    assert isinstance(message, mail.EmailMultiAlternatives)
    return str(message.alternatives[0][0])


def test_the_confirmation_is_html_and_text(shirt: Variant) -> None:
    order = buy(shirt, quantity=2)
    assert send() == 1
    sent = mail.outbox[0]
    html = html_of(sent)
    assert sent.to == ["ada@example.com"]
    assert sent.subject == f"Your order {order.number}"
    for text in (sent.body, html):
        assert "2 × Linen shirt, Blue, M" in text
        assert "€44.88" in text
        assert "Including 19 % tax: €7.17" in text
        assert f"http://127.0.0.1:8000{order.get_absolute_url()}" in text
        assert "10115 BERLIN" in text
    assert "&" not in sent.body


def test_each_is_sent_once(shirt: Variant) -> None:
    order = buy(shirt)
    owe_mail(order, MailKind.PLACED, now=timezone.now())
    assert send() == 1
    assert send(timedelta(days=1)) == 0
    assert OutgoingMail.objects.get().sent_at


def test_the_shoppers_language(shirt: Variant) -> None:
    buy(shirt, language="ko")
    send()
    assert 'lang="ko"' in html_of(mail.outbox[0])


def test_markup_in_a_name_is_only_text(shirt: Variant) -> None:
    order = buy(shirt)
    order.lines.update(title="<b>Tom & Co</b>")
    send()
    sent = mail.outbox[0]
    assert "<b>Tom & Co</b>" in sent.body
    assert "&lt;b&gt;Tom &amp; Co" in html_of(sent)


def test_what_follows_is_told_too(shirt: Variant) -> None:
    order = pack_order(order=buy(shirt), actor="admin")
    ship_order(order=order, tracking_number="TRACK1", carrier="DHL", actor="admin", now=timezone.now())
    refund_order(order=order, amount=Money(500, "EUR"), actor="admin")
    cancel_order(order=buy(shirt, payment_choice="confirm"), actor="admin")
    assert send() == 4
    bodies = "\n".join(str(message.body) for message in mail.outbox)
    assert "DHL tracking number: TRACK1" in bodies
    assert "We have paid back €5.00" in bodies
    assert "Nothing was charged" in bodies


def test_a_server_that_is_down_is_tried_again(shirt: Variant, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise SMTPException("no")

    buy(shirt)
    with monkeypatch.context() as patch:
        patch.setattr("django.core.mail.EmailMultiAlternatives.send", refuse)
        assert send() == 0
    row = OutgoingMail.objects.get()
    assert (row.attempts, row.error) == (1, "no")
    assert send() == 0  # not due yet
    assert send(timedelta(minutes=10)) == 1


def test_after_so_many_attempts_it_is_given_up(shirt: Variant, monkeypatch: pytest.MonkeyPatch) -> None:
    buy(shirt)
    OutgoingMail.objects.update(attempts=MAX_ATTEMPTS - 1)
    with monkeypatch.context() as patch:
        patch.setattr("django.core.mail.EmailMultiAlternatives.send", _unreachable)
        send()
    row = OutgoingMail.objects.get()
    assert (row.due_at, row.sent_at) == (None, None)


def _unreachable(message: object) -> None:
    raise OSError("unreachable")


@pytest.mark.django_db(transaction=True)
def test_workers_that_send_at_once_send_each_once() -> None:
    make_delivery()
    item = make_product(images=0, stock=9).variants.get()
    for _ in range(5):
        buy(item)
    assert sum(at_once([send] * 4)) == 5
    assert len(mail.outbox) == 5

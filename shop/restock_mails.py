"""The two mails about what is back, and the signed links in them."""

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from .models import RestockNotice
from .services.restock import UNCONFIRMED_FOR

_CONFIRM, _STOP = "shop.restock.confirm", "shop.restock.stop"


def confirmed_by(token: str) -> int | None:
    """The key of the notice that a link confirms; None for a link that is forged or too old."""
    try:
        pk: int = signing.loads(token, salt=_CONFIRM, max_age=UNCONFIRMED_FOR)
    except signing.BadSignature:
        return None
    return pk


def stopped_by(token: str) -> str | None:
    """The address that a link takes off; None for a forged one. It does not age: mails are kept."""
    try:
        email: str = signing.loads(token, salt=_STOP)
    except signing.BadSignature:
        return None
    return email


def write_question(notice: RestockNotice) -> EmailMessage:
    """Asks a guest to confirm. Not sent yet."""
    link = reverse("shop:restock_confirm", args=[signing.dumps(notice.pk, salt=_CONFIRM)])
    with translation.override(notice.language):
        return _mail(notice, _("Shall we tell you when it is back?"), "restock_question", _here(link))


def write_restocked(notice: RestockNotice) -> EmailMessage:
    """Says that it is back. Not sent yet."""
    with translation.override(notice.language):
        subject = _("Back in stock: %(title)s") % {"title": notice.variant.product.title}
        return _mail(notice, subject, "restocked", _here(notice.variant.product.get_absolute_url()))


def _mail(notice: RestockNotice, subject: str, template: str, link: str) -> EmailMessage:
    stop = _here(reverse("shop:restock_stop", args=[signing.dumps(notice.email, salt=_STOP)]))
    return EmailMessage(
        subject=" ".join(subject.split()),  # a title may have a line break, a subject may not
        body=render_to_string(f"emails/{template}.txt", {"name": notice.name, "link": link, "stop": stop}),
        to=[notice.address],
        headers={"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )


def _here(path: str) -> str:
    base: str = settings.VITRINE_URL
    return base.rstrip("/") + path

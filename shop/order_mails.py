"""An order's mails, in its shopper's language, as HTML and as text."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import MailKind, OutgoingMail, Refund

_SUBJECTS: dict[str, str | Promise] = {
    MailKind.PLACED: _("Your order %(number)s"),
    MailKind.SHIPPED: _("Your order %(number)s is on its way"),
    MailKind.CANCELLED: _("Your order %(number)s is cancelled"),
    MailKind.REFUNDED: _("Money back for your order %(number)s"),
}


def write_mail(mail: OutgoingMail) -> EmailMultiAlternatives:
    """Not sent yet."""
    order = mail.order
    with translation.override(order.language):
        context = {
            "order": order,
            "lines": list(order.lines.all()),
            "link": settings.VITRINE_URL.rstrip("/") + order.get_absolute_url(),
            "refund": _refund(mail),
        }
        message = EmailMultiAlternatives(
            subject=str(_SUBJECTS[mail.kind]) % {"number": order.number},
            body=render_to_string(f"emails/order_{mail.kind}.txt", context),
            to=[order.email],
            headers={"Message-ID": f"<order-mail-{mail.pk}@{_domain()}>"},
        )
        message.attach_alternative(render_to_string(f"emails/order_{mail.kind}.html", context), "text/html")
    return message


def _refund(mail: OutgoingMail) -> Refund | None:
    """The one that the mail is about: its detail is the refund's key."""
    return Refund.objects.select_related("payment").get(pk=mail.detail) if mail.detail else None


def _domain() -> str:
    host: str = settings.VITRINE_URL.split("//")[-1]
    return host.split("/")[0].split(":")[0] or "localhost"

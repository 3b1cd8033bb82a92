"""How django-allauth speaks and behaves here: its texts are the shop's and tell nobody who has an account."""

import logging
from collections.abc import Mapping
from typing import Any, Final
from uuid import uuid4

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.httpkit import is_headless_request
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

logger = logging.getLogger(__name__)

# By the name of the template that allauth would say it with; of others nothing is said.
_SAID: Final[dict[str, str | Promise]] = {
    "email_confirmation_failed": _("This email address belongs to another account already."),
    "email_confirmation_sent": _("We have sent a mail with a link."),
    "email_confirmed": _("Your email address is confirmed."),
    "email_deleted": _("The change of your email address is cancelled."),
    "logged_in": _("You are signed in."),
    "logged_out": _("You are signed out."),
    "login_code_sent": _("We have sent a mail with a code."),
    "password_changed": _("Your password is changed."),
    "password_set": _("Your password is set."),
}


MAIL_NOT_SENT: Final = _("The mail could not be sent just now. Try again in a few minutes.")


class MailNotSent(Exception):  # noqa: N818 - named for what is the case
    """The mail server is away or refuses; pages say so by a message instead."""


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """A mail's template has its subject in the first line, and its text below."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account cannot be used. Please write to us."),
        "email_password_mismatch": _(
            "This email address and this password do not belong together. Try again, or have a new password "
            "sent to you."
        ),
        "email_taken": _("This email address cannot be used here."),
        "incorrect_code": _("That is not the code that we sent. Try again."),
        "incorrect_password": _("That is not your password. Try again."),
        "invalid_password_reset": _("This link has been used already or is too old."),
        "rate_limited": _("Too many attempts. Wait a few minutes, and try again."),
        "same_as_current": _("That is your address already."),
        "too_many_login_attempts": _("Too many attempts. Wait a few minutes, and try again."),
    }

    def generate_unique_username(self, txts: list[str | None], regex: str | None = None) -> str:
        """Of no meaning: customers are known by their email addresses."""
        return uuid4().hex

    def clean_email(self, email: str) -> str:
        # Allauth would cut it off.
        if len(email) > app_settings.EMAIL_MAX_LENGTH:
            raise ValidationError(_("This address is too long."))
        return email

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:
            # A mail server that is away or refuses, whoever asks for whichever address.
            logger.exception("A mail could not be sent: %s", template_prefix)
            if is_headless_request(self.request):
                raise MailNotSent from error
            messages.error(self.request, MAIL_NOT_SENT)

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: Mapping[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        rendered = render_to_string(f"{template_prefix}.txt", dict(context))
        subject, text = rendered.strip().split("\n", 1)
        to = [email] if isinstance(email, str) else email
        return EmailMessage(subject, f"{text.strip()}\n", self.get_from_email(), to, headers=headers)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        name = (message_template or "").removeprefix("account/messages/").removesuffix(".txt")
        said = message or _SAID.get(name)
        if said:
            super().add_message(request, level, extra_tags=extra_tags, message=str(said))

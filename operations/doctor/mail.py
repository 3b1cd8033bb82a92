"""Whether mails can be sent."""

import smtplib
from collections.abc import Iterator

from django.core.mail import get_connection

from .finding import Finding, fine, problem


def examine() -> Iterator[Finding]:
    connection = get_connection()
    try:
        connection.open()
        connection.close()
    except (OSError, smtplib.SMTPException, ValueError) as error:
        yield problem("mail", f"The mail server does not take us ({error}): see to EMAIL_URL.")
    else:
        yield fine("mail", "The mail server answers.")

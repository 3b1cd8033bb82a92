"""What of a product one waits for, and where to write."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.models import Variant


class RestockForm(forms.Form):
    variant = forms.TypedChoiceField(
        label=_("Which one?"),
        coerce=int,
        widget=forms.RadioSelect({"class": "visually-hidden"}),
        error_messages={
            "required": _("Choose which one you wait for."),
            "invalid_choice": _("This is in stock again, or not sold any more."),
        },
    )
    email = forms.EmailField(
        label=_("Email"),
        max_length=254,
        error_messages={
            "required": _("We write to this address when it is back."),
            "invalid": _("An email address looks like name@example.com."),
        },
        widget=forms.EmailInput({"autocomplete": "email", "inputmode": "email", "autocapitalize": "off"}),
    )

    def __init__(self, *args: Any, variants: Sequence[Variant], asks_email: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: forms.TypedChoiceField = self.fields["variant"]  # type: ignore[assignment]
        field.choices = [(variant.pk, _choice(variant)) for variant in variants]
        if not asks_email:
            del self.fields["email"]


def _choice(variant: Variant) -> str:
    return ", ".join(filter(None, (variant.colour, variant.size))) or str(_("One size"))

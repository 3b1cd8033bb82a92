"""What the pages of an account send."""

from django import forms
from django.utils.translation import gettext_lazy as _


class NameForm(forms.Form):
    name = forms.CharField(
        label=_("Full name"),
        required=False,
        max_length=150,
        widget=forms.TextInput({"autocomplete": "name"}),
    )


class DeleteForm(forms.Form):
    sure = forms.BooleanField(
        label=_("Yes, delete my account for good"),
        error_messages={"required": _("Tick the box if you are sure.")},
    )

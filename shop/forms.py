"""What a cart's forms send. Ranges and stock are the services' to judge."""

from django import forms
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

_NO_SKU = _("Choose what to add.")
_NO_NUMBER = _("Write the quantity as a whole number.")


class LineForm(forms.Form):
    """A line of a cart, by SKU."""

    sku = forms.CharField(error_messages={"required": _NO_SKU})


class ChangeForm(LineForm):
    quantity = forms.IntegerField(error_messages={"invalid": _NO_NUMBER, "required": _NO_NUMBER})


class AddForm(LineForm):
    """`next` is a page of this shop to return to; anything else becomes the cart page."""

    quantity = forms.IntegerField(required=False, error_messages={"invalid": _NO_NUMBER})
    next = forms.CharField(required=False)

    def clean_quantity(self) -> int:
        quantity: int | None = self.cleaned_data["quantity"]
        return 1 if quantity is None else quantity


def safe_next(path: str, default: str) -> str:
    """`path` if it is a local one, else `default`."""
    is_local = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if is_local else default

"""The product's own part of its form, which notices that somebody else was faster."""

from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from ..facts import Difference, differences, stored_facts
from ..models import Product, ProductRevision

_SALT = "catalog.product-form"


class ProductForm(forms.ModelForm):  # type: ignore[type-arg]
    """`seen` is the product as the page showed it. A save over what somebody has changed since is held once.

    Then the page says what was changed and still has all that was typed; saving again writes it over that.
    What was only added since is no reason: this form does not touch it.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Product
        fields = "__all__"  # noqa: DJ007 - ProductAdmin.fields says which

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and not self.is_bound:
            self.initial["seen"] = _sealed(stored_facts(self.instance.pk))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance.pk and (seen := cleaned.get("seen")):
            self._refuse_to_overwrite(seen)
        return cleaned

    def _refuse_to_overwrite(self, seen: str) -> None:
        # Locked until the save has ended: of two at the same moment one is second.
        Product.objects.select_for_update().filter(pk=self.instance.pk).first()
        now = stored_facts(self.instance.pk)
        try:
            before = signing.loads(seen, salt=_SALT)
        except signing.BadSignature:
            before = None
        changes = differences(before, now, additions=False) if before and now else []
        if changes:
            self.data = self.data.copy()  # type: ignore[attr-defined]
            self.data[self.add_prefix("seen")] = _sealed(now)  # type: ignore[index]
            raise ValidationError([_somebody(self.instance), *map(_line, changes)])


def _sealed(facts: Any) -> str:
    return signing.dumps(facts, salt=_SALT, compress=True)


def _somebody(product: Product) -> str:
    newest = ProductRevision.objects.filter(product=product).first()
    said = _(
        "%(who)s changed this product while you had it open. Nothing is saved yet, and what you typed is "
        "still here: save again to write it over these changes."
    )
    if not newest or newest.facts != stored_facts(product.pk):
        return said % {"who": _("An import, a bulk edit or another system")}
    when = formats.time_format(timezone.localtime(newest.at))
    return said % {"who": _("%(actor)s (%(time)s)") % {"actor": newest.actor or "?", "time": when}}


def _line(change: Difference) -> str:
    return str(change)

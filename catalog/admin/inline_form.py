"""Rows of a product's form that cost nothing while nobody has touched them."""

from django import forms


class InlineForm(forms.ModelForm):  # type: ignore[type-arg]
    """A stored row that is as the page showed it is not checked against the database again."""

    @property
    def is_untouched(self) -> bool:
        return self.instance.pk is not None and not self.has_changed()

    def _post_clean(self) -> None:
        if not self.is_untouched:
            super()._post_clean()  # type: ignore[misc]

from typing import Any, ClassVar

from django.contrib import admin
from django.forms import BaseInlineFormSet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..models import ProductImage
from ..pictures import small_url
from .empty_rows import EmptyRowsInline
from .inline_form import InlineForm

_HEIGHT = 64


def thumbnail(image: ProductImage) -> SafeString:
    """The picture, as wide as it is at 64 px of height."""
    width = max(1, round(_HEIGHT * image.width / image.height))
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="" loading="lazy">', small_url(image), width, _HEIGHT
    )


class PictureFormSet(BaseInlineFormSet):  # type: ignore[type-arg]
    @property
    def sent_files(self) -> list[tuple[str, str]]:
        """Field and name of each file that came with a form; its browser has to send it again."""
        files: dict[str, Any] = self.files
        names = [form.add_prefix("file") for form in self.forms]
        return [(name, files[name].name) for name in names if name in files]


class ProductImageInline(EmptyRowsInline):
    """The pictures of a product. A subclass may add columns to `fields` and `readonly_fields`."""

    model = ProductImage
    form = InlineForm
    formset = PictureFormSet
    template = "admin/catalog/inlines/images.html"
    fields: ClassVar[tuple[str, ...]] = ("thumbnail", "file", "alt_text", "position", "sizes")
    readonly_fields: ClassVar[tuple[str, ...]] = ("thumbnail", "sizes")

    @admin.display(description=_("picture"))
    def thumbnail(self, image: ProductImage) -> SafeString | str:
        return thumbnail(image) if image.pk else ""

    @admin.display(description=_("small sizes"))
    def sizes(self, image: ProductImage) -> str:
        if not image.pk:
            return ""
        if image.thumbnails_due_at is None:
            return gettext("Ready")
        return image.thumbnail_error or gettext("Pending")

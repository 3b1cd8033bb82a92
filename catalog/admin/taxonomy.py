from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..models import Brand, Category


class CategoryForm(forms.ModelForm):  # type: ignore[type-arg]
    def clean_parent(self) -> Any:
        parent = self.cleaned_data["parent"]
        if parent and self.instance.pk and parent in Category.objects.subtree(self.instance.pk):
            raise ValidationError(_("A category cannot stand below itself. Choose another parent."))
        return parent


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    form = CategoryForm
    list_display = ("name", "parent", "slug", "position")
    list_select_related = ("parent",)
    search_fields = ("name", "slug")
    prepopulated_fields = {"slug": ("name",)}


@admin.register(Brand)
class BrandAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("name", "slug")
    search_fields = ("name",)
    prepopulated_fields = {"slug": ("name",)}

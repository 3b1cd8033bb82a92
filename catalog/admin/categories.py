"""Choosing a category."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from ..models import Category


class CategoryChoiceField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Categories of one name are told apart by their parents."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.parent} › {obj}" if obj.parent else str(obj)


def categories_by_parent() -> QuerySet[Category]:
    return Category.objects.select_related("parent").order_by("parent__name", "name")

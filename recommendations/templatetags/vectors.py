"""For the admin's pages of vectors."""

from datetime import timedelta

from django import template

register = template.Library()


@register.filter
def seconds(time: timedelta) -> str:
    """With one decimal."""
    return f"{time.total_seconds():.1f}"


@register.filter
def unlocalized(number: float) -> str:
    """As drawings want it in any language."""
    return f"{number:.1f}"

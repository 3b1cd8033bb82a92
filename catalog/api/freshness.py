"""How long an answer may be kept."""

from django.utils.decorators import method_decorator
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page

revalidated = method_decorator([conditional_page, cache_control(public=True, no_cache=True)], name="dispatch")
"""Anyone may keep it and must ask each time whether it still holds, by its ETag: stock and prices change."""

private = method_decorator(cache_control(private=True, no_store=True), name="dispatch")
"""It is one shopper's."""

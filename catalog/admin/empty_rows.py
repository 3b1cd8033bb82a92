"""Rows to fill in for browsers without a script, which cannot add any."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

_MOST = 50


class EmptyRowsInline(admin.TabularInline):  # type: ignore[type-arg]
    """`?rows=5` in the page's address shows so many empty ones; with a script they come one by one."""

    extra = 0

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        rows = request.GET.get("rows", "")
        return min(_MOST, int(rows)) if rows.isascii() and rows.isdecimal() else self.extra

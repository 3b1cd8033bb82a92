from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..models import Interaction
from ..selectors.earnings import DAYS, earnings
from .click_chart import click_chart


@admin.register(Interaction)
class InteractionAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """What recommendations earn: sums by list and day. Single rows are nobody's business."""

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        earned = earnings(now=timezone.now())
        context = {
            **self.admin_site.each_context(request),
            "title": _("What recommendations earn"),
            "opts": self.opts,
            "earned": earned,
            "charts": [(place, click_chart(place.by_day)) for place in earned.places if place.shown],
            "days": DAYS,
        }
        return TemplateResponse(request, "admin/recommendations/earnings.html", context)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

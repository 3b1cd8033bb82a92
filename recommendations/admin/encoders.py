from functools import partial
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from ..models import Encoder, EncoderSwitch
from ..selectors.encoder_states import encoder_states
from .encoder_acts import act_view
from .encoder_comparison import compare_view
from .encoder_form import install_view

_REFRESH_SECONDS = "5"
_LATEST = 10


@admin.register(Encoder)
class EncoderAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Which encoders there are and which of them the shop searches with; how another one takes over."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("act/", view(partial(act_view, self)), name="recommendations_encoder_act"),
            path("compare/", view(partial(compare_view, self)), name="recommendations_encoder_compare"),
            path("install/", view(partial(install_view, self)), name="recommendations_encoder_install"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        states = encoder_states()
        latest = list(EncoderSwitch.objects.all()[:_LATEST])
        context = {
            **self.admin_site.each_context(request),
            "title": _("Encoders"),
            "opts": self.opts,
            "states": states,
            "active": states[0],
            "switches": latest,
            "back_to": latest[0].from_key if latest else "",
            "may": {act: request.user.has_perm(f"recommendations.{act}_encoder") for act in _ACTS},
        }
        response = TemplateResponse(request, "admin/recommendations/encoders.html", context)
        if any(state.is_filling for state in states):
            response["Refresh"] = _REFRESH_SECONDS
        return response

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """By the buttons of the list alone."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


_ACTS = ("add", "change", "delete")

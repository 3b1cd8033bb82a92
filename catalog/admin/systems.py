"""Systems that feed the catalogue, and those that are told of it."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import MerchantToken, Webhook, WebhookDelivery
from ..services.merchant_tokens import make_token


@admin.register(MerchantToken)
class MerchantTokenAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Made and deleted, never changed. The token itself is shown once."""

    fields = ("name", "user")
    list_display = ("name", "user", "created_at", "used_at")
    autocomplete_fields = ("user",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: MerchantToken, form: Any, change: bool) -> None:
        secret = make_token(token=obj)
        said = _("Copy the token now, it is not shown again: %(token)s") % {"token": secret}
        self.message_user(request, said, messages.WARNING)


@admin.register(Webhook)
class WebhookAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("url", "is_active")


@admin.register(WebhookDelivery)
class WebhookDeliveryAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("created_at", "webhook", "payload", "attempts", "delivered_at", "due_at", "error")
    list_filter = ("webhook",)
    list_select_related = ("webhook",)
    actions = ("send_again",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_send_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("catalog.change_webhook")

    @admin.action(description=gettext_lazy("Send again"), permissions=["send"])
    def send_again(self, request: HttpRequest, queryset: QuerySet[WebhookDelivery]) -> None:
        queryset.update(due_at=timezone.now(), attempts=0)

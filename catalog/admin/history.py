"""What became of a product, and the way back."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..models import Act, Product, ProductRevision
from ..selectors.history import deleted_products, history_of
from ..services.history import record, record_found
from ..services.restore import RestoreError, restore
from .costs import may_see_costs

_DELETED_SHOWN = 200


class HistoryAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Writes a revision with every save and deletion here, shows them, and restores one."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("deleted/", view(self.deleted_view), name="catalog_product_deleted"),
            path("restore/<int:revision_id>/", view(self.restore_view), name="catalog_product_restore"),
            *super().get_urls(),
        ]

    def save_model(self, request: HttpRequest, obj: Product, form: Any, change: bool) -> None:
        if change:
            record_found(product_id=obj.pk, now=timezone.now())
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        self._record(request, form.instance.pk, Act.CHANGED if change else Act.CREATED)

    def delete_model(self, request: HttpRequest, obj: Product) -> None:
        self._record(request, obj.pk, Act.DELETED)
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        for product_id in queryset.values_list("pk", flat=True):
            self._record(request, product_id, Act.DELETED)
        super().delete_queryset(request, queryset)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        product = get_object_or_404(Product, pk=object_id)
        if not self.has_view_permission(request, product):
            raise PermissionDenied
        steps = history_of(product.pk, costs=may_see_costs(request))
        return self._page(request, "history", {"product": product, "steps": steps}, str(product))

    def deleted_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        revisions = deleted_products()[:_DELETED_SHOWN]
        return self._page(request, "deleted", {"revisions": revisions}, _("Deleted products"))

    def restore_view(self, request: HttpRequest, revision_id: int) -> HttpResponse:
        if request.method != "POST" or not self._may_restore(request):
            raise PermissionDenied
        revision = get_object_or_404(ProductRevision, pk=revision_id)
        try:
            restored = restore(revision=revision, actor=request.user.get_username(), now=timezone.now())
        except RestoreError as error:
            self.message_user(request, str(error), messages.ERROR)
            return HttpResponseRedirect(self._page_of(revision.product_id))
        said = _("The product was restored; its stock is unchanged.")
        self.message_user(request, said, messages.SUCCESS)
        if gone := len(restored.lost):
            said = ngettext(
                "%(count)d picture is gone for good.", "%(count)d pictures are gone for good.", gone
            )
            self.message_user(request, said % {"count": gone}, messages.WARNING)
        return HttpResponseRedirect(reverse("admin:catalog_product_change", args=[restored.product.pk]))

    def _page_of(self, product_id: int) -> str:
        if Product.objects.filter(pk=product_id).exists():
            return reverse("admin:catalog_product_history", args=[product_id])
        return reverse("admin:catalog_product_deleted")

    def _may_restore(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request) and self.has_change_permission(request)

    def _record(self, request: HttpRequest, product_id: int, act: Act) -> None:
        actor = request.user.get_username()
        record(product_id=product_id, act=act, actor=actor, now=timezone.now())

    def _page(self, request: HttpRequest, name: str, context: dict[str, Any], title: str) -> HttpResponse:
        context |= self.admin_site.each_context(request) | {
            "title": title,
            "opts": self.opts,
            "may_restore": self._may_restore(request),
        }
        return TemplateResponse(request, f"admin/catalog/product/{name}.html", context)

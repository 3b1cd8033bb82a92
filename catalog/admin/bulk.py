"""Many products at once: the action of the list, what was done so, and the way back."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..models import BulkEdit, Product
from ..services.bulk_edit import BulkEditError, bulk_edit, undo_bulk_edit
from .bulk_form import BulkForm

_SHOWN = 100


class BulkAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Changes price, stock, category and publication of the chosen products, and undoes it."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("bulk-edits/", view(self.bulk_edits_view), name="catalog_product_bulk_edits"),
            path("bulk-edits/<int:edit_id>/undo/", view(self.undo_view), name="catalog_product_undo"),
            *super().get_urls(),
        ]

    def has_bulk_edit_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request) and request.user.has_perm("catalog.change_variant")

    @admin.action(
        description=gettext_lazy("Edit price, stock, category, published…"), permissions=["bulk_edit"]
    )
    def bulk_edit(self, request: HttpRequest, queryset: QuerySet[Product]) -> HttpResponse | None:
        """Shows the form, with how many products there are, and takes what it posts."""
        form = BulkForm(request.POST if "expected" in request.POST else None)
        if form.is_bound and form.is_valid():
            try:
                edit = self._apply(request, queryset, form)
            except BulkEditError as error:
                form.add_error(None, str(error))
            else:
                self._say_done(request, edit)
                return None
        return self._bulk_page(request, queryset, form)

    def bulk_edits_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_bulk_edit_permission(request):
            raise PermissionDenied
        context = {"title": _("Bulk edits"), "edits": BulkEdit.objects.defer("rows")[:_SHOWN]}
        return self._bulk_response(request, "bulk_edits", context)

    def undo_view(self, request: HttpRequest, edit_id: int) -> HttpResponse:
        if request.method != "POST" or not self.has_bulk_edit_permission(request):
            raise PermissionDenied
        edit = get_object_or_404(BulkEdit, pk=edit_id)
        undone = undo_bulk_edit(edit_id=edit.pk, now=timezone.now())
        said = ngettext("%(count)d value was put back.", "%(count)d values were put back.", undone.back)
        self.message_user(request, said % {"count": undone.back}, messages.SUCCESS)
        if undone.kept:
            said = ngettext(
                "%(count)d value has changed since and was left as it is.",
                "%(count)d values have changed since and were left as they are.",
                undone.kept,
            )
            self.message_user(request, said % {"count": undone.kept}, messages.WARNING)
        return HttpResponseRedirect(reverse("admin:catalog_product_bulk_edits"))

    def _apply(self, request: HttpRequest, queryset: QuerySet[Product], form: BulkForm) -> BulkEdit:
        expected = request.POST["expected"]
        return bulk_edit(
            products=queryset,  # type: ignore[arg-type]
            expected=int(expected) if expected.isascii() and expected.isdecimal() else -1,
            change=form.change,
            summary=form.summary,
            actor=request.user.get_username(),
            now=timezone.now(),
        )

    def _say_done(self, request: HttpRequest, edit: BulkEdit) -> None:
        said = ngettext("%(count)d product was changed.", "%(count)d products were changed.", edit.products)
        address = reverse("admin:catalog_product_bulk_edits")
        link = format_html('{} <a href="{}">{}</a>', said % {"count": edit.products}, address, _("Undo"))
        self.message_user(request, link, messages.SUCCESS)

    def _bulk_page(self, request: HttpRequest, queryset: QuerySet[Product], form: BulkForm) -> HttpResponse:
        across = request.POST.get("select_across") == "1"
        context = {
            "title": _("Edit many products"),
            "form": form,
            "count": queryset.count(),
            "first": queryset[:5],
            "across": across,
            "chosen": [] if across else request.POST.getlist(ACTION_CHECKBOX_NAME),
            "checkbox": ACTION_CHECKBOX_NAME,
            "index": request.POST.get("index", "0"),
        }
        return self._bulk_response(request, "bulk_edit", context)

    def _bulk_response(self, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
        context |= self.admin_site.each_context(request) | {"title": context["title"], "opts": self.opts}
        return TemplateResponse(request, f"admin/catalog/product/{name}.html", context)

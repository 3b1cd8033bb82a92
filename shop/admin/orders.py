from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .. import enqueue
from ..models import Dispute, DisputeState, Order, OrderEvent, OrderLine, OrderState, Payment
from ..order_states import OrderError
from ..selectors.sales import sales_overview
from ..services.fulfilment import cancel_order, deliver_order, pack_order
from .order_acts import acts_for
from .reading import ReadOnlyInline


class OrderLineInline(ReadOnlyInline):
    model = OrderLine
    fields = ["sku", "title", "quantity", "price", "total", "source"]
    readonly_fields = ["price", "total"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[OrderLine]:
        return super().get_queryset(request).select_related("order")


class PaymentInline(ReadOnlyInline):
    model = Payment
    fields = ["method", "state", "amount", "refunded", "provider_id", "message", "updated_at"]
    readonly_fields = ["amount", "refunded", "updated_at"]


class DisputedFilter(admin.SimpleListFilter):
    title = _("dispute")
    parameter_name = "dispute"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(DisputeState.choices)

    def queryset(self, request: HttpRequest, orders: QuerySet[Order]) -> QuerySet[Order]:
        if self.value() not in DisputeState.values:
            return orders
        disputes = Dispute.objects.filter(payment__order=OuterRef("pk"), state=self.value())
        return orders.filter(Exists(disputes))


class OrderEventInline(ReadOnlyInline):
    model = OrderEvent
    fields = ["at", "from_state", "to_state", "actor", "note"]
    readonly_fields = ["at"]


@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Orders are not typed over: what is done to one is an act with a history."""

    list_display = ["number", "placed_at", "state_word", "payment_method", "total", "name", "country_code"]
    list_filter = ["state", "payment_method", DisputedFilter, "placed_at", "country_code"]
    search_fields = ["number", "email", "name", "tracking_number", "lines__sku"]
    date_hierarchy = "placed_at"
    list_per_page = 50
    inlines = [OrderLineInline, PaymentInline, OrderEventInline]
    actions = ["mark_packed", "mark_delivered", "cancel", "packing_slips"]
    change_form_template = "admin/shop/order/change_form.html"
    change_list_template = "admin/shop/order/change_list.html"
    fieldsets = [
        (None, {"fields": [("number", "state_word"), "placed_at", "paid_at", "page"]}),
        (_("Customer"), {"fields": ["email", "phone", "customer", "language", "delivery_to"]}),
        (
            _("Money"),
            {"fields": ["goods", "discount", "coupon", "shipping", "total", "tax", "payment_method"]},
        ),
        (_("Delivery"), {"fields": ["shipping_name", "carrier", "tracking_number"]}),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Order | None = None) -> list[str]:
        return [name for _title, options in self.fieldsets for name in _flat(options["fields"])]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Order | None = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("sales/", view(self.sales_view), name="shop_sales"),
            path("<int:pk>/slip/", view(self.slip_view), name="shop_order_slip"),
            path("<int:pk>/act/<slug:key>/", view(self.act_view), name="shop_order_act"),
            *super().get_urls(),
        ]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        order = self.get_object(request, object_id)
        acts = acts_for(order) if order and self.has_change_permission(request, order) else {}
        context = {"acts": acts, "show_save": False, "show_save_and_continue": False}
        return super().change_view(request, object_id, form_url, context | (extra_context or {}))

    def act_view(self, request: HttpRequest, pk: int, key: str) -> HttpResponse:
        """One step of one order: asks for what it takes, then does it."""
        order = get_object_or_404(Order, pk=pk)
        act = acts_for(order).get(key)
        if act is None or not self.has_change_permission(request, order):
            raise Http404
        form = act.form(request.POST if request.method == "POST" else None, order=order)
        if request.method == "POST" and form.is_valid():
            try:
                act.carry_out(order, form, str(request.user))
            except OrderError as error:
                form.add_error(None, str(error))
            else:
                enqueue.mails()
                messages.success(request, _("Done: %(act)s.") % {"act": act.label})
                return HttpResponseRedirect(reverse("admin:shop_order_change", args=[pk]))
        context = {**self.admin_site.each_context(request), "title": act.label, "order": order, "form": form}
        return TemplateResponse(request, "admin/shop/order/act.html", context | {"opts": self.opts})

    def slip_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        self._may_look(request)
        return _slips(request, Order.objects.filter(pk=pk))

    def sales_view(self, request: HttpRequest) -> HttpResponse:
        self._may_look(request)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Sales"),
            "sales": sales_overview(now=timezone.now()),
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/shop/order/sales.html", context)

    @admin.action(description=_("Mark as packed"), permissions=["change"])
    def mark_packed(self, request: HttpRequest, orders: QuerySet[Order]) -> None:
        self._each(request, orders, lambda order: pack_order(order=order, actor=str(request.user)))

    @admin.action(description=_("Mark as delivered"), permissions=["change"])
    def mark_delivered(self, request: HttpRequest, orders: QuerySet[Order]) -> None:
        self._each(request, orders, lambda order: deliver_order(order=order, actor=str(request.user)))

    @admin.action(description=_("Cancel"), permissions=["change"])
    def cancel(self, request: HttpRequest, orders: QuerySet[Order]) -> None:
        self._each(request, orders, lambda order: cancel_order(order=order, actor=str(request.user)))

    @admin.action(description=_("Print packing slips"), permissions=["view"])
    def packing_slips(self, request: HttpRequest, orders: QuerySet[Order]) -> HttpResponse:
        return _slips(request, orders)

    def _may_look(self, request: HttpRequest) -> None:
        if not self.has_view_permission(request):
            raise PermissionDenied

    def _each(self, request: HttpRequest, orders: QuerySet[Order], act: Any) -> None:
        """What is refused is said by order, and stops none of the others."""
        done = 0
        for order in orders:
            try:
                act(order)
                done += 1
            except OrderError as error:
                messages.error(request, f"{order.number}: {error}")
        enqueue.mails()
        if done:
            said = ngettext("Done for %(count)d order.", "Done for %(count)d orders.", done)
            messages.success(request, said % {"count": done})

    @admin.display(description=_("state"), ordering="state")
    def state_word(self, order: Order) -> str:
        return str(OrderState(order.state).label)

    @admin.display(description=_("page"))
    def page(self, order: Order) -> str:
        return format_html('<a href="{}">{}</a>', order.get_absolute_url(), _("As the customer sees it"))

    @admin.display(description=_("delivery to"))
    def delivery_to(self, order: Order) -> str:
        return ", ".join(order.address.lines())


def _slips(request: HttpRequest, orders: QuerySet[Order]) -> HttpResponse:
    return render(request, "shop/packing_slips.html", {"orders": orders.prefetch_related("lines")})


def _flat(fields: Any) -> list[str]:
    return [name for field in fields for name in ([field] if isinstance(field, str) else field)]

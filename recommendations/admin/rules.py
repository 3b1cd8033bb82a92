from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..models import MerchandisingRule, RuleKind
from .rule_form import CONDITIONS, RuleForm
from .rule_preview import preview_view


@admin.register(MerchandisingRule)
class RuleAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """What the merchant asks of the lists: each rule with its author, its history, a preview and a switch."""

    form = RuleForm
    list_display = ("summary", "kind", "state", "starts_on", "ends_on", "author", "preview")
    list_filter = ("kind", "is_on")
    list_select_related = ("product", "for_product", "for_category", "brand", "category", "author")
    search_fields = ("note", "product__title", "for_product__title", "brand__name")
    autocomplete_fields = ("product", "for_product", "for_category", "brand", "category")
    readonly_fields = ("author", "created_at", "preview")
    actions = ("switch_on", "switch_off")
    change_form_template = "admin/recommendations/rule_form.html"
    fieldsets = [
        (None, {"fields": ["kind", "note", "is_on", ("starts_on", "ends_on")]}),
        (_("Pin and hide"), {"fields": ["product", "for_product", "for_category", "position"]}),
        (
            _("Boost and bury"),
            {
                "fields": [
                    *("brand", "category", "newer_than_days", ("stock_from", "stock_to")),
                    *(("margin_from", "margin_to"), "weight"),
                ]
            },
        ),
        (_("Who and when"), {"fields": ["author", "created_at", "preview"]}),
    ]

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(partial(preview_view, self))
        name = "recommendations_merchandisingrule_preview"
        return [path("<int:pk>/preview/", view, name=name), *super().get_urls()]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.author = request.user
        super().save_model(request, obj, form, change)

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Any:
        """The history says what a field was and is, not only that it changed."""
        if add:
            return super().construct_change_message(request, form, formsets, add)
        return "; ".join(
            f"{form.fields[name].label}: {form.initial.get(name)} → {form.cleaned_data.get(name)}"
            for name in form.changed_data
        )

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        """A new rule is looked at first."""
        if "_addanother" in request.POST or "_continue" in request.POST:
            return super().response_add(request, obj, post_url_continue)
        messages.success(request, gettext("Saved. This is what it does."))
        return HttpResponseRedirect(_preview_url(obj))

    @admin.action(description=_("Switch on"), permissions=["change"])
    def switch_on(self, request: HttpRequest, queryset: Any) -> None:
        self.switch(request, list(queryset), is_on=True)

    @admin.action(description=_("Switch off"), permissions=["change"])
    def switch_off(self, request: HttpRequest, queryset: Any) -> None:
        self.switch(request, list(queryset), is_on=False)

    def switch(self, request: HttpRequest, rules: list[MerchandisingRule], *, is_on: bool) -> None:
        """Those that are in the other state; it is noted in their history."""
        said = gettext("Switched on") if is_on else gettext("Switched off")
        for rule in rules:
            if rule.is_on != is_on:
                rule.is_on = is_on
                rule.save(update_fields=["is_on"])
                self.log_change(request, rule, said)
        messages.success(request, f"{said}.")

    @admin.display(description=_("rule"))
    def summary(self, rule: MerchandisingRule) -> str:
        return " ".join(filter(None, (_what(rule), rule.note and f"({rule.note})")))

    @admin.display(description=_("state"))
    def state(self, rule: MerchandisingRule) -> str:
        if not rule.is_on:
            return gettext("off")
        return gettext("on") if rule.holds_on(timezone.localdate()) else gettext("on, not on this day")

    @admin.display(description=_("preview"))
    def preview(self, rule: MerchandisingRule) -> SafeString | str:
        return (
            format_html('<a href="{}">{}</a>', _preview_url(rule), gettext("Before and after"))
            if rule.pk
            else ""
        )


def _preview_url(rule: MerchandisingRule) -> str:
    return reverse("admin:recommendations_merchandisingrule_preview", args=[rule.pk])


def _what(rule: MerchandisingRule) -> str:
    if rule.kind == RuleKind.PIN:
        return f"{rule.product} → {rule.for_product or rule.for_category}, {rule.position}."
    if rule.kind == RuleKind.HIDE:
        return f"{rule.product} → {rule.for_product or gettext('everywhere')}"
    names = {name: MerchandisingRule._meta.get_field(name).verbose_name for name in CONDITIONS}  # type: ignore[union-attr]
    met = [f"{names[name]} {value}" for name in CONDITIONS if (value := getattr(rule, name)) is not None]
    return f"{', '.join(met)}: {rule.weight:+.2f}"

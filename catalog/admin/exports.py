"""Chosen products as a file that can be imported again."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from django.utils.translation import gettext_lazy as _

from ..exporting import csv_lines, export_columns, export_rows, xlsx_file
from ..models import Product
from .costs import may_see_costs

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ExportAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    @admin.action(description=_("Export as CSV"), permissions=["view"])
    def export_csv(self, request: HttpRequest, queryset: QuerySet[Product]) -> StreamingHttpResponse:
        """Sent as it is read, whatever its length."""
        products = _chosen(queryset)
        columns = export_columns(products, costs=may_see_costs(request))
        lines = csv_lines(columns, export_rows(products, columns))
        answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = 'attachment; filename="products.csv"'
        return answer

    @admin.action(description=_("Export as Excel"), permissions=["view"])
    def export_xlsx(self, request: HttpRequest, queryset: QuerySet[Product]) -> FileResponse:
        products = _chosen(queryset)
        columns = export_columns(products, costs=may_see_costs(request))
        file = xlsx_file(columns, export_rows(products, columns))
        return FileResponse(file, as_attachment=True, filename="products.xlsx", content_type=_XLSX)


def _chosen(queryset: QuerySet[Product]) -> Any:
    return Product.objects.filter(pk__in=queryset.order_by().values("pk"))

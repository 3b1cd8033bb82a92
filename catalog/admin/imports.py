"""Importing a file: choose it, see what it would do, let it, and take the report along."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import enqueue
from ..exporting import csv_lines
from ..models import WORKING, ImportJob, ImportLine, JobState
from ..services.import_jobs import ImportJobError, begin_import, cancel, go_on

_PAGE = 100


class ImportForm(forms.Form):
    table = forms.FileField(
        label=gettext_lazy("Table"),
        help_text=gettext_lazy("CSV (UTF-8) or Excel (.xlsx), in the columns of an export."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )
    pictures = forms.FileField(
        label=gettext_lazy("Pictures"),
        help_text=gettext_lazy("A ZIP with the pictures that the table names, unless the shop has them."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".zip"}),
    )


@admin.register(ImportJob)
class ImportJobAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("name", "created_at", "actor", "state", "created", "updated", "unchanged", "rejected")
    list_filter = ("state",)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("<int:job_id>/go-on/", view(self.go_on_view), name="catalog_importjob_go_on"),
            path("<int:job_id>/cancel/", view(self.cancel_view), name="catalog_importjob_cancel"),
            path("<int:job_id>/report.csv", view(self.report_view), name="catalog_importjob_report"),
            *super().get_urls(),
        ]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
        if form.is_valid():
            actor, files = request.user.get_username(), form.cleaned_data
            try:
                job = begin_import(**files, actor=actor, now=timezone.now())
            except ImportJobError as error:
                form.add_error("table", str(error))
            else:
                enqueue.import_job(job.pk)
                return HttpResponseRedirect(_page_of(job.pk))
        return self._page(request, "add", {"form": form, "title": _("Import a catalogue")})

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The job as it is; read again by itself while a worker is at it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        job = get_object_or_404(ImportJob, pk=object_id)
        lines = Paginator(_report(job), _PAGE)
        context = {
            "job": job,
            "lines": lines.get_page(request.GET.get("page")),
            "done": min(job.lines, job.last_line - 1),
            "is_check": _is_check(job),
            "may_go_on": job.state == JobState.CHECKED and self.has_add_permission(request),
            "may_cancel": job.state in (JobState.CHECKED, *WORKING) and self.has_add_permission(request),
            "title": job.name,
        }
        return self._page(request, "job", context)

    def go_on_view(self, request: HttpRequest, job_id: int) -> HttpResponse:
        def act() -> None:
            go_on(job_id=job_id, now=timezone.now())
            enqueue.import_job(job_id)

        return self._act(request, job_id, act)

    def cancel_view(self, request: HttpRequest, job_id: int) -> HttpResponse:
        return self._act(request, job_id, lambda: cancel(job_id=job_id))

    def report_view(self, request: HttpRequest, job_id: int) -> StreamingHttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        job = get_object_or_404(ImportJob, pk=job_id)
        rows = (
            [str(line.line), line.get_outcome_display(), line.external_id, line.text]
            for line in _report(job).iterator()
        )
        head = [_("line"), _("outcome"), _("external id"), _("what")]
        answer = StreamingHttpResponse(csv_lines(head, rows), content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="import-{job.pk}.csv"'
        return answer

    def _act(self, request: HttpRequest, job_id: int, act: Callable[[], None]) -> HttpResponse:
        if request.method != "POST" or not self.has_add_permission(request):
            raise PermissionDenied
        get_object_or_404(ImportJob, pk=job_id)
        try:
            act()
        except ImportJobError as error:
            self.message_user(request, str(error), messages.ERROR)
        return HttpResponseRedirect(_page_of(job_id))

    def _page(self, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
        context = self.admin_site.each_context(request) | {"opts": self.opts} | context
        return TemplateResponse(request, f"admin/catalog/importjob/{name}.html", context)


def _is_check(job: ImportJob) -> bool:
    """Whether the report that counts is that of the check."""
    before = (JobState.CHECKING, JobState.CHECKED, JobState.CANCELLED)
    return job.state in before and not ImportLine.objects.filter(job=job, is_check=False).exists()


def _report(job: ImportJob) -> Any:
    return ImportLine.objects.filter(job=job, is_check=_is_check(job))


def _page_of(job_id: int) -> str:
    return reverse("admin:catalog_importjob_change", args=[job_id])

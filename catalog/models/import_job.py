from django.db import models
from django.utils.translation import gettext_lazy as _


class JobState(models.TextChoices):
    CHECKING = "checking", _("Checking")
    CHECKED = "checked", _("Checked, nothing is imported yet")
    IMPORTING = "importing", _("Importing")
    DONE = "done", _("Done")
    CANCELLED = "cancelled", _("Cancelled")
    FAILED = "failed", _("Failed")


WORKING = (JobState.CHECKING, JobState.IMPORTING)


class ImportJob(models.Model):
    """A catalogue file that a worker first checks and then, when asked to, imports.

    The counts and `last_line` are of the phase that runs or has run. `failures` counts the turns of workers
    that ended before a batch was stored; `beat_at` is when one last gave a sign of life. `language` is that
    of the report, "" for the shop's own.
    """

    actor = models.CharField(_("by"), max_length=150, blank=True)
    language = models.CharField(_("language"), max_length=10, db_default="", editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    name = models.CharField(_("file"), max_length=200)
    state = models.CharField(_("state"), max_length=10, choices=JobState, default=JobState.CHECKING)
    error = models.TextField(_("error"), blank=True)
    ignored_columns = models.TextField(_("ignored columns"), blank=True)
    lines = models.PositiveIntegerField(_("lines"), default=0)
    last_line = models.PositiveIntegerField(_("last line"), default=1)
    created = models.PositiveIntegerField(_("new"), default=0)
    updated = models.PositiveIntegerField(_("changed"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    rejected = models.PositiveIntegerField(_("lines rejected"), default=0)
    failures = models.PositiveSmallIntegerField(_("failures"), default=0, editable=False)
    beat_at = models.DateTimeField(_("last sign of life"), null=True, editable=False)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_working(self) -> bool:
        return self.state in WORKING


class Outcome(models.TextChoices):
    NEW = "new", _("New")
    CHANGED = "changed", _("Changed")
    REJECTED = "rejected", _("Rejected")


class ImportLine(models.Model):
    """What would become, or became, of the product that begins at a line. Of a rejected one, each line."""

    job = models.ForeignKey(ImportJob, on_delete=models.CASCADE, related_name="report", db_index=False)
    is_check = models.BooleanField()
    line = models.PositiveIntegerField(_("line"))
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    external_id = models.CharField(_("external id"), max_length=100, blank=True)
    text = models.TextField(_("what"), blank=True)

    class Meta:
        ordering = ["line"]
        constraints = [
            models.UniqueConstraint(fields=["job", "is_check", "line"], name="import_line_once"),
        ]

    def __str__(self) -> str:
        return f"{self.line}: {self.outcome}"

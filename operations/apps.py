from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class OperationsConfig(AppConfig):
    name = "operations"
    verbose_name = _("Operations")

    def ready(self) -> None:
        from . import error_reports, redelivery, worker_context
        from .checks import pgvector_is_new_enough
        from .metrics import recording

        recording.connect()
        worker_context.connect()
        redelivery.connect()
        error_reports.start()
        checks.register(pgvector_is_new_enough, checks.Tags.database)

from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class OperationsConfig(AppConfig):
    name = "operations"
    verbose_name = _("Operations")

    def ready(self) -> None:
        from . import error_reports, redelivery, worker_context
        from .checks import extensions_are_there
        from .metrics import recording

        recording.connect()
        worker_context.connect()
        redelivery.connect()
        error_reports.start()
        checks.register(extensions_are_there, checks.Tags.database)

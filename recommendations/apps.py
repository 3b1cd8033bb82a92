from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class RecommendationsConfig(AppConfig):
    name = "recommendations"
    verbose_name = _("Recommendations")

    def ready(self) -> None:
        from . import receivers
        from .checks import ranking_is_known

        receivers.connect()
        checks.register(ranking_is_known)

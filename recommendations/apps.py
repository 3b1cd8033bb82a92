from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class RecommendationsConfig(AppConfig):
    name = "recommendations"
    verbose_name = _("Recommendations")

    def ready(self) -> None:
        from . import receivers
        from .checks import ranking_is_known

        receivers.connect()
        post_migrate.connect(receivers.migrated, sender=self, dispatch_uid="set_up_roles")
        checks.register(ranking_is_known)

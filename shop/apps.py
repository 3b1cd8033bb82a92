from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class ShopConfig(AppConfig):
    name = "shop"
    verbose_name = _("Shop")

    def ready(self) -> None:
        from . import receivers
        from .checks import payment_methods_are_known, stripe_has_its_keys

        receivers.connect()
        checks.register(payment_methods_are_known)
        checks.register(stripe_has_its_keys)

"""The shop whose test card is charged by the bank at VITRINE_BANK."""

import config.wsgi
from shop.payments import registry

registry._PROVIDERS = {**registry._PROVIDERS, "test": f"{__package__}.bank_card.BankCard"}  # type: ignore[misc]
application = config.wsgi.application

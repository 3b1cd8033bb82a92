"""The shop whose process is killed once: after the provider has charged, before that is written down."""

import os
from pathlib import Path
from typing import Any

import config.wsgi
from shop.services import payments

_NOTE = Path(os.environ["VITRINE_DIED"])
_record = payments.record_outcome


def _die_once(**outcome: Any) -> Any:
    if not _NOTE.exists():
        _NOTE.touch()
        os._exit(1)
    return _record(**outcome)


payments.record_outcome = _die_once
application = config.wsgi.application

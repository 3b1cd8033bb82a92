"""The shop whose process is killed once: after the bank has charged, before that is written down."""

import os
from pathlib import Path
from typing import Any

from benchmarks.scorecard.bank_wsgi import application  # sets Django up
from shop.services import payments

__all__ = ["application"]

_NOTE = Path(os.environ["VITRINE_DIED"])
_record = payments.record_outcome


def _die_once(**outcome: Any) -> Any:
    if not _NOTE.exists():
        _NOTE.touch()
        os._exit(1)
    return _record(**outcome)


payments.record_outcome = _die_once

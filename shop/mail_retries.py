"""When a mail that could not be sent is tried again."""

from datetime import datetime, timedelta
from typing import Final

MAX_ATTEMPTS: Final = 10
_LONGEST_WAIT: Final = timedelta(hours=6)


def next_attempt(attempts: int, now: datetime) -> datetime | None:
    """Later each time; None, to give it up, after MAX_ATTEMPTS."""
    if attempts >= MAX_ATTEMPTS:
        return None
    return now + min(timedelta(minutes=2**attempts), _LONGEST_WAIT)

"""What the row of an image says of its thumbnails."""

from datetime import datetime

from .names import widths_within


def unmade(*, width: int, now: datetime) -> dict[str, object]:
    """The fields of an image that was stored just now: due at once, unless it is too small to need any."""
    return {
        "thumbnail_widths": [],
        "thumbnails_due_at": now if widths_within(width) else None,
        "thumbnail_attempts": 0,
        "thumbnail_error": "",
    }

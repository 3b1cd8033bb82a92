"""Shoppers' searches by photo that are still kept."""

from datetime import datetime

from ..models import PhotoQuery


def live_photo_query(*, token: str, now: datetime) -> PhotoQuery | None:
    """The search with its encoder; None once it has expired or was forgotten, or if it never was."""
    queries = PhotoQuery.objects.select_related("encoder")
    return queries.filter(token=token, expires_at__gt=now).first()

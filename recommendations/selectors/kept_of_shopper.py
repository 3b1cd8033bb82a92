"""All that is kept of what one shopper did, as a file that people and programs can read."""

from typing import Any
from uuid import UUID

from django.db.models import F

from ..models import Interaction, PhotoDemand


def kept_of_shopper(*, shopper: UUID) -> dict[str, list[dict[str, Any]]]:
    """Ready for JSON, by headings; in two queries."""
    done = Interaction.objects.filter(shopper=shopper).order_by("at", "pk")
    searched = PhotoDemand.objects.filter(shopper=shopper).order_by("day", "pk")
    return {
        "recommendations": [
            {**row, "at": row["at"].isoformat()}
            for row in done.values(
                "at", "position", what=F("kind"), list=F("place"), title=F("product__title")
            )
        ],
        "searched by photo": [
            {"day": day.isoformat(), "type": kind, "nothing close": nothing_close}
            for day, kind, nothing_close in searched.values_list("day", "product_type", "nothing_close")
        ],
    }

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from recommendations.encoders import EncoderArtefactError, EncoderCard, UnknownEncoder, encoder_cards
from recommendations.models import Encoder

COLUMNS = ("key", "dimension", "digest", "size", "active")


class Command(BaseCommand):
    help = "Lists the encoders; the active one makes the vectors that the shop searches with."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            cards = encoder_cards(settings.VITRINE_ENCODER_DIRS)
        except EncoderArtefactError as error:
            raise CommandError(str(error)) from error
        active = self._active()
        rows = [COLUMNS, *(_row(card, active) for card in cards.values())]
        widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
        for row in rows:
            self.stdout.write(
                "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            )

    def _active(self) -> str:
        """Which encoders are installed is known without a database; which one was chosen is a row in it."""
        try:
            return Encoder.objects.active().key
        except DatabaseError:
            self.stderr.write("The database cannot be asked: the active encoder is VITRINE_ENCODER's.")
            return str(settings.VITRINE_ENCODER)
        except UnknownEncoder as error:
            self.stderr.write(f"Of the active encoder, VITRINE_ENCODER: {error}")
            return ""


def _row(card: EncoderCard, active_key: str) -> tuple[str, ...]:
    size = f"{card.size_bytes / 1e6:.1f} MB" if card.size_bytes else "-"
    active = "yes" if card.key == active_key else "no"
    return card.key, str(card.dimension), card.digest[:12], size, active

"""An encoder's files come in: checked first, then there whole or not at all."""

import os
import re
import shutil
import tempfile
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from ..encoders import EncoderArtefactError, EncoderCard, encoder_cards
from ..encoders.check import check_artefact
from ..encoders.litert import read_card
from ..litert import CARD_FILE, MODEL_FILE
from ..strength import Scale

_INCOMING = ".incoming"
"""Nobody looks for encoders that deep."""
_INCOMING_FOLDER = re.compile(rf"\S*/{re.escape(_INCOMING)}/[^/\s]+/")
LARGEST_CARD = 1024 * 1024
LARGEST_MODEL = 512 * 1024 * 1024


class KeyIsTaken(EncoderArtefactError):  # noqa: N818 - named for what is the case
    """Another artefact has this key: vectors of the two must never be mixed up."""

    def __init__(self, key: str) -> None:
        super().__init__(
            _("There is another encoder named %(key)s. Give this one a name of its own.") % {"key": key}
        )


def install_encoder(*, card: bytes, model: bytes) -> EncoderCard:
    """Puts the artefact where every process of the shop finds it. What is there already is left alone.

    Raises EncoderArtefactError, KeyIsTaken among them.
    """
    _check_sizes(card, model)
    try:
        return _install(card, model)
    except KeyIsTaken:
        raise
    except EncoderArtefactError as error:
        # Whoever uploads knows the file, not the folder that it was looked at in.
        raise EncoderArtefactError(_INCOMING_FOLDER.sub("", str(error))) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise EncoderArtefactError(
            _("The folder %(folder)s cannot be written to: %(reason)s.")
            % {"folder": settings.VITRINE_ENCODER_UPLOADS, "reason": reason}
        ) from error


def _install(card: bytes, model: bytes) -> EncoderCard:
    folder = Path(settings.VITRINE_ENCODER_UPLOADS)
    incoming = folder / _INCOMING
    incoming.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=incoming))
    try:
        (fresh / CARD_FILE).write_bytes(card)
        (fresh / MODEL_FILE).write_bytes(model)
        found = read_card(fresh)
        _check_facts(found)
        known = encoder_cards(settings.VITRINE_ENCODER_DIRS).get(found.key)
        if known is not None and known.digest != found.digest:
            raise KeyIsTaken(found.key)
        check_artefact(fresh)
        if known is None:
            fresh.chmod(0o755)
            os.rename(fresh, folder / found.key)
        return found
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _check_facts(card: EncoderCard) -> None:
    """What is read from a card elsewhere must not fail there."""
    try:
        for facts in (card.strength, card.product_strength):
            Scale.of_card(facts).strength(0.5, "any")
        words = [
            card.key,
            card.digest,
            *card.labels,
            *(label for head in card.labels.values() for label in head),
        ]
        if not all(isinstance(word, str) for word in words):
            raise TypeError(words)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise EncoderArtefactError(_("What the card says cannot be understood.")) from error


def _check_sizes(card: bytes, model: bytes) -> None:
    if len(card) > LARGEST_CARD or len(model) > LARGEST_MODEL:
        most = LARGEST_MODEL // 1024 // 1024
        raise EncoderArtefactError(_("A network may have %(most)d MB, its card 1 MB.") % {"most": most})

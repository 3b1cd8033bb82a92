"""Stored images in, stored vectors out."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from django.utils.translation import gettext
from numpy.typing import NDArray
from pgvector import HalfVector

from ..encoders import Encoder as LoadedEncoder
from ..encoders import shared_pool
from ..models import Encoder
from .claims import Claim, claim, give_up, locked, release, rounds
from .outcomes import Outcome, store
from .pictures import Opened, open_claimed

logger = logging.getLogger(__name__)

EMBED_BATCH = 64
"""Images per task: enough to make round trips cheap, few enough to lose little with a worker."""


class EncoderReplaced(RuntimeError):  # noqa: N818 - it says what is the case
    """The artefact on disk is no longer the one that this process has loaded: the process must restart."""


@dataclass(frozen=True, slots=True)
class EmbedReport:
    """How many of the images asked for got a vector now, and how many were given up now."""

    embedded: int = 0
    failed: int = 0

    def __add__(self, other: Self) -> "EmbedReport":
        return EmbedReport(self.embedded + other.embedded, self.failed + other.failed)


def embed_images(*, image_ids: Sequence[int], encoder_key: str | None = None) -> EmbedReport:
    """Stores a vector, or the reason for its lack, of each image that has neither for its present bytes.

    By the active encoder when no key is given. Images that another worker holds, or whose storage fails for
    the moment, are left for later. Not inside a transaction, which would hide the attempts until its end.
    Raises UnknownEncoder, EncoderArtefactError, EncoderBusy, EncoderReplaced.
    """
    record = Encoder.objects.ensure(encoder_key or Encoder.objects.active().key)
    with shared_pool(record.key).encoder() as encoder:
        _check(encoder, record)
        with locked(record, image_ids) as mine:
            report = EmbedReport(failed=give_up(record, mine))
            for batch in rounds(record, mine):
                report += _embed(batch, record, encoder)
            return report


def _check(encoder: LoadedEncoder, record: Encoder) -> None:
    encoder.encode([])  # loads it now: a missing artefact must not cost a picture an attempt
    if encoder.card.digest != record.digest:
        raise EncoderReplaced(f"The encoder {record.key} was replaced on disk. Restart this process.")


def _embed(image_ids: Sequence[int], record: Encoder, encoder: LoadedEncoder) -> EmbedReport:
    opened = [open_claimed(one, side=encoder.card.input_size) for one in claim(record, image_ids)]
    _release(record, [picture for picture in opened if picture.may_recover])
    outcomes = _outcomes(encoder, [picture for picture in opened if not picture.may_recover])
    states = store(record, outcomes)
    report = EmbedReport(embedded=states.count("ready"), failed=states.count("failed"))
    if len(states) < len(outcomes):  # files were replaced meanwhile, and their own task found them held
        report += _embed(image_ids, record, encoder)
    return report


def _release(record: Encoder, pictures: Sequence[Opened]) -> None:
    for picture in pictures:
        logger.warning("Image %s is left for later: %s", picture.claim.image_id, picture.reason)
        release(record, [picture.claim.image_id], reason=picture.reason)


def _outcomes(encoder: LoadedEncoder, pictures: Sequence[Opened]) -> list[Outcome]:
    refused = [Outcome(picture.claim, error=picture.reason) for picture in pictures if picture.pixels is None]
    seen = [(picture.claim, picture.pixels) for picture in pictures if picture.pixels is not None]
    vectors = encoder.encode([pixels for _, pixels in seen]).vectors
    return refused + [_outcome(one, vector) for (one, _), vector in zip(seen, vectors, strict=True)]


def _outcome(claimed: Claim, vector: NDArray[np.float32]) -> Outcome:
    if not np.isfinite(vector).all() or not vector.any():
        return Outcome(claimed, error=gettext("The encoder sees nothing in this picture."))
    return Outcome(claimed, vector=HalfVector(vector))

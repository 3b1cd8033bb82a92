"""A shopper's photo becomes a vector with its labels; the photo itself is not kept."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from django.conf import settings
from django.utils.translation import gettext as _

from catalog.imaging import Box, Pixels, crop
from catalog.stages import stage

from ..encoders import Encoding, shared_pool
from ..models import Encoder, PhotoQuery
from ..strength import LABELS_KEPT

HEADS = ("type", "colour")
_BOX_DIGITS = 4
_BLANK_SPREAD = 8
_BLANK_GRID = 128


class NothingToCompare(ValueError):  # noqa: N818 - it says what is the case
    """The searched part is one even colour. `str()` is a translated sentence; the answer is a 422."""

    status = 422

    def __str__(self) -> str:
        return _("There is nothing to compare in this part of the photo. Move the area over the item.")


def create_photo_query(*, pixels: Pixels, box: Box, now: datetime, is_part: bool = False) -> PhotoQuery:
    """Look at the part of the photo under `box` and keep what was seen, until it expires.

    `is_part`: the pixels are that part already. Raises NothingToCompare, and EncoderBusy when no encoder came
    free in time.
    """
    return PhotoQuery.objects.create(**_seen(_part(pixels, box, is_part), box, now))


def move_photo_query(
    *, query: PhotoQuery, pixels: Pixels, box: Box, now: datetime, is_part: bool = False
) -> PhotoQuery:
    """The same search for another part of the photo, under the same token.

    Nothing is looked at again where the part is the same. `now` is when the request came: one that came later
    keeps its answer, and a search that was forgotten while this one was looking stays forgotten, so that what
    is returned may differ from what is kept. Raises NothingToCompare, EncoderBusy.
    """
    if query.box == _stored(box):
        return query
    facts = _seen(_part(pixels, box, is_part), box, now)
    PhotoQuery.objects.filter(pk=query.pk, expires_at__lte=facts["expires_at"]).update(**facts)
    return PhotoQuery(pk=query.pk, token=query.token, created_at=query.created_at, **facts)


def forget_photo_query(*, token: str) -> None:
    """Delete it with all that was read from the photo. Forgetting twice is forgetting."""
    PhotoQuery.objects.filter(token=token).delete()


def forget_expired(*, now: datetime) -> int:
    """Delete every search whose time is over; how many."""
    return PhotoQuery.objects.filter(expires_at__lte=now).delete()[0]


def _part(pixels: Pixels, box: Box, is_part: bool) -> Pixels:
    return pixels if is_part else crop(pixels, box)


@stage("encode")
def _seen(part: Pixels, box: Box, now: datetime) -> dict[str, Any]:
    if _is_blank(part):
        raise NothingToCompare
    active = Encoder.objects.active()
    with shared_pool(active.key).encoder() as eyes:
        encoding, card = eyes.encode([part]), eyes.card
    return {
        # The artefact that this process has loaded, even if another lies on the disk by now.
        "encoder": active if active.digest == card.digest else Encoder.objects.for_card(card),
        "vector": encoding.vectors[0],
        "box": _stored(box),
        "labels": _best_labels(encoding, card.labels),
        "expires_at": now + timedelta(hours=settings.VITRINE_PHOTO_QUERY_HOURS),
    }


def _stored(box: Box) -> list[float]:
    return [round(value, _BOX_DIGITS) for value in (box.x, box.y, box.width, box.height)]


def _is_blank(part: Pixels) -> bool:
    step = max(1, min(part.shape[:2]) // _BLANK_GRID)
    channels = np.moveaxis(part[::step, ::step], -1, 0).reshape(
        3, -1
    )  # along rows NumPy is many times faster
    return bool((channels.max(axis=1) - channels.min(axis=1)).max() <= _BLANK_SPREAD)


def _best_labels(
    encoding: Encoding, heads: Mapping[str, tuple[str, ...]]
) -> dict[str, list[tuple[str, float]]]:
    """For each head its likeliest values with their probabilities, best first."""
    best = {}
    for head in HEADS:
        if head in heads:
            scores = encoding.scores[head][0]
            order = np.argsort(-scores)[:LABELS_KEPT]
            best[head] = [(heads[head][place], round(float(scores[place]), 4)) for place in order]
    return best

"""Where in the searched part of a photo a product's picture is most like it."""

from django.db.models import F
from django.utils.translation import gettext as _

from catalog.imaging import Pixels

from ..encoders import shared_pool
from ..heat import Heat, heat_of
from ..models import Encoder, ImageEmbedding, PhotoQuery
from ..ranking import Vector
from .vectors import AsBytes, units


class NotTold(LookupError):  # noqa: N818 - it says what is the case
    """Nothing can be said of this picture. `str()` is a translated sentence; the answer is a 404."""

    status = 404

    def __str__(self) -> str:
        return _("What makes this item alike cannot be shown any more.")


def matched_patch(*, query: PhotoQuery, part: Pixels, image_id: int) -> Heat:
    """What each patch of `part`, which was searched with, adds to how like the picture of a product it looks.

    Raises NotTold where the search was made with another encoder than looks now, or one that tells nothing of
    patches, and where the picture has no vector of it; EncoderBusy.
    """
    vector = _vector(image_id, query.encoder)
    with shared_pool(query.encoder.key).encoder() as eyes:
        card = eyes.card
        if vector is None or card.digest != query.encoder.digest or not card.patches:
            raise NotTold
        patches = eyes.patches(part)
    looks = vector[card.looks_from : card.looks_from + patches.shape[2]]
    heat = heat_of(patches, looks, height=part.shape[0], width=part.shape[1])
    if heat is None:
        raise NotTold
    return heat


def _vector(image_id: int, encoder: Encoder) -> Vector | None:
    rows = ImageEmbedding.objects.of(encoder).ready()
    shown = rows.filter(image=image_id, image__product__is_published=True)
    sent = shown.values_list(AsBytes(F("vector")), flat=True)[:1]
    return next(iter(units([bytes(one) for one in sent])), None)

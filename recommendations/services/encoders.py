"""Another encoder beside the one in use: filled, put in its place, and given up."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..encoders import encoder_cards
from ..models import Encoder, EncoderSwitch, ImageEmbedding


class EncoderChangeError(Exception):
    """A change that was refused; everything is as it was. `str()` is a translated sentence."""


class EncoderIsActive(EncoderChangeError):  # noqa: N818 - named for what is the case
    """What the shop searches with cannot be given up."""

    def __str__(self) -> str:
        return _("The shop searches with this encoder. Switch to another one first.")


class EncoderIsIncomplete(EncoderChangeError):  # noqa: N818
    """`missing` pictures that can be found now would not be found any more."""

    def __init__(self, missing: int) -> None:
        super().__init__(missing)
        self.missing = missing

    def __str__(self) -> str:
        return ngettext(
            "%(count)d picture that can be found now is unknown to this encoder: nobody would find it.",
            "%(count)d pictures that can be found now are unknown to this encoder: nobody would find them.",
            self.missing,
        ) % {"count": self.missing}


class ArtefactIsGone(EncoderChangeError):  # noqa: N818
    """The vectors are here, but not the file that photos would be read with."""

    def __str__(self) -> str:
        return _(
            "The file that made these vectors is not installed here, so photos could not be read with it."
        )


def fill_beside(*, key: str) -> Encoder:
    """Has the encoder see every picture from now on; the sweep sends for them.

    Raises UnknownEncoder, EncoderArtefactError.
    """
    encoder = Encoder.objects.ensure(key)
    Encoder.objects.filter(pk=encoder.pk).update(is_kept=True)
    encoder.is_kept = True
    return encoder


def stop_filling(*, encoder: Encoder) -> None:
    """Its vectors stay, and age."""
    Encoder.objects.filter(pk=encoder.pk).update(is_kept=False)


@transaction.atomic
def switch_encoder(*, encoder: Encoder, by: str, now: datetime, anyway: bool = False) -> EncoderSwitch | None:
    """Have the shop search with `encoder` from the next request on; None where it does already.

    The one before is filled further, so that switching back is as quick. `anyway` says that pictures may be
    missing. Raises EncoderIsIncomplete, ArtefactIsGone.
    """
    list(Encoder.objects.select_for_update().order_by("pk"))  # one switch at a time
    before = Encoder.objects.active()
    if before.pk == encoder.pk:
        return None
    _check_artefact(encoder)
    missing = missing_beside(encoder, before)
    if missing and not anyway:
        raise EncoderIsIncomplete(missing)
    Encoder.objects.filter(pk=before.pk).update(is_active=False, is_kept=True)
    Encoder.objects.filter(pk=encoder.pk).update(is_active=True, is_kept=True)
    return EncoderSwitch.objects.create(
        at=now, by=by, from_key=before.key, to_key=encoder.key, missing=missing
    )


@transaction.atomic
def delete_encoder(*, encoder: Encoder) -> int:
    """Delete its vectors, and the searches by photo that were made with it; how many vectors.

    The sweep drops its index. Raises EncoderIsActive.
    """
    list(Encoder.objects.select_for_update().order_by("pk"))
    if Encoder.objects.active().pk == encoder.pk:
        raise EncoderIsActive
    vectors = ImageEmbedding.objects.of(encoder).delete()[0]
    Encoder.objects.filter(pk=encoder.pk).delete()
    return vectors


def missing_beside(encoder: Encoder, other: Encoder) -> int:
    """How many pictures `other` has a vector of as they are now, and `encoder` has not."""
    ready = ImageEmbedding.objects.ready().current()
    return ready.of(other).exclude(image__in=ready.of(encoder).values("image")).count()


def _check_artefact(encoder: Encoder) -> None:
    card = encoder_cards(settings.VITRINE_ENCODER_DIRS).get(encoder.key)
    if card is None or card.digest != encoder.digest:
        raise ArtefactIsGone

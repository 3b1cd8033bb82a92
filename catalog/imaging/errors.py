"""Why a picture was refused, in words for the person who sent it."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Refusal:
    """The HTTP status of a refusal and its sentence, with `%(name)s` placeholders."""

    status: int
    sentence: str | Promise


REFUSALS: Final[dict[str, Refusal]] = {
    "empty": Refusal(400, _("This file is empty. Choose the photo again.")),
    "not_a_picture": Refusal(415, _("This file is not a photo. Use a JPEG, PNG, WebP or HEIC photo.")),
    "unsupported_format": Refusal(415, _("Use a JPEG, PNG, WebP or HEIC photo.")),
    "not_for_the_web": Refusal(
        415, _("Most browsers cannot show a HEIC photo. Save it as JPEG, PNG or WebP first.")
    ),
    "animated": Refusal(422, _("This picture moves. Use a still photo, or a screenshot of it.")),
    "too_many_bytes": Refusal(413, _("This photo is over %(megabytes)s MB. Send a smaller copy of it.")),
    "too_many_pixels": Refusal(
        413, _("This photo is over %(megapixels)s megapixels. Send a smaller copy of it.")
    ),
    "too_small": Refusal(422, _("This photo is too small to compare (under %(side)s px). Use a larger one.")),
    "truncated": Refusal(422, _("We could not open this photo. Try a screenshot of it.")),
    "busy": Refusal(503, _("Many searches right now. Try again in %(seconds)s seconds.")),
}


class PictureError(ValueError):
    """A picture that cannot be opened. `str()` is a translated sentence that says what to do.

    `code` is a key of REFUSALS and stays the same between releases; `status` is the HTTP status to answer.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.status = REFUSALS[code].status
        self.facts = facts

    def __str__(self) -> str:
        return str(REFUSALS[self.code].sentence) % self.facts


class PictureBusy(PictureError):  # noqa: N818 - it says what is the case, not what went wrong
    """Too many pictures are being opened at this moment (code `busy`); the same one may be sent again."""

    retry_after = 20
    """Seconds to wait before trying again, for the Retry-After header."""

    def __init__(self, code: str = "busy") -> None:
        super().__init__(code, seconds=self.retry_after)

"""What a photo search refuses, as the API says it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import APIException, PermissionDenied

from catalog.imaging import BoxError, PictureBusy, PictureError

from ...encoders import EncoderBusy
from ...services.photo_queries import NothingToCompare
from ...uploads import UploadError


class Refused(APIException):
    def __init__(self, error: PictureError | UploadError | BoxError | NothingToCompare, code: str) -> None:
        super().__init__(str(error), code)
        self.status_code = error.status
        self.wait = error.retry_after if isinstance(error, PictureBusy) else None


class WrongToken(PermissionDenied):
    default_code = "wrong_token"
    default_detail = _("This needs the token that the search was answered with.")


@contextmanager
def refusals() -> Iterator[None]:
    """Turns what pages show as a sentence into an answer with a code."""
    try:
        yield
    except (PictureError, BoxError) as error:
        raise Refused(error, error.code) from error
    except EncoderBusy as error:
        raise Refused(PictureBusy(), "busy") from error
    except NothingToCompare as error:
        raise Refused(error, "nothing_to_compare") from error
    except UploadError as error:
        raise Refused(error, "bad_upload") from error

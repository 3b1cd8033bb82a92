"""A shopper's photo on its way in: held in memory only, counted while it is read."""

import base64
import binascii
import io
from contextlib import suppress
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext as _

from catalog.imaging import UPLOAD, PictureError

PHOTO_FIELD = "photo"
CARRIED_FIELD = "picture"
_DRAIN_BYTES = 64 * 1024


class UploadError(ValueError):
    """A form without exactly one photo in it. `str()` is a translated sentence, `status` the answer's."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


class MemoryUploadHandler(FileUploadHandler):
    """Keeps up to `max_bytes` of a request's files in memory and nothing on disk.

    What comes beyond is read and dropped, so that the browser, which listens only once it has sent all of
    it, gets its answer.
    """

    def __init__(self, request: HttpRequest, max_bytes: int = UPLOAD.max_bytes) -> None:
        super().__init__(request)
        self.max_bytes = max_bytes
        self.received = 0
        self._chunks: list[bytes] = []

    @property
    def overflowed(self) -> bool:
        return self.received > self.max_bytes

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._chunks = []

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self.received += len(raw_data)
        if self.overflowed:
            self._chunks.clear()
        else:
            self._chunks.append(raw_data)
        return None

    def file_complete(self, file_size: int) -> "UploadedFile[bytes] | None":
        data, self._chunks = b"".join(self._chunks), []
        if self.overflowed:
            return None
        return InMemoryUploadedFile(
            io.BytesIO(data),
            self.field_name,
            self.file_name or "",
            self.content_type,
            len(data),
            self.charset,
        )


def receive(request: HttpRequest) -> None:
    """Read the whole request into memory. Raises PictureError or UploadError when it cannot be a photo.

    Must come before anything reads `request.POST`, the CSRF check included.
    """
    handler = MemoryUploadHandler(request)
    request.upload_handlers = [handler]
    try:
        request.POST  # noqa: B018 - reading it is what parses the request
    except RequestDataTooBig as error:
        _drain(request)
        raise UploadError(_("The form is too large. Choose the photo again."), 413) from error
    except (MultiPartParserError, SuspiciousOperation, UnreadablePostError) as error:
        _drain(request)
        raise UploadError(_("The photo did not arrive whole. Send it again.")) from error
    if handler.overflowed:
        raise PictureError("too_many_bytes", megabytes=UPLOAD.max_bytes // 1024**2)


def photo_bytes(request: HttpRequest) -> bytes:
    """The photo just chosen, else the copy that the results page carried.

    Raises PictureError, UploadError.
    """
    files = request.FILES.getlist(PHOTO_FIELD)
    if len(files) > 1:
        raise UploadError(_("Choose one photo at a time."))
    if files:
        return bytes(files[0].read())
    carried = request.POST.get(CARRIED_FIELD, "")
    if not carried:
        raise UploadError(_("Choose a photo first."))
    return _decoded(carried)


def carried(jpeg: bytes) -> str:
    """A small copy of the photo as a page carries it: base64."""
    return base64.b64encode(jpeg).decode("ascii")


def _drain(request: HttpRequest) -> None:
    with suppress(UnreadablePostError):
        while request.read(_DRAIN_BYTES):
            pass


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise PictureError("not_a_picture") from error

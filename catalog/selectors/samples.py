"""Photographs of goods at home, for whoever has none at hand and wants to try the photo search."""

from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.core.files.storage import default_storage
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SAMPLES: Final[dict[str, str | Promise]] = {
    "jacket-on-the-floor": _("A denim jacket on the floor"),
    "sneakers-in-the-dark": _("Sneakers in the dark"),
    "several-things": _("Several things at once"),
    "dress-on-a-bed": _("A dress on a bed"),
    "shirt-in-a-mirror": _("A shirt in a mirror"),
    "bag-on-a-chair": _("A handbag on a chair"),
}
"""What each shows, by its key. Phones show the first three, which are light."""
SAMPLE_SIZE: Final = (960, 1280)
THUMBNAIL_SIZE: Final = (240, 320)


class SampleNotFoundError(LookupError):
    """There is no such sample photograph in this shop."""


@dataclass(frozen=True)
class SamplePhoto:
    """`url` is the photograph, a JPEG of SAMPLE_SIZE; `thumbnail_url` a WebP of THUMBNAIL_SIZE."""

    key: str
    label: str
    url: str
    thumbnail_url: str


def sample_photos() -> tuple[SamplePhoto, ...]:
    """Those of the demo; none in a shop without (SAMPLE_PHOTOS)."""
    if not settings.SAMPLE_PHOTOS:
        return ()
    return tuple(
        SamplePhoto(
            key, str(label), default_storage.url(photo_name(key)), default_storage.url(thumbnail_name(key))
        )
        for key, label in SAMPLES.items()
        if default_storage.exists(photo_name(key))
    )


def sample_photo(*, key: str) -> bytes:
    """The photograph's bytes, as an upload would bring them. Raises SampleNotFoundError."""
    if not settings.SAMPLE_PHOTOS or key not in SAMPLES:
        raise SampleNotFoundError(key)
    try:
        with default_storage.open(photo_name(key)) as file:
            data: bytes = file.read()
            return data
    except FileNotFoundError as error:
        raise SampleNotFoundError(key) from error


def photo_name(key: str) -> str:
    """Where it lies in the media storage."""
    return f"samples/{key}.jpg"


def thumbnail_name(key: str) -> str:
    return f"samples/{key}-small.webp"

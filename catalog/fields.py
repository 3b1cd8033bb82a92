"""A file field that knows its picture, on every path by which a row is saved."""

from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from .imaging import PictureError, digest, picture_size, web_extension
from .thumbnails import unmade


class PictureField(models.FileField):
    """Stores a picture and fills its model's `digest`, `width` and `height` from the stored bytes.

    The thumbnails of such a picture are due, so that no row speaks of those of the picture before.

    A file that `catalog.imaging` refuses raises ValidationError when a form or `full_clean` checks it, and
    PictureError when a row is saved without such a check. The stored name ends as the bytes do, whatever the
    file was called, so that nothing is ever served as another type than the picture that it is.
    """

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        file = super().clean(value, model_instance)
        if file and not file._committed:
            try:
                _facts(_read(file))
            except PictureError as error:
                raise ValidationError(str(error), code=error.code) from error
        return file

    def pre_save(self, model_instance: models.Model, add: bool) -> FieldFile:
        file: FieldFile = getattr(model_instance, self.attname)
        if file and not file._committed:  # type: ignore[attr-defined]
            data = _read(file)
            for name, value in _facts(data).items():
                setattr(model_instance, name, value)
            file.name = str(PurePath(file.name or "picture").with_suffix(web_extension(data)))
        return super().pre_save(model_instance, add)  # type: ignore[no-any-return]


def _facts(data: bytes) -> dict[str, object]:
    web_extension(data)
    width, height = picture_size(data)
    size = {"width": width, "height": height}
    return {"digest": digest(data), **size, **unmade(width=width, now=timezone.now())}


def _read(file: "File[bytes]") -> bytes:
    file.seek(0)
    data: bytes = file.read()
    file.seek(0)
    return data

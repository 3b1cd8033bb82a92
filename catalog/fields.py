"""A file field that knows its picture, on every path by which a row is saved."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import models
from django.db.models.fields.files import FieldFile

from .imaging import PictureError, digest, picture_size


class PictureField(models.FileField):
    """Stores a picture and fills its model's `digest`, `width` and `height` from the stored bytes.

    A file that `catalog.imaging` refuses raises ValidationError when a form or `full_clean` checks it, and
    PictureError when a row is saved without such a check.
    """

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        file = super().clean(value, model_instance)
        if file and not file._committed:
            try:
                picture_size(_read(file))
            except PictureError as error:
                raise ValidationError(str(error), code=error.code) from error
        return file

    def pre_save(self, model_instance: models.Model, add: bool) -> FieldFile:
        file: FieldFile = getattr(model_instance, self.attname)
        if file and not file._committed:  # type: ignore[attr-defined]
            data = _read(file)
            width, height = picture_size(data)
            for name, value in (("digest", digest(data)), ("width", width), ("height", height)):
                setattr(model_instance, name, value)
        return super().pre_save(model_instance, add)  # type: ignore[no-any-return]


def _read(file: "File[bytes]") -> bytes:
    file.seek(0)
    data: bytes = file.read()
    file.seek(0)
    return data

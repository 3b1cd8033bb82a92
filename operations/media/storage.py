"""A folder that keeps no piece of a file, and a bucket with addresses that stay the same for a while."""

import os
import time
from contextlib import suppress
from typing import Any, Final

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage
from storages.backends.s3 import S3Storage

_SAME_SECONDS: Final = 900
"""A quarter of what a signature lasts: an address on a page is good for three quarters of an hour yet."""


class WholeFileStorage(FileSystemStorage):
    """Deletes what it began of a file for which the disk has no room: no row would ever name it."""

    def _save(self, name: str, content: "File[Any]") -> str:
        path = self.path(name)
        is_another = os.path.lexists(path)
        try:
            return super()._save(name, content)  # type: ignore[misc,no-any-return]
        except OSError:
            if not is_another:
                with suppress(OSError):
                    os.remove(path)
            raise


class SteadyS3Storage(S3Storage):  # type: ignore[misc]
    """Signs an address once a while: a list's two dozen took longer than all else of its page, and a browser
    keeps a picture under the address that it had."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._window = 0
        self._signed: dict[str, str] = {}

    def url(self, name: str, *arguments: Any, **options: Any) -> str:
        if arguments or options:
            return str(super().url(name, *arguments, **options))
        window = int(time.time() // _SAME_SECONDS)
        if window != self._window:
            self._window, self._signed = window, {}
        signed = self._signed
        if name not in signed:
            signed[name] = str(super().url(name))
        return signed[name]

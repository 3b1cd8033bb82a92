"""A folder that keeps no piece of a file.

Apart from the bucket, whose client takes 16 MB of every process that loads it.
"""

import os
from contextlib import suppress
from typing import Any

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage


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

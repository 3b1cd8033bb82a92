"""The bucket, with addresses that stay the same for a while."""

import time
from typing import Any, Final

from storages.backends.s3 import S3Storage

_SAME_SECONDS: Final = 900
"""A quarter of what a signature lasts: an address on a page is good for three quarters of an hour yet."""


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

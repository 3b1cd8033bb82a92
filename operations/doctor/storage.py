"""Whether pictures can be stored, read and deleted."""

import uuid
from collections.abc import Iterator
from typing import Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from operations.media.refusals import storage_refusal

from .finding import Finding, fine, problem

_CONTENT: Final = b"Whether this can be stored."


def examine() -> Iterator[Finding]:
    try:
        name = default_storage.save(f"doctor/{uuid.uuid4().hex}.txt", ContentFile(_CONTENT))
        with default_storage.open(name) as file:
            kept = file.read()
        default_storage.delete(name)
    except Exception as error:  # storages raise whatever their client library raises
        yield problem("storage", storage_refusal(error))
        return
    if kept != _CONTENT:
        yield problem("storage", "The storage gives back other bytes than it was given: replace it.")
    else:
        yield fine("storage", "Pictures can be stored, read and deleted.")

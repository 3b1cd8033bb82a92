"""The sample photographs: drawn once into the demo's folder, then put where the shop serves its media."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from catalog.imaging import encode_webp, open_picture, resize
from catalog.selectors.samples import THUMBNAIL_SIZE, photo_name, thumbnail_name

from .sample_shots import take_photographs
from .studio.scenes import SCENES
from .studio.session import edition


@dataclass(frozen=True)
class SampleFolder:
    """Photographs carry the edition of the drawing code in their names."""

    path: Path

    def missing(self) -> list[str]:
        return [key for key in SCENES if not self.file(key).exists()]

    def file(self, key: str) -> Path:
        return self.path / f"{key}-{edition()}.jpg"

    def draw(self) -> Iterator[str]:
        """Takes the photographs that are missing; yields their keys."""
        self.path.mkdir(parents=True, exist_ok=True)
        yield from take_photographs({key: self.file(key) for key in self.missing()})

    def publish(self) -> int:
        """Puts what is not there yet, or no longer the same, into the shop's media; returns how many."""
        note = self.path / "published"
        published = note.read_text() if note.exists() else ""
        if published == edition() and all(default_storage.exists(photo_name(key)) for key in SCENES):
            return 0
        for key in SCENES:
            _publish(key, self.file(key).read_bytes())
        note.write_text(edition())
        return len(SCENES)


def _publish(key: str, photo: bytes) -> None:
    pixels = open_picture(photo)
    small = encode_webp(resize(pixels, *THUMBNAIL_SIZE))
    for name, data in ((photo_name(key), photo), (thumbnail_name(key), small)):
        default_storage.delete(name)
        default_storage.save(name, ContentFile(data))

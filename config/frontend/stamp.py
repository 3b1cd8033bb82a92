"""Whether something was made from the files as they are now."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Stamp:
    """`path` holds the digest of the `sources` it was last refreshed with."""

    path: Path
    sources: Iterable[Path]

    def is_fresh(self) -> bool:
        return self.path.exists() and self.path.read_text() == self._digest()

    def refresh(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(self._digest())

    def _digest(self) -> str:
        digest = hashlib.sha256()
        for source in sorted(self.sources):
            digest.update(str(source).encode())
            digest.update(hashlib.sha256(source.read_bytes()).digest())
        return digest.hexdigest()

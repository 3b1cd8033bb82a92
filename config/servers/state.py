"""Where a checkout keeps its state."""

import os
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class StateFolder:
    """The folder (`VITRINE_VAR`, by default `var/`) of data, logs, locks and the address file."""

    root: Path

    @classmethod
    def from_environment(cls) -> "StateFolder":
        return cls(Path(os.environ.get("VITRINE_VAR") or PROJECT / "var").resolve())

    @property
    def run(self) -> Path:
        """Locks and addresses: what is true only while something runs."""
        return self._made("run", mode=0o700)

    @property
    def log(self) -> Path:
        return self._made("log")

    def shown(self, path: Path) -> str:
        """The path as a message names it: relative to the working folder when it lies in it."""
        return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)

    def _made(self, name: str, mode: int = 0o755) -> Path:
        folder = self.root / name
        folder.mkdir(parents=True, exist_ok=True, mode=mode)
        return folder

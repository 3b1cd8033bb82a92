"""The address file: where the running servers are, for every process that wants them."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from .processes import is_running


@dataclass(frozen=True)
class ServerAddress:
    """`mark` is the path in the process's command line that tells it from another with the same pid."""

    url: str
    pid: int
    mark: str

    def is_running(self) -> bool:
        return is_running(self.pid, mark=self.mark)


def read_addresses(path: Path) -> dict[str, ServerAddress]:
    """Addresses by server name; a missing or damaged file holds none."""
    try:
        return {name: ServerAddress(**fields) for name, fields in json.loads(path.read_text()).items()}
    except (FileNotFoundError, ValueError, TypeError, AttributeError):
        return {}


def write_addresses(path: Path, addresses: Mapping[str, ServerAddress]) -> None:
    """Replaces the file in one step, readable by its owner only: the URLs hold passwords."""
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_text(json.dumps({name: asdict(address) for name, address in addresses.items()}, indent=2))
    os.replace(draft, path)

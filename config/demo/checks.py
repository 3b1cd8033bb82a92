"""What must hold before anything is started, each with the sentence for when it does not."""

import errno
import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import redis
from django.conf import settings
from django.db import OperationalError, connection

from config.servers.embedded import explaining
from config.servers.locks import FileLock
from config.servers.server import disk_full
from config.servers.state import StateFolder

NEEDED_MB = 500


class DemoError(Exception):
    """The demo cannot start or go on; the message is one sentence that says what to do."""


@contextmanager
def only_demo(state: StateFolder) -> Iterator[None]:
    """Holds the folder for one demo; raises DemoError while another has it."""
    with explaining(state):
        path = state.run / "demo.lock"
        lock = FileLock(path)
    try:
        if not lock.attempt():
            raise DemoError(
                f"A demo already runs in this folder (process {path.read_text()}): "
                "stop it first, or set VITRINE_VAR to another folder."
            )
        path.write_text(str(os.getpid()))
        yield
    finally:
        lock.release()


def check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the web server does
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            reason = os.strerror(error.errno or 0).lower()
            other = port + 1 if port < 65535 else 8000
            raise DemoError(
                f"Port {port} cannot be used ({reason}): choose another with `make demo PORT={other}`."
            ) from error


def check_disk(state: StateFolder) -> None:
    free = shutil.disk_usage(state.run).free // 2**20
    if free < NEEDED_MB:
        raise DemoError(
            f"The demo needs {NEEDED_MB} MB, and the disk of {state.root} has {free} MB: "
            "free some space, or set VITRINE_VAR to a folder on another disk."
        )


def check_servers() -> None:
    """After Django's setup: those that the environment names may be any, and not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'vector'")
            has_vectors = cursor.fetchone()
    except OperationalError as error:
        raise DemoError(_unusable("DATABASE_URL", "PostgreSQL", error)) from error
    if not has_vectors:
        raise DemoError("The PostgreSQL of DATABASE_URL has no pgvector: install it there, or name another.")
    try:
        with redis.Redis.from_url(settings.CELERY_BROKER_URL, socket_timeout=10) as broker:
            broker.ping()
    except redis.RedisError as error:
        raise DemoError(_unusable("REDIS_URL", "Valkey or Redis", error)) from error


def _unusable(variable: str, title: str, error: Exception) -> str:
    reason = str(error).strip().partition("\n")[0].rstrip(".")
    return f"The {title} of {variable} cannot be used ({reason}): start it, or leave {variable} out."


def full_disk_reason(error: BaseException | None, state: StateFolder) -> str:
    """The sentence for an error that a full disk lies behind, here or in the database; else nothing."""
    while error is not None:
        if isinstance(error, psycopg.errors.DiskFull) or getattr(error, "errno", None) == errno.ENOSPC:
            return disk_full(state.root)
        error = error.__cause__ or error.__context__
    return ""

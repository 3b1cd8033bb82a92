"""Which `manage.py` commands need the servers, decided before the settings are read."""

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

# A deployment names its own servers: forgetting to must not start a private, empty database.
SETTINGS = {"config.settings.development", "config.settings.demo", "config.settings.test"}
WITHOUT_SERVERS = {
    "collectstatic",
    "compilemessages",
    "diffsettings",
    "encode_images",
    "encoders",
    "evaluate_encoder",
    "findstatic",
    "help",
    "makemessages",
    "startapp",
    "startproject",
    "train_encoder",
    "version",
}
# Of these, who asks the servers that run already, and does without where none does.
ASKING = {"encoders"}
# Where an installed app keeps its commands, seen from a folder of sys.path.
COMMAND_FILES = (
    "*/management/commands/{}.py",
    "django/core/management/commands/{}.py",
    "django/contrib/*/management/commands/{}.py",
)


@contextmanager
def servers_for(argv: Sequence[str]) -> Iterator[None]:
    """Lends a command line the servers it needs; exits with one sentence when they cannot be had."""
    if needs_servers(argv):
        with _lent():
            yield
        return
    if ASKING.intersection(argv[1:2]) and settings_module(argv) in SETTINGS:
        from .embedded import running_urls

        os.environ.update(running_urls())
    yield


@contextmanager
def _lent() -> Iterator[None]:
    # Imported here: the drivers would slow down the commands that need none.
    from .embedded import embedded_servers
    from .server import ServerError

    # By default these two kill at once, and nobody would stop the servers.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _exit)
    try:
        with embedded_servers():
            yield
    except ServerError as error:
        sys.exit(str(error))


def needs_servers(argv: Sequence[str]) -> bool:
    words = list(argv[1:])
    command = words[0] if words else "help"
    if command in WITHOUT_SERVERS or {"--help", "-h", "--version"} & set(words):
        return False
    if command == "check" and not any(word.startswith("--data") for word in words):
        return False
    return settings_module(words) in SETTINGS and exists(command)


def settings_module(words: Sequence[str]) -> str:
    """The settings the command will run with: an option beats the environment, as in Django."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == "--settings":
            return following
        if word.startswith("--settings="):
            return word.partition("=")[2]
    return os.environ["DJANGO_SETTINGS_MODULE"]


def exists(command: str) -> bool:
    """Whether any app on the path has the command: which are installed, only the settings know."""
    if not command.isidentifier():
        return False
    folders = [Path(entry or ".") for entry in sys.path]
    return any(
        next(folder.glob(pattern.format(command)), None) for folder in folders for pattern in COMMAND_FILES
    )


def _exit(number: int, frame: FrameType | None) -> NoReturn:
    sys.exit(128 + number)

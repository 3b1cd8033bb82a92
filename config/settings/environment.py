"""Reads the environment: typed, from files where secrets lie in files, and in words where it is wrong."""

import math
import os
import re
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

_WORDS: Final[dict[object, str]] = {
    int: "a whole number, 0 or more",
    float: "a number, 0 or more",
    bool: "1 or 0",
}
_BOOLEANS: Final = {*environ.Env.BOOLEAN_TRUE_STRINGS, "false", "off", "no", "n", "0", ""}


class _Variables(MutableMapping[str, str]):
    """The environment; `NAME_FILE` names a file that holds what `NAME` would."""

    def __getitem__(self, name: str) -> str:
        path = os.environ.get(f"{name}_FILE")
        if path is None:
            return os.environ[name]
        if name in os.environ:
            raise ImproperlyConfigured(f"{name} and {name}_FILE are both set: keep one of them.")
        try:
            return Path(path).read_text().strip()
        except OSError as error:
            raise ImproperlyConfigured(
                f"{name}_FILE names {path}, which cannot be read ({error.strerror}): name a readable file."
            ) from error

    def __setitem__(self, name: str, value: str) -> None:
        os.environ[name] = value

    def __delitem__(self, name: str) -> None:
        del os.environ[name]

    def __iter__(self) -> Iterator[str]:
        return iter(os.environ)

    def __len__(self) -> int:
        return len(os.environ)


class Environment(environ.Env):  # type: ignore[misc]
    """Each reader raises ImproperlyConfigured with a sentence that says what to do."""

    ENVIRON = _Variables()

    def get_value(
        self, var: str, cast: Any = None, default: Any = environ.Env.NOTSET, parse_default: bool = False
    ) -> Any:
        required = default is environ.Env.NOTSET
        if var not in self.ENVIRON and required:
            raise ImproperlyConfigured(f"{var} is not set: set it as docs/settings.md says.")
        given = self.ENVIRON.get(var)
        if given == "" and required:
            raise ImproperlyConfigured(f"{var} is empty: set it as docs/settings.md says.")
        if cast is bool and given is not None and given.lower() not in _BOOLEANS:
            raise ImproperlyConfigured(f"{var} is {given!r}: set it to {_WORDS[bool]}.")
        try:
            value = super().get_value(var, cast, default, parse_default)
            if cast in (int, float) and not 0 <= value < math.inf:
                raise ValueError(value)
        except (ValueError, IndexError) as error:
            wanted = _WORDS.get(cast if isinstance(cast, type) else None, "what docs/settings.md says")
            raise ImproperlyConfigured(f"{var} is {given!r}: set it to {wanted}.") from error
        return value

    def like(self, var: str, pattern: str, words: str, *, default: str) -> str:
        """A text that `pattern` describes as a whole, and `words` to people."""
        value = str(self.str(var, default=default))
        if not re.fullmatch(pattern, value):
            raise ImproperlyConfigured(f"{var} is {value!r}: set it to {words}.")
        return value


def database_of(url: str, name: str) -> dict[str, Any]:
    """Persistent per thread; the check costs one round trip a request and survives a restarted server."""
    if not url.startswith(("postgres://", "postgresql://")):
        raise ImproperlyConfigured(
            f"{name} names no PostgreSQL: write it as postgres://user:password@host:5432/name."
        )
    try:
        found: dict[str, Any] = environ.Env.db_url_config(url)
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name} cannot be read ({error}): write it as docs/settings.md says."
        ) from error
    options = {"connect_timeout": 3, **found.get("OPTIONS", {})}  # seconds, in which a request gives up
    return found | {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True, "OPTIONS": options}


def broker_of(url: str) -> str:
    """The address itself, which may hold a password and is not quoted."""
    try:
        is_whole = urlsplit(url).scheme in {"redis", "rediss", "unix"} and urlsplit(url).port != 0
    except ValueError:  # a port that is no number
        is_whole = False
    if not is_whole:
        raise ImproperlyConfigured("REDIS_URL names no Valkey or Redis: write it as redis://host:6379/0.")
    return url


def mail_of(url: str) -> dict[str, Any]:
    """Django's settings of that mail server."""
    try:
        return dict(environ.Env.email_url_config(url))
    except (ValueError, ImproperlyConfigured) as error:
        raise ImproperlyConfigured(
            "EMAIL_URL names no mail server: write it as smtp+tls://user:password@host:587."
        ) from error

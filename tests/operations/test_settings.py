"""What a process says of its settings when it starts."""

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.servers.state import PROJECT
from config.settings.environment import Environment, broker_of, database_of, mail_of
from config.settings.refusals import refuse_contradictions, refuse_unsafe

GOOD = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "k3y-" * 5 + "abcdefghijklmnopqrstuvwxyz0123456789",
    "ALLOWED_HOSTS": "shop.example",
    "DATABASE_URL": "postgres://db.example/shop",
    "REDIS_URL": "redis://broker.example/0",
    "EMAIL_URL": "smtp+tls://mail.example:587",
    "VITRINE_URL": "https://shop.example",
}


def start(**changes: str | None) -> subprocess.CompletedProcess[str]:
    wanted = {**GOOD, **changes}
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment = inherited | {name: value for name, value in wanted.items() if value is not None}
    command = [sys.executable, "manage.py", "diffsettings"]
    return subprocess.run(command, cwd=PROJECT, env=environment, text=True, capture_output=True)


def test_a_deployment_starts() -> None:
    assert start().returncode == 0


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SECRET_KEY", None, "SECRET_KEY is not set: set it as docs/settings.md says."),
        ("REDIS_URL", "", "REDIS_URL names no Valkey or Redis: write it as redis://host:6379/0."),
        (
            "VITRINE_RETURN_DAYS",
            "many",
            "VITRINE_RETURN_DAYS is 'many': set it to a whole number, 0 or more.",
        ),
    ],
)
def test_what_is_wrong_is_one_sentence(name: str, value: str | None, sentence: str) -> None:
    done = start(**{name: value})
    assert (done.returncode, done.stderr) == (1, f"The settings are wrong: {sentence}\n")


SAFE = {
    "secret_key": GOOD["SECRET_KEY"],
    "hosts": ["shop.example"],
    "debug": False,
    "url": "https://shop.example",
    "https": True,
}


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"secret_key": "short"}, "SECRET_KEY is short or a default one"),
        ({"secret_key": "a" * 60}, "SECRET_KEY is short or a default one"),
        ({"secret_key": "django-insecure-" + GOOD["SECRET_KEY"]}, "SECRET_KEY is short or a default one"),
        ({"hosts": ["shop.example", "*"]}, "ALLOWED_HOSTS names every host"),
        ({"debug": True}, "DEBUG is set"),
        ({"url": "http://127.0.0.1:8000"}, "VITRINE_URL is http://127.0.0.1:8000"),
    ],
)
def test_a_deployment_refuses_what_is_unsafe(changed: dict[str, object], sentence: str) -> None:
    refuse_unsafe(**SAFE)  # type: ignore[arg-type]
    with pytest.raises(ImproperlyConfigured, match=sentence):
        refuse_unsafe(**SAFE | changed)  # type: ignore[arg-type]


def test_contradictions_are_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="without VITRINE_S3_BUCKET"):
        refuse_contradictions(bucket="", endpoint="http://s3.example", cdn="", signed=True)
    with pytest.raises(ImproperlyConfigured, match="set the latter to 0"):
        refuse_contradictions(bucket="b", endpoint="", cdn="cdn.example", signed=True)


def test_secrets_come_from_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    env = Environment()
    (tmp_path / "key").write_text("from a file\n")
    monkeypatch.setenv("A_SECRET_FILE", str(tmp_path / "key"))
    assert env.str("A_SECRET") == "from a file"
    monkeypatch.setenv("A_SECRET", "twice")
    with pytest.raises(ImproperlyConfigured, match="A_SECRET and A_SECRET_FILE are both set"):
        env.str("A_SECRET")
    monkeypatch.setenv("B_SECRET_FILE", str(tmp_path / "none"))
    with pytest.raises(ImproperlyConfigured, match=r"B_SECRET_FILE names .*none, which cannot be read"):
        env.str("B_SECRET", default="x")


def test_types_are_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    env = Environment()
    monkeypatch.setenv("A_SWITCH", "maybe")
    with pytest.raises(ImproperlyConfigured, match="A_SWITCH is 'maybe': set it to 1 or 0"):
        env.bool("A_SWITCH", default=True)
    monkeypatch.setenv("A_NUMBER", "-1")
    with pytest.raises(ImproperlyConfigured, match="set it to a whole number, 0 or more"):
        env.int("A_NUMBER", default=1)
    monkeypatch.setenv("SOME_WEIGHTS", "look")
    with pytest.raises(ImproperlyConfigured, match="SOME_WEIGHTS is 'look': set it to what docs"):
        env.dict("SOME_WEIGHTS", cast={"value": float}, default={})
    monkeypatch.setenv("A_LIMIT", "lots")
    with pytest.raises(ImproperlyConfigured, match="A_LIMIT is 'lots': set it to 20/minute"):
        env.like("A_LIMIT", r"\d+/minute", "20/minute", default="1/minute")


@pytest.mark.parametrize(
    ("read", "address", "sentence"),
    [
        (partial(database_of, name="DATABASE_URL"), "mysql://db/shop", "DATABASE_URL names no PostgreSQL"),
        (
            lambda url: database_of(url, "DATABASE_URL"),
            "postgres://db:port/shop",
            "DATABASE_URL cannot be",
        ),
        (broker_of, "http://broker/0", "REDIS_URL names no Valkey or Redis"),
        (broker_of, "redis://broker:port/0", "REDIS_URL names no Valkey or Redis"),
        (mail_of, "mail.example", "EMAIL_URL names no mail server"),
        (mail_of, "smtp://mail.example:port", "EMAIL_URL names no mail server"),
    ],
    ids=["no database", "no port", "no broker", "no broker port", "no mail server", "no mail port"],
)
def test_addresses_are_read(read: Callable[[str], object], address: str, sentence: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=sentence):
        read(address)

"""What a process says of its settings when it starts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.servers.state import PROJECT
from config.settings.environment import Environment, database_of
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
        ("REDIS_URL", "", "REDIS_URL is empty: set it as docs/settings.md says."),
        ("VITRINE_RETURN_DAYS", "many", "VITRINE_RETURN_DAYS is 'many': set it to a whole number."),
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
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL names no PostgreSQL"):
        database_of("mysql://db.example/shop", "DATABASE_URL")

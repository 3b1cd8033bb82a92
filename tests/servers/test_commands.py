"""Which commands of manage.py have servers, and when they are started and stopped."""

import os
import signal
import subprocess
import sys

import pytest

from config.servers.commands import needs_servers
from config.servers.embedded import embedded_servers, running_urls
from config.servers.state import PROJECT, StateFolder

from .conftest import addresses

PRINT_SERVERS = "import os; print(os.environ['DATABASE_URL'], os.environ['REDIS_URL'])"


def manage(*words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "ignore", "manage.py", *words]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.development"}
    return subprocess.Popen(
        command,
        cwd=PROJECT,
        env=environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize(
    "line",
    [
        "",
        "help",
        "--help",
        "--version",
        "migrate --help",
        "check",
        "check --deploy",
        "encoders",
        "encode_images photos --output vectors.npz",
        "evaluate_encoder",
        "train_encoder",
        "collectstatic --no-input",
        "makemessages --locale=de",
        "compilemessages",
        "nosuch",
        "../migrate",
        "migrate --settings=config.settings.production",
        "migrate --settings config.settings.production",
    ],
)
def test_commands_without_servers(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "config.settings.development")
    assert not needs_servers(["manage.py", *line.split()])


@pytest.mark.parametrize(
    "line",
    [
        "migrate",
        "runserver 8001",
        "shell",
        "createsuperuser",
        "check --database default",
        "migrate --settings=config.settings.demo",
    ],
)
def test_commands_with_servers(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "config.settings.development")
    assert needs_servers(["manage.py", *line.split()])


def test_a_deployment_is_never_given_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "config.settings.production")
    assert not needs_servers(["manage.py", "migrate"])


@pytest.mark.usefixtures("started_before")
def test_a_command_starts_servers_and_stops_them(state: StateFolder) -> None:
    command = manage("shell", "--no-imports", "--command", PRINT_SERVERS)
    output, errors = command.communicate()
    assert command.returncode == 0, errors
    assert output.startswith("postgres://")
    assert (state.log / "postgres.log").exists()
    assert not addresses(state)


@pytest.mark.usefixtures("started_before")
def test_a_command_finds_running_servers_and_leaves_them(state: StateFolder) -> None:
    with embedded_servers() as lease:
        output, errors = manage("shell", "--no-imports", "--command", PRINT_SERVERS).communicate()
        assert output.split() == [os.environ["DATABASE_URL"], os.environ["REDIS_URL"]], errors
        assert lease.dead() == []


def test_encoders_are_listed_without_a_database(state: StateFolder) -> None:
    command = manage("encoders")
    output, errors = command.communicate()
    assert command.returncode == 0, errors
    assert "vitrine-1" in output
    assert "The database cannot be asked: the active encoder is VITRINE_ENCODER's." in errors
    assert not (state.log / "postgres.log").exists()


@pytest.mark.usefixtures("started_before")
def test_running_servers_are_found_without_being_held(
    state: StateFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert running_urls() == {}
    with embedded_servers():
        lent = {name: os.environ[name] for name in ("DATABASE_URL", "REDIS_URL")}
        for name in lent:
            monkeypatch.delenv(name)
        assert running_urls() == lent


@pytest.mark.usefixtures("started_before")
def test_a_failing_command_stops_its_servers(state: StateFolder) -> None:
    command = manage("loaddata", "nosuch.json")
    command.communicate()
    assert command.returncode == 1
    assert (state.log / "postgres.log").exists()
    assert not addresses(state)


@pytest.mark.usefixtures("started_before")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_command_stops_its_servers(state: StateFolder, number: signal.Signals) -> None:
    code = "import time; print('up', flush=True); time.sleep(60)"
    command = manage("shell", "--no-imports", "--command", code)
    assert command.stdout
    assert command.stdout.readline() == "up\n"
    started = addresses(state)
    command.send_signal(number)
    command.communicate()
    assert command.returncode != 0
    assert started
    assert not any(address.is_running() for address in started.values())


def test_an_unknown_command_starts_nothing(state: StateFolder) -> None:
    command = manage("nosuch")
    _, errors = command.communicate()
    assert command.returncode == 1
    assert "Unknown command: 'nosuch'" in errors
    assert not (state.log / "postgres.log").exists()

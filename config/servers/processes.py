"""Server processes by pid: start, recognise and stop them, whoever their parent is. Linux only (/proc)."""

import contextlib
import os
import shutil
import signal
import time
from collections.abc import Sequence
from pathlib import Path

POLL_SECONDS = 0.05
# PostgreSQL: fast, then immediate shutdown. Valkey: saves and leaves at the first.
STOPPING = ((signal.SIGINT, 30.0), (signal.SIGQUIT, 10.0), (signal.SIGKILL, 10.0))


def spawn(command: Sequence[str], *, log: Path) -> int:
    """Starts a process in a session of its own, out of reach of a Ctrl-C in this terminal; returns its pid.

    The log is begun anew, so that it holds this run only.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND
    return os.posix_spawnp(
        command[0],
        list(command),
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, str(log), flags, 0o644),
            (os.POSIX_SPAWN_DUP2, 1, 2),
        ],
        setsid=True,
        setsigmask=(),
        setsigdef=(signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE),
    )


def dying_with_parent(command: Sequence[str], *, signal_name: str) -> list[str]:
    """The command, to receive that signal when the process that starts it dies."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", signal_name, "--", *command] if setpriv else list(command)


def is_running(pid: int, *, mark: str) -> bool:
    """Whether the pid is a live process with `mark` in its command line: a bare pid may be another's."""
    _reap(pid)
    for _ in range(5):  # empty for a moment while it becomes another program, and for good when a zombie
        if words := _command_line(pid):
            return mark.encode() in words
        time.sleep(0.01)
    return False


def stop(pid: int, *, mark: str) -> None:
    """Asks the process to end, ever less politely; returns when it is gone."""
    for number, seconds in STOPPING:
        if not is_running(pid, mark=mark):
            return
        os.kill(pid, number)
        _wait_gone(pid, mark=mark, seconds=seconds)


def _wait_gone(pid: int, *, mark: str, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while is_running(pid, mark=mark) and time.monotonic() < deadline:
        time.sleep(POLL_SECONDS)


def _command_line(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


def _reap(pid: int) -> None:
    """Collects the exit status when the process was ours, so that no zombie stays."""
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)

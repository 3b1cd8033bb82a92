"""The command lines of the demo's processes."""

import os
import signal
import sys

from config.servers.state import StateFolder

from .children import Child

# A warm shutdown finishes the tasks at hand; a cold one gives them back to the broker.
WARM_THEN_COLD = ((signal.SIGTERM, 10.0), (signal.SIGQUIT, 5.0))


def start_worker(state: StateFolder) -> Child:
    return _worker(state, "worker", "--concurrency=2 --queues=interactive,embed,default")


def start_thumbnail_worker(state: StateFolder) -> Child:
    """One of its own, since its batches are long, and who waits behind them for a vector waits too long."""
    options = f"--concurrency={os.cpu_count() or 1} --queues=thumbnails --hostname=thumbnails@%h"
    return _worker(state, "thumbnail worker", options)


def _worker(state: StateFolder, name: str, options: str) -> Child:
    quick = "--without-gossip --without-mingle --without-heartbeat"
    command = f"{CELERY} worker {options} --loglevel=INFO {quick}".split()
    log = state.log / f"{name.replace(' ', '-')}.log"
    return Child(name, [*PYTHON, *command], log=log, stopping=WARM_THEN_COLD)


def start_beat(state: StateFolder) -> Child:
    command = f"{CELERY} beat --loglevel=INFO --pidfile=".split()
    schedule = f"--schedule={state.run / 'beat-schedule'}"
    return Child("scheduler", [*PYTHON, *command, schedule], log=state.log / "beat.log")


def start_web(state: StateFolder, port: int) -> Child:
    size = "--worker-class=gthread --workers=2 --threads=4 --limit-request-line=8190"
    # The control socket would lie in the home folder, shared by every demo of this user.
    options = "--no-control-socket --graceful-timeout=5"
    gunicorn = f"gunicorn config.wsgi:application --bind=127.0.0.1:{port} {size} {options}".split()
    encoders = f"{ENCODERS}={os.environ.get(ENCODERS, 1)}"
    command = ["env", FEW_ARENAS, encoders, *PYTHON, *gunicorn]
    return Child("web server", command, log=state.log / "web.log", vital=True)


PYTHON = (sys.executable, "-m")
FEW_ARENAS = "MALLOC_ARENA_MAX=2"
"""Else each thread keeps what a large photo took in an arena of its own. The Dockerfile says the same."""
ENCODERS = "VITRINE_ENCODER_POOL_SIZE"
"""One in each web process, as in deploy/gunicorn.conf.py."""
CELERY = "celery --app=config.celery:app"

"""How the web server runs. Sizes come from the environment: one process a core, four requests in each."""

import os
import shutil
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, os.getcwd())


def _size(name: str, *, default: int) -> int:
    from django.core.exceptions import ImproperlyConfigured

    from config.settings.environment import Environment

    try:
        return int(Environment().int(name, default=default))
    except ImproperlyConfigured as error:
        sys.exit(f"The settings are wrong: {error}")


bind = "0.0.0.0:8000"
worker_class = "gthread"
workers = _size("WEB_PROCESSES", default=os.cpu_count() or 1)
threads = _size("WEB_THREADS", default=4)
timeout = 60
limit_request_line = 8190  # as long as nginx lets it be: what is too long in it, the form says in words
graceful_timeout = 30  # a photo search on a busy machine ends within it
max_requests = 20_000
max_requests_jitter = 2_000
worker_tmp_dir = "/dev/shm"  # noqa: S108 - the heartbeat must not wait for a disk
# One proxy stands before it; who asks is counted by VITRINE_PROXIES.
forwarded_allow_ips = "*"
control_socket_disable = True

# One encoder in each, since there is a process a core. A second takes 24 MB and answers no more searches:
# what each does under Python's lock takes longer than to encode.
os.environ.setdefault("VITRINE_ENCODER_POOL_SIZE", "1")

# Where the processes count together for /metrics; must be known before the first import of the client.
_counts = Path(os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", "/tmp/vitrine-metrics"))  # noqa: S108


def on_starting(server: Any) -> None:
    """Reads the settings once: what is wrong with them is then one sentence, not a trace in each process.

    Counts of an earlier run belong to processes that are no more.
    """
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    try:
        settings.SECRET_KEY  # noqa: B018 - reading one reads them all
    except ImproperlyConfigured as error:
        sys.exit(f"The settings are wrong: {error}")
    shutil.rmtree(_counts, ignore_errors=True)
    _counts.mkdir(parents=True)


def child_exit(server: Any, worker: Any) -> None:
    from prometheus_client.multiprocess import mark_process_dead

    mark_process_dead(worker.pid)

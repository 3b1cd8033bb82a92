"""How the web server runs. Sizes come from the environment: one process a core, four requests in each."""

import os
import shutil
from pathlib import Path
from typing import Any

bind = "0.0.0.0:8000"
worker_class = "gthread"
workers = int(os.environ.get("WEB_PROCESSES", os.cpu_count() or 1))
threads = int(os.environ.get("WEB_THREADS", "4"))
timeout = 60
graceful_timeout = 30  # a photo search on a busy machine ends within it
max_requests = 20_000
max_requests_jitter = 2_000
worker_tmp_dir = "/dev/shm"
# One proxy stands before it; who asks is counted by VITRINE_PROXIES.
forwarded_allow_ips = "*"
control_socket_disable = True

# Where the processes count together for /metrics; must be known before the first import of the client.
_counts = Path(os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", "/tmp/vitrine-metrics"))


def on_starting(server: Any) -> None:
    """Counts of an earlier run belong to processes that are no more."""
    shutil.rmtree(_counts, ignore_errors=True)
    _counts.mkdir(parents=True)


def child_exit(server: Any, worker: Any) -> None:
    from prometheus_client.multiprocess import mark_process_dead

    mark_process_dead(worker.pid)

"""Lets several processes run the tests at once: `pytest -p tests.side_by_side -n logical --dist loadfile`.

Each has what it writes for itself: pytest-django gives it a database, this a database number in Valkey and a
state folder, both in the environment before the settings are read. What takes long comes first, so that no
process waits long for the last file of another.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest

LONGEST = (
    *("training/test_train_encoder.py", "servers/test_demo.py", "browser/test_accessible.py"),
    *("training_regions", "servers/test_lease.py", "evaluation/test_shipped_encoder.py", "training"),
    *("orders/test_http.py", "servers/test_privileges.py", "demo_catalog", "browser", "photo_search"),
    *("servers", "evaluation", "orders", "api", "encoders", "embedding", "retrieval", "catalog_pages"),
)
"""Files and folders of tests, as measured: the longest first, and between them some that mostly wait."""
# One for each process: their own pools would have them take turns on the same cores.
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "TF_NUM_INTEROP_THREADS", "TF_NUM_INTRAOP_THREADS")


@pytest.hookimpl(tryfirst=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than cores: while it works, others wait for a server or a browser."""
    return len(os.sched_getaffinity(0)) + 1


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    worker = os.environ.get("PYTEST_XDIST_WORKER")  # such as gw1
    if worker is None:
        return
    number = int(worker.removeprefix("gw"))
    os.environ["VITRINE_VAR"] = str(Path(os.environ["VITRINE_VAR"], worker))
    os.environ["REDIS_URL"] = urlsplit(os.environ["REDIS_URL"])._replace(path=f"/{number}").geturl()
    os.environ.update(dict.fromkeys(THREADS, "1"))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    places = {name: place for place, name in enumerate(LONGEST)}

    def place(item: pytest.Item) -> int:
        path = item.path.relative_to(config.rootpath / "tests")
        known = (places[name] for name in map(str, (path, *path.parents)) if name in places)
        return next(known, len(LONGEST))

    items.sort(key=place)

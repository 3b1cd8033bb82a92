"""Lets several processes run the tests at once: `pytest -p tests.side_by_side -n 2 --dist loadfile`.

Each has what it writes for itself: pytest-django gives it a database, this a database number in Valkey and a
state folder, both in the environment before the settings are read. What takes long comes first, so that no
process waits long for the last file of another.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest

LONGEST = (
    *("browser", "servers", "training", "evaluation", "orders", "photo_search", "training_regions"),
    *("demo_catalog", "api", "catalog_pages", "retrieval", "embedding", "text_search"),
)
"""Folders of tests, the longest first."""
# One for each process: their own pools would have them take turns on the same cores.
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "TF_NUM_INTEROP_THREADS", "TF_NUM_INTRAOP_THREADS")


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
    def place(item: pytest.Item) -> int:
        folder = item.path.relative_to(config.rootpath / "tests").parts[0]
        return LONGEST.index(folder) if folder in LONGEST else len(LONGEST)

    items.sort(key=place)

"""One size of shop from the first row to the last figure."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from recommendations.services.vector_index import ensure_index, index_name

from .cases import CASES, Case, queries
from .clients import Clients, Timed, one_client
from .looks import Looks
from .shop import Say, Shop, draw_shop
from .truth import recall, similarities

CLIENTS = 8
QUERIES = 50


@dataclass(frozen=True)
class Asked:
    """One filter: its recall over products, by one client and by CLIENTS."""

    case: Case
    recall: float
    worst: float
    one: Timed
    many: Timed


@dataclass(frozen=True)
class Size:
    """Bytes on disk, or in memory once all is read."""

    images: int
    build_seconds: float
    index_bytes: int
    vectors_bytes: int
    all_bytes: int
    asked: Sequence[Asked]

    @property
    def bytes_a_product(self) -> float:
        return 2 * self.all_bytes / self.images


def measure(looks: Looks, images: int, folder: Path, say: Say) -> Size:
    """In a database of its own, dropped afterwards."""
    with _database(f"vitrine_scale_{images}") as name:
        shop = draw_shop(looks, images, folder, say)
        say("building the index")
        start = time.perf_counter()
        ensure_index(encoder=shop.encoder)
        built = time.perf_counter() - start
        asked = _ask(looks, shop, name, say)
        index = _bytes("pg_relation_size", index_name(shop.encoder))
        vectors = _bytes("pg_table_size", "recommendations_imageembedding")
        (folder / f"{images}.npy").unlink()
        return Size(images, built, index, vectors, _all_bytes(), asked)


def _ask(looks: Looks, shop: Shop, database: str, say: Say) -> list[Asked]:
    found = []
    with Clients(CLIENTS, database) as clients:
        for opposed in (False, True):
            asked = queries(looks, shop, QUERIES, opposed=opposed)
            say("comparing everything")
            true = similarities(shop, asked)
            for case in CASES:
                if case.is_opposed == opposed:
                    say(f"asking: {case.name}")
                    one, matching = one_client(case.filters, asked), case.matching(shop)
                    shares = [recall(true[:, row], matching, ids) for row, ids in enumerate(one.found)]
                    many = clients.ask(case.filters, asked)
                    found.append(Asked(case, sum(shares) / len(shares), min(shares), one, many))
    return found


@contextmanager
def _database(name: str) -> Iterator[str]:
    configured = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield name
    finally:
        connection.creation.destroy_test_db(configured, verbosity=0)


def _bytes(function: str, relation: str) -> int:
    return int(_value(f"SELECT {function}(%s::regclass)", [relation]))


def _all_bytes() -> int:
    return int(_value("SELECT pg_database_size(current_database())", []))


def _value(statement: str, parameters: list[str]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        value: int = cursor.fetchone()[0]
        return value

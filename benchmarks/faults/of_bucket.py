"""A bucket whose server takes connections and never answers, or is gone."""

import random
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Final

from moto.server import ThreadedMotoServer

from config.servers.server import free_port

from .load import Seen, shoppers, taken_together
from .rig import Rig
from .rows import Row, at_most, exactly, rules

_Instead = Callable[[int], AbstractContextManager[object]]
AWAY_SECONDS: Final = 10.0
WARM_SECONDS: Final = 10.0


def bucket_away(rig: Rig, moments: int) -> list[Row]:
    """Beside a web whose bucket stays; both have shoppers at the same time."""
    port = free_port()
    with _answering(free_port()) as staying:
        good = _web_with_bucket(rig, staying)
        bad = _web_with_bucket(rig, port)
        with _answering(port):
            for web in (good, bad):  # until every thread has made its client
                with shoppers(web, buyers=0, browsers=8):
                    time.sleep(WARM_SECONDS)
        rows = []
        for name, instead in (("bucket hanging", _hanging), ("bucket down", nullcontext)):
            pairs = [_go_away(bad, good, port, instead) for _ in range(moments)]
            rows += _rows(f"{name}, {moments} moments", *map(taken_together, zip(*pairs, strict=True)))
    return rows


def _go_away(bad: int, good: int, port: int, instead: _Instead) -> tuple[Seen, Seen]:
    """What shoppers see of the web whose bucket goes, and of the other one."""
    with shoppers(good) as normal, shoppers(bad) as seen:
        with _answering(port):
            time.sleep(random.uniform(0.2, 2.0))
        with instead(port):
            time.sleep(AWAY_SECONDS)
    return seen, normal


def _rows(name: str, seen: Seen, normal: Seen) -> list[Row]:
    return [
        exactly(f"{name}: broken answers of {len(seen.seconds)}", len(seen.broken) + seen.unavailable, 0),
        at_most(f"{name}: pages p95 of all, of the normal", 100 * seen.p95_ms / normal.p95_ms, 120, "%"),
        Row(f"{name}: orders placed meanwhile", str(seen.orders), "> 0", seen.orders > 0),
        rules(name),
    ]


@contextmanager
def _answering(port: int) -> Iterator[int]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
    server.start()
    try:
        yield port
    finally:
        server.stop()


def _hanging(port: int) -> socket.socket:
    return socket.create_server(("127.0.0.1", port))


def _web_with_bucket(rig: Rig, port: int) -> int:
    return rig.start_web(
        VITRINE_S3_BUCKET="pictures",
        VITRINE_S3_ENDPOINT=f"http://127.0.0.1:{port}",
        AWS_ACCESS_KEY_ID="any",
        AWS_SECRET_ACCESS_KEY="any",
    )

"""Valkey, PostgreSQL and the bucket: away, empty, hanging."""

import json
import signal
import socket
import subprocess
import sys
import time
from typing import Final

from moto.server import ThreadedMotoServer

from config.servers.server import free_port

from .load import Seen, shoppers, timed
from .rig import Rig
from .rows import Row, at_most, exactly, forget_connection, rules
from .stock import ask_for_all, wait_for_all

AWAY_SECONDS: Final = 30.0
HANGING_SECONDS: Final = 15.0
NORMAL_SECONDS: Final = 10.0
FOUND_SECONDS: Final = 300.0
"""The sweep sends again for what was queued three minutes ago."""


def valkey_killed(rig: Rig) -> list[Row]:
    """And back empty."""
    ask_for_all()
    with shoppers(rig.port) as seen:
        rig.kill(rig.valkey)
        rig.valkey.forget()
        time.sleep(AWAY_SECONDS)
        rig.start_again(rig.valkey)
        time.sleep(5)
    name = f"Valkey killed for {AWAY_SECONDS:.0f} s and back empty"
    return [
        *_pages(name, seen, 1000),
        at_most(f"{name}: all embedded after", wait_for_all(FOUND_SECONDS), FOUND_SECONDS, "s"),
        rules(name),
    ]


def valkey_hanging(rig: Rig) -> list[Row]:
    rig.signal(rig.valkey, signal.SIGSTOP)
    try:
        with shoppers(rig.port) as seen:
            time.sleep(HANGING_SECONDS)
    finally:
        rig.signal(rig.valkey, signal.SIGCONT)
    name = "Valkey hanging"
    return [*_pages(name, seen, 1000), rules(name)]


def postgres_killed(rig: Rig, moments: int) -> list[Row]:
    times, good = [], 0
    for _ in range(moments):
        with shoppers(rig.port, browsers=1):
            time.sleep(1)
            rig.kill(rig.postgres)
            time.sleep(1)
            answer, _ = timed(rig.port, "/")
            good += bool(answer and answer.status == 503 and "not available for a moment" in answer.page)
            rig.start_again(rig.postgres)
            begun = time.monotonic()
            while not ((answer := timed(rig.port, "/")[0]) and answer.status == 200):
                time.sleep(0.1)
            times.append(time.monotonic() - begun)
        forget_connection()
    name = f"PostgreSQL killed and back, {moments} moments"
    return [
        exactly(f"{name}: 503 meanwhile", good, moments),
        at_most(f"{name}: pages again after", max(times), 5, "s"),
        rules(name),
    ]


def bucket_away(rig: Rig) -> list[Row]:
    """Its server takes connections and never answers, or is not there; beside either, one that answers."""
    answering = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    answering.start()
    with socket.create_server(("127.0.0.1", 0)) as hanging:
        good = _web_with_bucket(rig, "{}:{}".format(*answering.get_host_and_port()))
        slow = _web_with_bucket(rig, f"127.0.0.1:{hanging.getsockname()[1]}")
        down = _web_with_bucket(rig, f"127.0.0.1:{free_port()}")
        for port in (good, slow, down):  # until every thread has made its client
            with shoppers(port, buyers=0, browsers=8):
                time.sleep(NORMAL_SECONDS)
        rows = [*_beside("bucket hanging", slow, good), *_beside("bucket down", down, good)]
    answering.stop()
    return rows


def _beside(name: str, bad: int, good: int) -> list[Row]:
    """Both webs are asked at the same time."""
    with shoppers(good, buyers=0) as normal, shoppers(bad, buyers=0) as seen:
        time.sleep(2 * NORMAL_SECONDS)
    return [
        exactly(f"{name}: broken answers of {len(seen.seconds)}", len(seen.broken) + seen.unavailable, 0),
        at_most(f"{name}: pages p95, of the normal", 100 * seen.p95_ms / normal.p95_ms, 120, "%"),
    ]


def _web_with_bucket(rig: Rig, endpoint: str) -> int:
    return rig.start_web(
        VITRINE_S3_BUCKET="pictures",
        VITRINE_S3_ENDPOINT=f"http://{endpoint}",
        AWS_ACCESS_KEY_ID="any",
        AWS_SECRET_ACCESS_KEY="any",
    )


def replicas() -> list[Row]:
    """In a process of its own, whose settings name the standby."""
    command = [sys.executable, "-m", "benchmarks.faults.replicas"]
    done = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE)
    return [Row(**row) for row in json.loads(done.stdout)]


def _pages(name: str, seen: Seen, goal: float) -> list[Row]:
    return [
        at_most(f"{name}: pages p95", seen.p95_ms, goal, "ms"),
        exactly(f"{name}: broken answers of {len(seen.seconds)}", len(seen.broken) + seen.unavailable, 0),
        Row(f"{name}: orders placed meanwhile", str(seen.orders), "> 0", seen.orders > 0),
    ]

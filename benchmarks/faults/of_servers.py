"""Valkey and PostgreSQL: away, empty, hanging."""

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .load import Seen, shoppers, taken_together, timed
from .rig import Rig
from .rows import Row, at_most, exactly, forget_connection, rules, worst
from .stock import ask_one_by_one, missing_of, parts_of_stock, wait_for

AWAY_SECONDS: Final = 30.0
HANGING_SECONDS: Final = 15.0
FOUND_SECONDS: Final = 300.0
"""The sweep sends again for what was queued three minutes ago."""
TOGETHER: Final = 4
"""Moments that are over before the sweep sends again for what the first of them lost."""


@dataclass(frozen=True)
class Loss:
    """Pictures that were asked for when Valkey was killed; `since`: it was back, by time.monotonic()."""

    pictures: Sequence[int]
    seen: Seen
    since: float
    lost: int


def valkey_killed(rig: Rig, moments: int) -> list[Row]:
    """And back empty. Each moment loses messages of pictures of its own; the waits for these overlap."""
    losses: list[Loss] = []
    times: list[float] = []
    for begun in range(0, moments, TOGETHER):
        together = [_lose(rig, part) for part in parts_of_stock(TOGETHER)[: moments - begun]]
        times += [wait_for(one.pictures, since=one.since, seconds=FOUND_SECONDS) for one in together]
        losses += together
    fewest = min(loss.lost for loss in losses)
    name = f"Valkey killed for {AWAY_SECONDS:.0f} s and back empty, {moments} moments"
    return [
        *_pages(name, [loss.seen for loss in losses]),
        Row(f"{name}: pictures whose message was lost", str(fewest), "> 0", fewest > 0),
        at_most(f"{name}: all embedded after", worst(times), FOUND_SECONDS, "s"),
        rules(name),
    ]


def _lose(rig: Rig, pictures: Sequence[int]) -> Loss:
    with shoppers(rig.port) as seen:
        ask_one_by_one(pictures)
        time.sleep(random.uniform(0, 0.2))
        rig.kill(rig.valkey)
        rig.valkey.forget()
        time.sleep(AWAY_SECONDS)
        rig.start_again(rig.valkey)
        since = time.monotonic()
        time.sleep(5)
    return Loss(pictures, seen, since, missing_of(pictures))


def valkey_hanging(rig: Rig, moments: int) -> list[Row]:
    """With pictures to be embedded before, of which none may be forgotten."""
    parts = parts_of_stock(moments)
    seen = [_hang(rig, part) for part in parts]
    asked_for = [picture for part in parts for picture in part]
    time_after = wait_for(asked_for, since=time.monotonic(), seconds=FOUND_SECONDS)
    name = f"Valkey hanging, {moments} moments"
    return [
        *_pages(name, seen),
        at_most(f"{name}: all embedded after", time_after, FOUND_SECONDS, "s"),
        rules(name),
    ]


def _hang(rig: Rig, pictures: Sequence[int]) -> Seen:
    with shoppers(rig.port) as seen:
        time.sleep(random.uniform(0.2, 2.0))
        ask_one_by_one(pictures)
        time.sleep(random.uniform(0, 0.2))
        rig.signal(rig.valkey, signal.SIGSTOP)
        try:
            time.sleep(HANGING_SECONDS)
        finally:
            rig.signal(rig.valkey, signal.SIGCONT)
    return seen


def postgres_killed(rig: Rig, moments: int) -> list[Row]:
    times, good = [], 0
    for _ in range(moments):
        with shoppers(rig.port, browsers=1):
            time.sleep(random.uniform(0.2, 2.0))
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
        at_most(f"{name}: pages again after", worst(times), 5, "s"),
        rules(name),
    ]


def replicas() -> list[Row]:
    """In a process of its own, whose settings name the standby."""
    command = [sys.executable, "-m", "benchmarks.faults.replicas"]
    done = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE)
    return [Row(**row) for row in json.loads(done.stdout)]


def _pages(name: str, moments: Sequence[Seen]) -> list[Row]:
    """Of the worst moment, and all answers that were broken."""
    all_seen, fewest = taken_together(moments), min(seen.orders for seen in moments)
    broken = len(all_seen.broken) + all_seen.unavailable
    return [
        at_most(f"{name}: pages p95", max(seen.p95_ms for seen in moments), 1000, "ms"),
        exactly(f"{name}: broken answers of {len(all_seen.seconds)}", broken, 0),
        Row(f"{name}: orders placed meanwhile", str(fewest), "> 0", fewest > 0),
    ]

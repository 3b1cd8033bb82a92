"""How many checkouts a second two cores sustain, from the first page to the order."""

import itertools
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from .rounds import Row, faults, make_goods
from .shopper import Shopper

SHOPPERS: Final = 8


def checkouts(port: int, seconds: float) -> list[Row]:
    """Each of SHOPPERS begins anew as soon as its order is placed."""
    sku, times, failed = make_goods(1_000_000).sku, list[float](), itertools.count()
    end = time.monotonic() + seconds

    def shop(_number: int) -> None:
        while time.monotonic() < end:
            begun = time.monotonic()
            shopper = Shopper(port)
            if shopper.order(shopper.ready(sku)).is_order:
                times.append(time.monotonic() - begun)
            else:
                next(failed)

    with ThreadPoolExecutor(SHOPPERS) as threads:
        list(threads.map(shop, range(SHOPPERS)))
    lost = next(failed)
    p95 = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else float("nan")
    name = f"checkouts of four requests, {SHOPPERS} shoppers, {seconds:.0f} s"
    return [
        Row(f"{name}: a second", f"{len(times) / seconds:.1f}", "5 or more"),
        Row(f"{name}: 95 % took less than", f"{p95:.2f} s", "no goal"),
        Row(f"{name}: completed", f"{100 * len(times) // max(1, len(times) + lost)} %", "100 %"),
        faults(name),
    ]

"""What another core does with a photo while this thread goes on: Pillow and LiteRT let go of the GIL."""

import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")


def beside(work: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> "Future[_T]":
    """Begins `work`, which may touch neither the database nor the request; `result()` waits for it."""
    return _threads().submit(work, *args, **kwargs)


@lru_cache(maxsize=1)
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(len(os.sched_getaffinity(0)), thread_name_prefix="beside")


# A forked child has none of its parent's threads.
os.register_at_fork(after_in_child=_threads.cache_clear)

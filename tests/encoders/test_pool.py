import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import numpy as np
import pytest
from numpy.typing import NDArray
from pytest_django import Settings

from recommendations.encoders import DEFAULT, Encoder, EncoderBusy, EncoderPool, UnknownEncoder, shared_pool
from recommendations.encoders import pool as pool_module
from tests.encoders.pictures import noise

Vector = NDArray[np.float32]


def pool_of(size: int, *, wait_seconds: float = 30, key: str = DEFAULT) -> EncoderPool:
    return EncoderPool(key, size=size, wait_seconds=wait_seconds)


def vector(pool: EncoderPool, seed: int) -> Vector:
    with pool.encoder() as encoder:
        row: Vector = encoder.encode([noise(seed)]).vectors[0]
        return row


def test_sixteen_at_once_give_what_one_after_the_other_gives() -> None:
    one, two = pool_of(1), pool_of(2)
    in_turn = [vector(one, seed) for seed in range(16)]
    with ThreadPoolExecutor(16) as threads:
        at_once = list(threads.map(lambda seed: vector(two, seed), range(16)))
    assert np.array_equal(in_turn, at_once)


def test_no_more_encoders_than_its_size_and_each_for_one_thread() -> None:
    pool, seen, both_in = pool_of(2, key="colour-histogram"), list[Encoder](), threading.Barrier(2)

    def borrow(_: int) -> None:
        with pool.encoder() as encoder:
            seen.append(encoder)
            both_in.wait(60)

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(borrow, range(6)))
    assert len({id(encoder) for encoder in seen}) == 2
    assert all(seen[turn] is not seen[turn + 1] for turn in range(0, 6, 2))


def test_a_full_pool_is_busy() -> None:
    pool = pool_of(1, wait_seconds=0.01, key="colour-histogram")
    with pool.encoder(), pytest.raises(EncoderBusy, match=r"came free within 0\.01 s"), pool.encoder():
        pass
    with pool.encoder() as encoder:
        assert encoder.card.key == "colour-histogram"


def test_too_many_waiting_is_busy_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "WAITING_PER_ENCODER", 0)
    pool = pool_of(1, wait_seconds=600, key="colour-histogram")
    with pool.encoder(), pytest.raises(EncoderBusy, match="already wait"), pool.encoder():
        pass


def test_an_error_gives_the_encoder_back() -> None:
    pool = pool_of(1, wait_seconds=0, key="colour-histogram")
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), pool.encoder():
            raise ZeroDivisionError


def test_an_unknown_key_does_not_use_up_the_pool() -> None:
    pool = pool_of(1, wait_seconds=0, key="vitrine-9")
    for _ in range(2):
        with pytest.raises(UnknownEncoder), pool.encoder():
            pass


def exit_code_of_child(task: Callable[[], bool]) -> int:
    """Forks; the child leaves with 0 when the task is true, before pytest can notice that there are two."""
    child = os.fork()
    if child == 0:
        signal.alarm(60)
        code = 1
        with suppress(BaseException):
            code = 0 if task() else 1
        os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_forked_child_loads_an_encoder_of_its_own() -> None:
    pool = pool_of(1)
    with pool.encoder() as parents:
        pass

    def own_encoder() -> bool:
        with pool.encoder() as childs:
            return childs is not parents

    assert exit_code_of_child(own_encoder) == 0


def test_a_child_forked_while_the_pool_is_in_use_can_encode() -> None:
    pool = pool_of(1, wait_seconds=0)
    expected = vector(pool, 1)
    with pool.encoder():
        assert exit_code_of_child(lambda: bool(np.array_equal(vector(pool, 1), expected))) == 0
    assert np.array_equal(vector(pool, 1), expected)


def test_the_shared_pool_is_one_per_key_and_as_the_settings_say(settings: Settings) -> None:
    pool_module._pools.clear()
    settings.VITRINE_ENCODER_POOL_SIZE, settings.VITRINE_ENCODER_WAIT_SECONDS = 3, 1.5
    pool = shared_pool("colour-histogram")
    assert (pool.size, pool.wait_seconds) == (3, 1.5)
    assert shared_pool("colour-histogram") is pool
    pool_module._pools.clear()


def test_the_shared_pool_has_an_encoder_per_core_by_default(settings: Settings) -> None:
    pool_module._pools.clear()
    settings.VITRINE_ENCODER_POOL_SIZE = 0
    assert shared_pool("colour-histogram").size == len(os.sched_getaffinity(0))
    pool_module._pools.clear()

"""The rehearsal in short: while the encoder changes to and fro, no list is empty and none is mixed."""

from functools import partial

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from recommendations.models import Encoder
from recommendations.rehearsal import Ask, List, photo_search, rehearse, similar_looks
from recommendations.services.encoders import switch_encoder
from tests.factories import make_jpeg, make_product

from .conftest import NEXT, fill


@pytest.mark.django_db(transaction=True)
def test_shoppers_notice_nothing(live_server: LiveServer) -> None:
    shirts = [make_product() for _ in range(14)]
    one, other = Encoder.objects.active(), Encoder.objects.ensure(NEXT)
    fill()
    fill(NEXT)
    asks: dict[str, Ask] = {shirt.slug: similar_looks(live_server.url, shirt.slug) for shirt in shirts[:4]}
    asks["photo"] = photo_search(live_server.url, make_jpeg(seed=5, width=120, height=160))

    def switch(encoder: Encoder) -> None:
        switch_encoder(encoder=encoder, by="rehearsal", now=timezone.now())

    to_one, to_other = partial(switch, one), partial(switch, other)
    done = rehearse(asks, (to_one, to_other), seconds=1.5, every=0.15, threads=2)
    connection.close()
    assert (done.empty, done.mixed, done.failed) == (0, 0, 0)
    assert min(done.of_each) > 0
    assert done.switches >= 4
    assert Encoder.objects.active() == one


def test_what_is_wrong_is_counted() -> None:
    state: dict[str, List] = {"answer": (1, 2)}
    asked = 0

    def ask() -> List:
        nonlocal asked
        asked += 1
        if asked > 2:
            return ((), (1, 3))[asked % 2]
        return state["answer"]

    def use(answer: List) -> None:
        state["answer"] = answer

    done = rehearse(
        {"it": ask}, (partial(use, (1, 2)), partial(use, (3, 4))), seconds=0.05, every=0.02, threads=1
    )
    assert done.empty > 0
    assert done.mixed > 0
    assert not done.is_clean

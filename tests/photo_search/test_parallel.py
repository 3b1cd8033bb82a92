from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from .conftest import make_shop
from .shop import photo, post


def search(seed: int) -> list[int]:
    try:
        return post(Client(), {"photo": photo(seed=seed)}).tiles
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_sixteen_at_once_find_what_each_finds_alone() -> None:
    shop = make_shop()
    alone = [search(seed) for seed in range(16)]
    with ThreadPoolExecutor(16) as threads:
        together = list(threads.map(search, range(16)))
    assert together == alone
    assert [tiles[0] for tiles in alone[:10]] == [product.pk for product in shop]

"""What shoppers see of a shop with a standby: one that keeps up, one that is paused, one that is gone."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog.models import Product, ProductImage, Variant
from operations.doctor import replicas
from recommendations.services.embedding import embed_images

from .rows import Row, exactly
from .stock import stock_up

REPLICA: Final = "replica-1"
LIST: Final = "/c/faults/"
GOODS: Final = 30


def rows() -> list[Row]:
    stock_up(GOODS)
    embed_images(image_ids=list(ProductImage.objects.values_list("pk", flat=True)))
    _catch_up()
    client = Client(headers={"host": "127.0.0.1"})
    return [*_keeping_up(client), *_paused(client), *_gone(client)]


def _keeping_up(client: Client) -> list[Row]:
    similar = f"/p/{Product.objects.all()[0].slug}/similar/"
    return [
        exactly(f"{what} asks the standby", _asked(client, path, REPLICA) > 0, True)
        for what, path in (("a category", LIST), ("a search", "/search/?q=good"), ("similar looks", similar))
    ] + [exactly("a product's own page asks the standby", _asked(client, "/p/good-2/", REPLICA) > 0, False)]


def _paused(client: Client) -> list[Row]:
    shown = re.findall(r'href="/p/(good-\d+)/"', _page(client, LIST))
    withdrawn, sold_out = shown[0], next(slug for slug in shown if slug != shown[0])
    similar = f"/p/{shown[-1]}/similar/"
    offered_before = _is_offered(client, sold_out)
    with _replay_paused():
        Product.objects.filter(slug=withdrawn).update(is_published=False)
        Variant.objects.filter(product__slug=sold_out).update(stock=0)
        sku = Variant.objects.get(product__slug="good-3", size="M").sku
        client.post("/cart/add/", {"sku": sku, "quantity": "1"})
        time.sleep(6)  # so that the doctor has something to find
        behind = [finding.text for finding in replicas.examine()]
        return [
            exactly("paused: the standby still lists what was withdrawn", _is_listed(withdrawn), True),
            exactly("paused: withdrawn and shown", f"/p/{withdrawn}/" in _page(client, LIST), False),
            exactly(
                "paused: withdrawn and shown as similar", f"/p/{withdrawn}/" in _page(client, similar), False
            ),
            exactly("not yet paused: offered before it is sold out", offered_before, True),
            exactly("paused: sold out and offered", _is_offered(client, sold_out), False),
            exactly(
                "paused: a shopper's own cart holds what was just added", sku in _page(client, "/cart/"), True
            ),
            exactly("paused: the doctor says so", any("s behind" in text for text in behind), True),
        ]


def _gone(client: Client) -> list[Row]:
    settings = connections[REPLICA].settings_dict
    port, settings["PORT"] = settings["PORT"], "1"
    connections[REPLICA].close()
    status = client.get(LIST).status_code
    settings["PORT"] = port
    return [exactly("no standby: a category answers", status, 200)]


@contextmanager
def _replay_paused() -> Iterator[None]:
    _on_standby("SELECT pg_wal_replay_pause()")
    try:
        yield
    finally:
        _on_standby("SELECT pg_wal_replay_resume()")


def _on_standby(statement: str) -> object:
    with connections[REPLICA].cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0]


def _catch_up() -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT pg_current_wal_lsn()")
        position = cursor.fetchone()[0]
    for _ in range(200):
        if _on_standby(f"SELECT pg_last_wal_replay_lsn() >= '{position}'"):
            return
        time.sleep(0.05)
    raise RuntimeError("The standby does not catch up.")


def _asked(client: Client, path: str, alias: str) -> int:
    with CaptureQueriesContext(connections[alias]) as asked:
        client.get(path)
    return len(asked)


def _is_listed(slug: str) -> bool:
    return Product.objects.using(REPLICA).filter(slug=slug, is_published=True).exists()


def _is_offered(client: Client, slug: str) -> bool:
    (sku,) = Variant.objects.filter(product__slug=slug, size="M").values_list("sku", flat=True)
    tile = re.search(rf'<[^>]*(?:name="sku"|data-sku)[^>]*value="{sku}"[^>]*>', _page(client, LIST))
    return tile is not None and "disabled" not in tile[0]


def _page(client: Client, path: str) -> str:
    return client.get(path).content.decode()

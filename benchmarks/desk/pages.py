"""Pages of the admin, asked for by the owner, one after the other in this process."""

import gc
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from random import Random
from time import perf_counter
from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks.figures import Figure, milliseconds
from catalog.models import Product
from tests.catalog_admin.forms import image_form_of, variant_form_of

GOAL = 250.0
LIST = reverse("admin:catalog_product_changelist")
VIEWS = ("no-image", "low-stock", "unpublished", "duplicates", "no-vector", "failed")


def measure_pages(products: int, repetitions: int) -> Iterator[Figure]:
    """Times to the whole answer, and the queries of one."""
    gc.collect()
    gc.freeze()  # as config.wsgi does
    client, random = Client(), Random(1)
    client.force_login(User.objects.create_superuser("bench"))

    def get(**query: Any) -> None:
        assert client.get(LIST, query).status_code == 200

    keys = list(Product.objects.values_list("pk", flat=True)[: products // 2])
    acts: dict[str, Callable[[], object]] = {
        "list, first page": lambda: get(),
        "list, a page in the middle": lambda: get(p=1 + random.randrange(products // 60)),
        "list, by title": lambda: get(o="2"),
        "search by SKU": lambda: get(q=f"SKU-{random.choice(keys)}-2"),
        "search by title": lambda: get(q=f"linen {random.randrange(products)}"),
        "search by brand": lambda: get(q=f"brand {random.randrange(200)}"),
        **{f"view: {view}": partial(get, view=view) for view in VIEWS},
        "form of a product": lambda: _open(client, random.choice(keys)),
        "save a product": lambda: _save(client, random.choice(keys)),
    }
    for name, act in acts.items():
        yield _timed(name, act, repetitions)


def _timed(name: str, act: Callable[[], object], repetitions: int) -> Figure:
    act()  # warm
    with CaptureQueriesContext(connection) as queries:
        act()
    count = len(queries)
    times = []
    for _ in range(repetitions):
        start = perf_counter()
        act()
        times.append(perf_counter() - start)
    return milliseconds(f"{name} ({count} queries)", times, goal=GOAL)


def _address(key: int) -> str:
    return reverse("admin:catalog_product_change", args=[key])


def _open(client: Client, key: int) -> None:
    assert client.get(_address(key)).status_code == 200


def _save(client: Client, key: int) -> None:
    """The form as it is, with another title; what it showed is read from the rows, not from the page."""
    product = Product.objects.get(pk=key)
    names = ("title", "slug", "description", "product_type", "gender")
    form = {name: getattr(product, name) for name in names}
    form |= {"category": product.category_id, "brand": product.brand_id or "", "attributes": "{}"}
    form |= _inline("variants", [variant_form_of(variant) for variant in product.variants.all()])
    form |= _inline("images", [image_form_of(image) for image in product.images.all()])
    answer = client.post(_address(key), form | {"title": f"{product.title} *"[-200:]})
    assert answer.status_code == 302


def _inline(prefix: str, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    fields = {
        f"{prefix}-{place}-{name}": value for place, row in enumerate(rows) for name, value in row.items()
    }
    return fields | {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": len(rows)}

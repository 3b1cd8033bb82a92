"""What is measured: each returns rows of the card, from orders that are sent at once through gunicorn."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from http.client import HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Barrier
from typing import Final
from uuid import uuid4

from django.db import connection

from catalog.models import Category, Product, Variant
from shop.models import Coupon, Order
from shop.order_checks import order_faults

from .judge import bank
from .server import gunicorn
from .shopper import Answer, Shopper

CLIENTS: Final = 50
BANK_SHOP: Final = "benchmarks.scorecard.bank_wsgi:application"


@dataclass(frozen=True)
class Row:
    """`goal` is what `value` must be, or begin with; both as they are printed."""

    figure: str
    value: str
    goal: str


def last_item(port: int, rounds: int) -> list[Row]:
    counts = {"orders": 0, "refusals": 0, "others": 0}
    for _ in range(rounds):
        answers = rush(port, [[make_goods(1).sku]] * CLIENTS)
        counts["orders"] += sum(answer.is_order for answer in answers)
        counts["refusals"] += sum(answer.is_refusal for answer in answers)
    counts["others"] = rounds * CLIENTS - counts["orders"] - counts["refusals"]
    name = f"{CLIENTS} clients for the last item, {rounds} rounds"
    return [
        Row(f"{name}: orders", str(counts["orders"]), str(rounds)),
        Row(f"{name}: clear refusals", str(counts["refusals"]), str(rounds * (CLIENTS - 1))),
        Row(f"{name}: other answers", str(counts["others"]), "0"),
        faults(name),
    ]


def stock_of_thirty(port: int) -> list[Row]:
    item = make_goods(30)
    sold = sum(answer.is_order for answer in rush(port, [[item.sku]] * CLIENTS))
    item.refresh_from_db()
    name = f"{CLIENTS} clients, stock 30"
    return [Row(f"{name}: sold", str(sold), "30"), Row(f"{name}: left", str(item.stock), "0"), faults(name)]


def opposite_baskets(port: int) -> list[Row]:
    goods = [make_goods(100).sku for _ in range(4)]
    before = deadlocks()
    answers = rush(port, [goods, goods[::-1]] * 10)
    name = "20 baskets in opposite order"
    sold = sum(answer.is_order for answer in answers)
    return [
        Row(f"{name}: orders", str(sold), "20"),
        Row(f"{name}: deadlocks", str(deadlocks() - before), "0"),
        faults(name),
    ]


def one_key() -> list[Row]:
    with bank() as judge:
        with gunicorn(BANK_SHOP, VITRINE_BANK=judge.url) as port:
            shopper = Shopper(port)
            form = shopper.ready(make_goods(30).sku)
            answers = at_once([partial(shopper.order, form)] * 20)
            other = shopper.order(form | {"name": "Eve"}).status
        with gunicorn(BANK_SHOP, VITRINE_BANK=judge.url) as port:
            answers.append(Shopper(port, shopper.cookies).order(form))
        charges = len(judge.charges)
    orders = Order.objects.filter(idempotency_key=form["key"]).count()
    name = "one key 20 times at once, and after a restart"
    return [
        Row(f"{name}: orders", str(orders), "1"),
        Row(f"{name}: charges by the bank's ledger", str(charges), "1"),
        Row(f"{name}: different answers", str(len({answer.location for answer in answers}) - 1), "0"),
        Row("the same key with another body", str(other), "422"),
        faults(name),
    ]


def single_coupon(port: int) -> list[Row]:
    code = f"ONCE-{uuid4().hex[:8].upper()}"
    Coupon.objects.create(code=code, kind="percent", percent=10, max_uses=1)
    sku = make_goods(100).sku
    sold = sum(answer.is_order for answer in rush(port, [[sku]] * CLIENTS, coupon=code))
    name = f"a single-use coupon by {CLIENTS} clients"
    return [Row(f"{name}: uses", str(sold), "1"), faults(name)]


def killed_after_the_charge() -> list[Row]:
    orders, charges = _killed()
    _orders, forgetful = _killed(VITRINE_FORGETFUL="1")
    name = "killed between charge and commit, then sent again"
    return [
        Row(f"{name}: orders", str(orders), "1"),
        Row(f"{name}: charges by the bank's ledger", str(charges), "1"),
        faults(name),
        Row("control, a new reference each time: charges", str(forgetful), "more than 1"),
    ]


def _killed(**environment: str) -> tuple[int, int]:
    """Orders, and charges by the bank's ledger."""
    with TemporaryDirectory() as folder, bank() as judge:
        died = {"VITRINE_DIED": str(Path(folder) / "died"), "VITRINE_BANK": judge.url}
        with gunicorn("benchmarks.scorecard.dying_wsgi:application", **died, **environment) as port:
            shopper = Shopper(port)
            form = shopper.ready(make_goods(5).sku)
            try:
                shopper.order(form)
            except (OSError, HTTPException):
                shopper.order(form)
        return Order.objects.filter(idempotency_key=form["key"]).count(), len(judge.charges)


def control() -> list[Row]:
    """Last of all: it leaves a shop that is oversold."""
    item = make_goods(1)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE catalog_variant DROP CONSTRAINT variant_stock_not_negative")
    with gunicorn("benchmarks.scorecard.unlocked_wsgi:application") as port:
        sold = sum(answer.is_order for answer in rush(port, [[item.sku]] * CLIENTS))
    return [Row("control, lock and constraint off: sold of one item", str(sold), "more than 1")]


def rush(port: int, baskets: Sequence[Sequence[str]], coupon: str = "") -> list[Answer]:
    """All are at the checkout before the first order is sent."""
    shoppers = [Shopper(port) for _ in baskets]
    with ThreadPoolExecutor(8) as threads:
        forms = list(
            threads.map(
                lambda pair: pair[0].ready(*pair[1], coupon=coupon), zip(shoppers, baskets, strict=True)
            )
        )
    acts = [partial(shopper.order, form) for shopper, form in zip(shoppers, forms, strict=True)]
    return at_once(acts)


def at_once(acts: Sequence[Callable[[], Answer]]) -> list[Answer]:
    barrier = Barrier(len(acts))

    def run(act: Callable[[], Answer]) -> Answer:
        barrier.wait(timeout=60)
        return act()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def make_goods(stock: int) -> Variant:
    name = uuid4().hex[:12]
    category, _ = Category.objects.get_or_create(slug="scorecard", defaults={"name": "Scorecard"})
    product = Product.objects.create(title=name, slug=name, category=category, product_type="Shirt")
    return Variant.objects.create(product=product, sku=name, price_minor=1999, stock=stock)


def deadlocks() -> int:
    """By PostgreSQL's own count."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        return int(cursor.fetchone()[0])


def faults(after: str) -> Row:
    return Row(f"{after}: rows that check_orders names", str(len(order_faults())), "0")

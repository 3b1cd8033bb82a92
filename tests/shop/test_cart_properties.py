"""A cart against a plain dictionary, under any sequence of changes."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shop.models import MAX_QUANTITY, Cart
from shop.selectors.cart import cart_contents, items_in_cart
from shop.services.cart import CartError, add_to_cart, change_quantity, remove_line
from tests.factories import make_product

STOCKS = (0, 3, 120)
PRICES = (1, 1999, 2_000_000_000)

quantities = st.one_of(st.integers(-1, 5), st.integers(90, 130), st.just(10**9))
changes = st.tuples(st.sampled_from(["add", "change", "remove"]), st.integers(0, 2), quantities)


def expected(held: dict[int, int], change: tuple[str, int, int]) -> dict[int, int]:
    """What the dictionary is after the change; the same when it must be refused."""
    verb, which, quantity = change
    if verb == "remove":
        return {key: value for key, value in held.items() if key != which}
    if verb == "change" and which not in held:
        return held
    wanted = quantity + (held.get(which, 0) if verb == "add" else 0)
    allowed = quantity >= 1 and wanted <= min(MAX_QUANTITY, STOCKS[which])
    return held | {which: wanted} if allowed else held


def apply(cart: Cart, sku: str, verb: str, quantity: int) -> None:
    try:
        if verb == "add":
            add_to_cart(cart=cart, sku=sku, quantity=quantity)
        elif verb == "change":
            change_quantity(cart=cart, sku=sku, quantity=quantity)
        else:
            remove_line(cart=cart, sku=sku)
    except CartError:
        pass


@pytest.fixture
def skus(db: None) -> list[str]:
    pairs = zip(STOCKS, PRICES, strict=True)
    products = [make_product(images=0, stock=stock, price_minor=price) for stock, price in pairs]
    return [product.variants.get().sku for product in products]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sequence=st.lists(changes, max_size=12))
def test_cart_is_what_a_dictionary_would_be(skus: list[str], sequence: list[tuple[str, int, int]]) -> None:
    cart, held = Cart(), dict[int, int]()
    for change in sequence:
        verb, which, quantity = change
        apply(cart, skus[which], verb, quantity)
        held = expected(held, change)

    contents = cart_contents(cart=cart)
    assert {line.sku: line.quantity for line in contents.lines} == {skus[k]: q for k, q in held.items()}
    assert contents.items == items_in_cart(cart=cart) == sum(held.values())
    assert [total.minor for total in contents.totals] == (
        [sum(PRICES[which] * quantity for which, quantity in held.items())] if held else []
    )

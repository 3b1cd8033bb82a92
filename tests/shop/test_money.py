from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.money import Money
from shop.selectors.cart import money_totals

minor_units = st.integers(min_value=0, max_value=2**63 - 1)
quantities = st.integers(min_value=1, max_value=99)
currencies = st.sampled_from(["EUR", "JPY", "KWD", "USD"])
amounts = st.builds(Money, minor_units, currencies)


@given(minor_units)
def test_amount_keeps_every_cent(minor: int) -> None:
    assert Money(minor, "EUR").amount * 100 == minor


@given(amounts)
def test_amount_and_back_is_the_same(money: Money) -> None:
    assert Money.of(money.amount, money.currency) == money


@given(minor_units, quantities)
def test_times_is_repeated_plus(minor: int, quantity: int) -> None:
    price = Money(minor, "EUR")
    total = price
    for _ in range(quantity - 1):
        total += price
    assert price * quantity == total


@given(st.lists(amounts))
def test_totals_keep_currencies_apart_and_lose_nothing(prices: list[Money]) -> None:
    totals = money_totals(prices)
    assert {total.currency for total in totals} == {price.currency for price in prices}
    for total in totals:
        assert total.minor == sum(price.minor for price in prices if price.currency == total.currency)


@given(st.from_regex(r"\A[A-Z]{3}\Z"), minor_units)
def test_any_currency_can_be_printed(currency: str, minor: int) -> None:
    assert str(Money(minor, currency))


@pytest.mark.parametrize(
    ("currency", "amount"), [("EUR", Decimal("19.99")), ("JPY", Decimal(1999)), ("KWD", Decimal("1.999"))]
)
def test_minor_units_follow_the_currency(currency: str, amount: Decimal) -> None:
    assert Money(1999, currency).amount == amount


def test_two_currencies_do_not_add() -> None:
    with pytest.raises(ValueError, match="cannot add USD to EUR"):
        Money(1, "EUR") + Money(1, "USD")

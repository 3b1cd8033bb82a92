from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.money import Money
from shop.totals import NO_REDUCTION, Reduction, included_tax, order_totals, percent_text

amounts = st.integers(0, 10**12)
currencies = st.sampled_from(["EUR", "JPY", "KRW", "KWD", "TND"])  # 2, 0, 0, 3 and 3 decimals
reductions = st.one_of(
    st.just(NO_REDUCTION),
    st.builds(Reduction, percent=st.integers(1, 100)),
    st.builds(Reduction, amount_minor=st.integers(1, 10**12)),
    st.just(Reduction(free_shipping=True)),
)
percents = st.decimals(0, Decimal("99.99"), places=2)


@settings(deadline=None)
@given(st.lists(st.tuples(amounts, st.integers(1, 99))), amounts, currencies, reductions, percents)
def test_totals_add_up(
    lines: list[tuple[int, int]], shipping: int, currency: str, reduction: Reduction, percent: Decimal
) -> None:
    totals = order_totals(
        [Money(price, currency) * quantity for price, quantity in lines],
        shipping=Money(shipping, currency),
        tax_percent=percent,
        reduction=reduction,
    )
    goods = sum(price * quantity for price, quantity in lines)
    assert totals.goods == Money(goods, currency)
    assert totals.goods.minor - totals.discount.minor + totals.shipping.minor == totals.total.minor
    assert 0 <= totals.discount.minor <= goods
    assert totals.shipping.minor == (0 if reduction.free_shipping else shipping)
    assert 0 <= totals.tax.minor <= totals.total.minor
    assert {part.currency for part in vars(totals).values()} == {currency}


@settings(deadline=None)
@given(amounts, percents)
def test_tax_is_rounded_once_half_up(total: int, percent: Decimal) -> None:
    exact = Fraction(total) * Fraction(percent) / (100 + Fraction(percent))
    assert -Fraction(1, 2) < included_tax(total, percent) - exact <= Fraction(1, 2)


@settings(deadline=None)
@given(amounts, st.integers(1, 100))
def test_a_share_is_rounded_half_up(goods: int, percent: int) -> None:
    totals = order_totals(
        [Money(goods, "EUR")],
        shipping=Money(0, "EUR"),
        tax_percent=Decimal(0),
        reduction=Reduction(percent=percent),
    )
    assert -Fraction(1, 2) < totals.discount.minor - Fraction(goods * percent, 100) <= Fraction(1, 2)


def test_half_a_cent_goes_up() -> None:
    assert included_tax(11900, Decimal(19)) == 1900
    assert included_tax(1, Decimal("100")) == 1  # a half
    assert included_tax(4488, Decimal("8.1")) == 336


def test_currencies_are_not_mixed() -> None:
    with pytest.raises(ValueError, match="cannot add"):
        order_totals([Money(1, "USD")], shipping=Money(1, "EUR"), tax_percent=Decimal(0))


@pytest.mark.parametrize(("percent", "text"), [("19.00", "19"), ("8.10", "8.1"), ("0", "0"), ("20", "20")])
def test_percents_are_written_plainly(percent: str, text: str) -> None:
    assert percent_text(Decimal(percent)) == text

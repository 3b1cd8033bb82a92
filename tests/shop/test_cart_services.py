import pytest

from catalog.models import Variant
from shop.models import MAX_QUANTITY, Cart, CartLine
from shop.services.cart import (
    CartError,
    NotEnoughStock,
    NotInCart,
    QuantityOutOfRange,
    UnknownSku,
    add_to_cart,
    change_quantity,
    remove_line,
)
from tests.factories import make_product

pytestmark = pytest.mark.django_db


def make_shirt(*, stock: int = 5, published: bool = True) -> Variant:
    product = make_product(title="Linen shirt", images=0, stock=stock, is_published=published)
    return product.variants.get()


def quantities(cart: Cart) -> dict[str, int]:
    return dict(CartLine.objects.filter(cart__token=cart.token).values_list("variant__sku", "quantity"))


def test_first_add_saves_the_cart() -> None:
    shirt, cart = make_shirt(), Cart()
    line = add_to_cart(cart=cart, sku=shirt.sku, quantity=2)
    assert (line.cart.token, line.quantity) == (cart.token, 2)
    assert quantities(cart) == {shirt.sku: 2}


def test_second_add_sums_up() -> None:
    shirt, cart = make_shirt(), Cart()
    add_to_cart(cart=cart, sku=shirt.sku, quantity=2)
    add_to_cart(cart=Cart.objects.get(), sku=shirt.sku, quantity=3)
    assert quantities(cart) == {shirt.sku: 5}


def test_same_token_is_the_same_cart() -> None:
    shirt, cart = make_shirt(), Cart()
    add_to_cart(cart=Cart(token=cart.token), sku=shirt.sku, quantity=1)
    add_to_cart(cart=Cart(token=cart.token), sku=shirt.sku, quantity=1)
    assert quantities(cart) == {shirt.sku: 2}


@pytest.mark.parametrize("quantity", [0, -1, MAX_QUANTITY + 1, 10**9, 10**30])
def test_quantity_out_of_range_stores_nothing(quantity: int) -> None:
    shirt = make_shirt(stock=2**31 - 1)
    with pytest.raises(QuantityOutOfRange) as refusal:
        add_to_cart(cart=Cart(), sku=shirt.sku, quantity=quantity)
    assert str(refusal.value) == "Choose a quantity from 1 to 99."
    assert not Cart.objects.exists()


def test_sum_out_of_range_keeps_the_old_quantity() -> None:
    shirt, cart = make_shirt(stock=1000), Cart()
    add_to_cart(cart=cart, sku=shirt.sku, quantity=90)
    with pytest.raises(QuantityOutOfRange):
        add_to_cart(cart=cart, sku=shirt.sku, quantity=10)
    assert quantities(cart) == {shirt.sku: 90}


def test_more_than_there_are_names_how_many_are_left() -> None:
    shirt = make_shirt(stock=3)
    with pytest.raises(NotEnoughStock) as refusal:
        add_to_cart(cart=Cart(), sku=shirt.sku, quantity=4)
    assert (refusal.value.left, refusal.value.in_cart) == (3, 0)
    assert str(refusal.value) == "Only 3 left of Linen shirt, Blue, M."
    assert not Cart.objects.exists()


def test_more_than_there_are_names_what_the_cart_has() -> None:
    shirt, cart = make_shirt(stock=3), Cart()
    add_to_cart(cart=cart, sku=shirt.sku, quantity=2)
    with pytest.raises(NotEnoughStock) as refusal:
        add_to_cart(cart=cart, sku=shirt.sku, quantity=2)
    assert str(refusal.value) == "Only 3 left of Linen shirt, Blue, M. 2 are in your cart already."
    assert quantities(cart) == {shirt.sku: 2}


def test_sold_out_says_so() -> None:
    with pytest.raises(NotEnoughStock) as refusal:
        add_to_cart(cart=Cart(), sku=make_shirt(stock=0).sku, quantity=1)
    assert str(refusal.value) == "Linen shirt, Blue, M is sold out."


def test_unknown_sku_is_refused() -> None:
    with pytest.raises(UnknownSku):
        add_to_cart(cart=Cart(), sku="no such thing", quantity=1)


def test_unpublished_is_unknown() -> None:
    with pytest.raises(UnknownSku):
        add_to_cart(cart=Cart(), sku=make_shirt(published=False).sku, quantity=1)


def test_change_sets_the_quantity() -> None:
    shirt, cart = make_shirt(), Cart()
    add_to_cart(cart=cart, sku=shirt.sku, quantity=4)
    assert change_quantity(cart=cart, sku=shirt.sku, quantity=1).quantity == 1
    assert quantities(cart) == {shirt.sku: 1}


@pytest.mark.parametrize(("quantity", "error"), [(0, QuantityOutOfRange), (6, NotEnoughStock)])
def test_refused_change_keeps_the_old_quantity(quantity: int, error: type[CartError]) -> None:
    shirt, cart = make_shirt(stock=5), Cart()
    add_to_cart(cart=cart, sku=shirt.sku, quantity=4)
    with pytest.raises(error):
        change_quantity(cart=cart, sku=shirt.sku, quantity=quantity)
    assert quantities(cart) == {shirt.sku: 4}


def test_change_after_withdrawal_is_refused() -> None:
    shirt, cart = make_shirt(), Cart()
    add_to_cart(cart=cart, sku=shirt.sku, quantity=4)
    shirt.product.is_published = False
    shirt.product.save()
    with pytest.raises(UnknownSku):
        change_quantity(cart=cart, sku=shirt.sku, quantity=1)


def test_change_of_what_is_not_there_is_refused() -> None:
    shirt, cart = make_shirt(), Cart()
    with pytest.raises(NotInCart):
        change_quantity(cart=cart, sku=shirt.sku, quantity=1)
    assert not Cart.objects.exists()


def test_remove_returns_what_to_put_back() -> None:
    shirt, cart = make_shirt(), Cart()
    add_to_cart(cart=cart, sku=shirt.sku, quantity=4)
    removed = remove_line(cart=cart, sku=shirt.sku)
    assert (removed.variant, removed.quantity) == (shirt, 4)
    assert quantities(cart) == {}


def test_remove_works_on_what_is_not_sold_any_more() -> None:
    shirt, cart = make_shirt(), Cart()
    add_to_cart(cart=cart, sku=shirt.sku, quantity=1)
    shirt.stock = 0
    shirt.save()
    remove_line(cart=cart, sku=shirt.sku)
    assert quantities(cart) == {}


def test_one_cart_cannot_touch_another() -> None:
    shirt, mine, theirs = make_shirt(), Cart(), Cart()
    add_to_cart(cart=mine, sku=shirt.sku, quantity=1)
    add_to_cart(cart=theirs, sku=shirt.sku, quantity=2)
    with pytest.raises(NotInCart):
        remove_line(cart=Cart(), sku=shirt.sku)
    remove_line(cart=theirs, sku=shirt.sku)
    assert quantities(mine) == {shirt.sku: 1}

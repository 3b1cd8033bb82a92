"""Adding to a cart, changing a quantity, removing a line."""

from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.models import Variant

from ..models import MAX_LINES, MAX_QUANTITY, Cart, CartLine
from ..signals import added_to_cart
from ..stock_words import left_of


class CartError(Exception):
    """A change that was refused; the cart is as it was. `str()` is a translated sentence for the shopper."""


class QuantityOutOfRange(CartError):  # noqa: N818 - named for what is the case
    """A quantity, or a sum of quantities, that is not from 1 to MAX_QUANTITY."""

    def __str__(self) -> str:
        return _("Choose a quantity from 1 to %(most)d.") % {"most": MAX_QUANTITY}


class UnknownSku(CartError):  # noqa: N818
    """No such variant is sold: there is none, or its product is not published."""

    def __str__(self) -> str:
        return _("This product is not sold any more.")


class CartFull(CartError):  # noqa: N818
    """The cart has MAX_LINES already."""

    def __str__(self) -> str:
        return _("Your cart is full: it holds %(most)d different things. Take one out first.") % {
            "most": MAX_LINES
        }


class NotInCart(CartError):  # noqa: N818
    """The cart has no line of this SKU."""

    def __str__(self) -> str:
        return _("This product is not in your cart any more.")


class NotEnoughStock(CartError):  # noqa: N818
    """Fewer are in stock than were asked for: `left` in all, `in_cart` of them in this cart already."""

    def __init__(self, *, name: str, left: int, in_cart: int = 0) -> None:
        super().__init__(name, left, in_cart)
        self.name, self.left, self.in_cart = name, left, in_cart

    def __str__(self) -> str:
        sentence = left_of(self.name, self.left)
        if self.left and self.in_cart:
            sentence += " " + ngettext(
                "%(in_cart)d is in your cart already.", "%(in_cart)d are in your cart already.", self.in_cart
            ) % {"in_cart": self.in_cart}
        return sentence


@transaction.atomic
def add_to_cart(*, cart: Cart, sku: str, quantity: int, source: str = "") -> CartLine:
    """Add `quantity` to what the cart has of this variant already, and save the cart if it is new.

    `source` names the list that it was added from; the line keeps the last one that had a name.
    Raises QuantityOutOfRange, UnknownSku, CartFull and NotEnoughStock.
    """
    _check_range(quantity)
    variant = _sold_variant(sku)
    save_and_lock(cart)
    line = _line(cart, sku) or _new_line(cart, variant)
    line.price_minor, line.source = variant.price_minor, source or line.source
    _tell_added(cart, variant, quantity, source)
    return _set_quantity(line, line.quantity + quantity, in_cart=line.quantity)


@transaction.atomic
def change_quantity(*, cart: Cart, sku: str, quantity: int) -> CartLine:
    """Make a line's quantity `quantity`.

    Raises QuantityOutOfRange, NotInCart, UnknownSku and NotEnoughStock.
    """
    _check_range(quantity)
    line = _locked_line(cart, sku)
    if not line.variant.product.is_published:
        raise UnknownSku
    return _set_quantity(line, quantity)


@transaction.atomic
def remove_line(*, cart: Cart, sku: str) -> CartLine:
    """Take a line out, whatever its variant's state, and return it as it was. Raises NotInCart."""
    line = _locked_line(cart, sku)
    line.delete()
    return line


def _tell_added(cart: Cart, variant: Variant, quantity: int, source: str) -> None:
    what = {"variant_id": variant.pk, "product_id": variant.product_id, "quantity": quantity}
    whose = {"customer_id": cart.customer_id, "token": cart.token}
    transaction.on_commit(partial(added_to_cart.send_robust, sender=Cart, source=source, **what, **whose))


def _check_range(quantity: int) -> None:
    if not 1 <= quantity <= MAX_QUANTITY:
        raise QuantityOutOfRange


def _sold_variant(sku: str) -> Variant:
    variants = Variant.objects.select_related("product").filter(product__is_published=True)
    variant = variants.filter(sku=sku).first()
    if variant is None:
        raise UnknownSku
    return variant


def save_and_lock(cart: Cart) -> None:
    """Make the row, or touch it, and hold its lock to the end of the transaction.

    The changes of one cart come one after the other, so that two adds of a SKU sum up. A guest has one cart a
    token, a customer one in all.
    """
    owner = "token" if cart.customer_id is None else "customer"
    Cart.objects.bulk_create(
        [cart], update_conflicts=True, unique_fields=[owner], update_fields=["updated_at"]
    )


def _locked_line(cart: Cart, sku: str) -> CartLine:
    if cart.pk is None:
        raise NotInCart
    save_and_lock(cart)
    line = _line(cart, sku)
    if line is None:
        raise NotInCart
    return line


def _line(cart: Cart, sku: str) -> CartLine | None:
    return CartLine.objects.select_related("variant__product").filter(cart=cart, variant__sku=sku).first()


def _new_line(cart: Cart, variant: Variant) -> CartLine:
    if CartLine.objects.filter(cart=cart).count() >= MAX_LINES:
        raise CartFull
    return CartLine(cart=cart, variant=variant, quantity=0)


def _set_quantity(line: CartLine, quantity: int, *, in_cart: int = 0) -> CartLine:
    _check_range(quantity)
    if quantity > line.variant.stock:
        raise NotEnoughStock(name=line.variant.full_name, left=line.variant.stock, in_cart=in_cart)
    line.quantity = quantity
    line.save()
    return line

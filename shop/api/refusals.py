"""What carts, wish-lists, orders and accounts refuse, as the API says it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from rest_framework.exceptions import APIException

from ..order_states import OrderError
from ..quotes import CouponRefused
from ..services.accounts import AccountError, OrdersUnderWay, StaffAccount
from ..services.addresses import TooManyAddresses
from ..services.cart import (
    CartError,
    CartFull,
    NotEnoughStock,
    NotInCart,
    QuantityOutOfRange,
    UnknownSku,
)
from ..services.orders import AnotherRequest, CannotBeBought, EmptyCart, NotDelivered, QuoteChanged
from ..services.payments import ProviderSilent
from ..services.wishlist import UnknownProduct, WishError, WishListFull

_REFUSALS: Final[Mapping[type[Exception], tuple[int, str]]] = {
    NotInCart: (404, "not_in_cart"),
    UnknownSku: (422, "unknown_sku"),
    QuantityOutOfRange: (422, "quantity_out_of_range"),
    NotEnoughStock: (422, "not_enough_stock"),
    CartFull: (422, "cart_full"),
    UnknownProduct: (404, "not_found"),
    WishListFull: (422, "wishlist_full"),
    CouponRefused: (422, "coupon_refused"),
    AnotherRequest: (422, "idempotency_key_reused"),
    EmptyCart: (422, "cart_empty"),
    CannotBeBought: (422, "cannot_be_bought"),
    NotDelivered: (422, "not_delivered"),
    QuoteChanged: (422, "total_changed"),
    ProviderSilent: (503, "payment_provider_silent"),
    TooManyAddresses: (422, "too_many_addresses"),
    OrdersUnderWay: (422, "orders_under_way"),
    StaffAccount: (403, "staff_account"),
}


class Refused(APIException):
    def __init__(self, error: Exception) -> None:
        self.status_code, code = _REFUSALS[type(error)]
        super().__init__(str(error), code)


@contextmanager
def refusals() -> Iterator[None]:
    try:
        yield
    except (CartError, WishError, OrderError, AccountError, TooManyAddresses) as error:
        raise Refused(error) from error

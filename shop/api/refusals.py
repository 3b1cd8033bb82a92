"""What carts and wish-lists refuse, as the API says it."""

from collections.abc import Iterator
from contextlib import contextmanager

from rest_framework.exceptions import APIException

from ..services.cart import (
    CartError,
    CartFull,
    NotEnoughStock,
    NotInCart,
    QuantityOutOfRange,
    UnknownSku,
)
from ..services.wishlist import UnknownProduct, WishError, WishListFull

_REFUSALS: dict[type[Exception], tuple[int, str]] = {
    NotInCart: (404, "not_in_cart"),
    UnknownSku: (422, "unknown_sku"),
    QuantityOutOfRange: (422, "quantity_out_of_range"),
    NotEnoughStock: (422, "not_enough_stock"),
    CartFull: (422, "cart_full"),
    UnknownProduct: (404, "not_found"),
    WishListFull: (422, "wishlist_full"),
}


class Refused(APIException):
    def __init__(self, error: CartError | WishError) -> None:
        self.status_code, code = _REFUSALS[type(error)]
        super().__init__(str(error), code)


@contextmanager
def refusals() -> Iterator[None]:
    try:
        yield
    except (CartError, WishError) as error:
        raise Refused(error) from error

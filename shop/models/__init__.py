"""Who buys it, and how."""

from .address import MAX_ADDRESSES, Address
from .cart import MAX_LINES, MAX_QUANTITY, SOURCE_LENGTH, Cart, CartLine
from .coupon import Coupon, CouponKind, CouponUse
from .delivery import EVERYWHERE, ShippingMethod, ShippingRate, TaxRate
from .dispute import Dispute, DisputeState
from .mail import MailKind, OutgoingMail
from .order import Order, OrderEvent, OrderLine, OrderState, is_token_of
from .payment import (
    OPEN_PAYMENTS,
    Payment,
    PaymentState,
    ProviderEvent,
    Refund,
    RefundState,
    TestCardCharge,
)
from .restock import RestockNotice
from .stock import MovementKind, ReservationState, StockMovement, StockReservation
from .viewing import MAX_VIEWINGS, Viewing
from .wishlist import MAX_WISHES, Wish, WishList

__all__ = [
    "EVERYWHERE",
    "MAX_ADDRESSES",
    "MAX_LINES",
    "MAX_QUANTITY",
    "MAX_VIEWINGS",
    "MAX_WISHES",
    "OPEN_PAYMENTS",
    "SOURCE_LENGTH",
    "Address",
    "Cart",
    "CartLine",
    "Coupon",
    "CouponKind",
    "CouponUse",
    "Dispute",
    "DisputeState",
    "MailKind",
    "MovementKind",
    "Order",
    "OrderEvent",
    "OrderLine",
    "OrderState",
    "OutgoingMail",
    "Payment",
    "PaymentState",
    "ProviderEvent",
    "Refund",
    "RefundState",
    "ReservationState",
    "RestockNotice",
    "ShippingMethod",
    "ShippingRate",
    "StockMovement",
    "StockReservation",
    "TaxRate",
    "TestCardCharge",
    "Viewing",
    "Wish",
    "WishList",
    "is_token_of",
]

"""What a cart would cost as an order: for the pages, and for the service that places orders."""

from .coupons import CouponRefused, check_coupon, find_coupon
from .delivery import DeliveryOption, delivery_countries, delivery_options, preset_country, tax_percent
from .quote import Quote, QuoteLine, Wish, cart_lines_to_buy, goods_to_buy, quote, quote_of

__all__ = [
    "CouponRefused",
    "DeliveryOption",
    "Quote",
    "QuoteLine",
    "Wish",
    "cart_lines_to_buy",
    "check_coupon",
    "delivery_countries",
    "delivery_options",
    "find_coupon",
    "goods_to_buy",
    "preset_country",
    "quote",
    "quote_of",
    "tax_percent",
]

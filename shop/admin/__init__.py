"""What the shop's people see and do. Changes go through the services, as everywhere."""

from . import carts, coupons, delivery, mails, orders, stock

__all__ = ["carts", "coupons", "delivery", "mails", "orders", "stock"]

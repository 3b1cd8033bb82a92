"""A customer, a guest, somebody who keeps the shop, and one of each thing that operations are about."""

from dataclasses import asdict
from typing import Any

from django.test import Client

from catalog.models import Product
from shop.models import Coupon
from tests.accounts.people import PASSWORD, make_customer, new_email
from tests.orders import kit
from tests.photo_search.shop import photo

from .customer import Customer, make_staff
from .guest import Guest

ADDRESS = {part: value for part, value in asdict(kit.ADDRESS).items() if value}


class World:
    """What the operations are about: a customer and a guest who have one of each, and others."""

    def __init__(self, products: list[Product]) -> None:
        self.product = products[4]
        self.sku = self.product.variants.get().sku
        self.email = make_customer().email
        self.guest, self.owner, self.other = Guest(), Customer(), Customer()
        self.staff = Customer(make_staff())
        Coupon.objects.create(code="SPRING", kind="percent", percent=10)
        for customer in (self.other, self.staff):
            customer.post("cart/lines/", sku=products[3].variants.get().sku, quantity=1)
        for holder in (self.guest, self.owner):
            holder.post("cart/lines/", sku=self.sku, quantity=1)
            holder.put(f"wishlist/{self.product.slug}/")
        kit.make_delivery()
        self.address = self.owner.post("account/addresses/", **ADDRESS).json()["id"]
        self.order = self.owner.buys(products[2].variants.get(), payment_choice="confirm")
        self.search, self.another = (
            Client().post("/api/v1/visual-searches/", {"photo": photo(4)}).json() for _ in "ab"
        )

    def headers(self, who: str) -> dict[str, str]:
        """Of somebody who shows all tokens that they have."""
        if who == "expired":
            self.owner.delete("auth/session/")
        owners = {**self.owner.headers, "Search-Token": self.search["token"]}
        return {
            "nobody": {},
            "staff": self.staff.headers,
            "guest": {**self.guest.headers, "Order-Token": self.order.token},
            "owner": owners,
            "other": {**self.other.headers, "Search-Token": self.another["token"]},
            "expired": {
                **self.owner.headers,
                "Guest-Token": f"{self.guest.token}x",
                "Search-Token": f"{self.search['token']}x",
                "Order-Token": f"{self.order.token}x",
            },
        }[who]

    def path(self, path: str) -> str:
        return path.format(**self.known(path))

    def known(self, path: str) -> dict[str, str]:
        """What the parameters in a path stand for."""
        number = self.address if "addresses" in path else self.order.number
        known = {"sku": self.sku, "token": self.search["id"], "slug": self.product.slug}
        return {**known, "code": "DE", "number": str(number)}

    def body(self, name: str) -> dict[str, Any] | None:
        """None where nothing is sent."""
        bodies: dict[str, dict[str, Any]] = {
            "cart_coupon_update": {"code": "SPRING"},
            "cart_lines_create": {"sku": self.sku, "quantity": 2},
            "cart_lines_partial_update": {"quantity": 2},
            "orders_create": {"email": "ada@example.com", "address": ADDRESS, "payment_method": "invoice"},
            "orders_confirmation_create": {"agreed": True},
            "account_partial_update": {"name": "Ada"},
            "account_password_create": {"current_password": PASSWORD, "new_password": "another-sentence-43"},
            "account_email_create": {"email": new_email(), "password": PASSWORD},
            "account_deletion_create": {"password": PASSWORD},
            "account_addresses_create": ADDRESS,
            "account_addresses_update": ADDRESS,
            "auth_login": {"email": self.email, "password": PASSWORD},
            "auth_signup": {"email": new_email(), "password": PASSWORD},
            "auth_code_create": {"email": self.email},
            "auth_code_confirm": {"code": "ABC-DEF"},
            "auth_email_confirm": {"key": "made-up"},
            "auth_password_reset": {"email": self.email},
            "auth_password_reset_confirm": {"key": "made-up", "password": PASSWORD},
            "auth_refresh": {"refresh_token": self.owner.tokens["refresh_token"]},
        }
        return bodies.get(name)

"""A shopper over HTTP, with cookies of their own, from the cart to the order."""

import http.client
import re
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Final
from urllib.parse import urlencode

TIMEOUT_SECONDS: Final = 120
ADDRESS: Final = {
    "email": "ada@example.com",
    "name": "Ada Adler",
    "street_address": "Lange Gasse 1",
    "city": "Berlin",
    "postal_code": "10115",
    "country_code": "DE",
    "shipping_method": "standard",
    "payment_method": "test",
    "payment_choice": "succeed",
}
_HIDDEN: Final = re.compile(r'<input type="hidden" name="(csrfmiddlewaretoken|key|seen)" value="([^"]*)"')


@dataclass(frozen=True)
class Answer:
    """`location` is where it leads, if anywhere."""

    status: int
    location: str
    page: str

    @property
    def is_order(self) -> bool:
        return self.status == http.client.SEE_OTHER and self.location.startswith("/orders/")

    @property
    def is_refusal(self) -> bool:
        """A page that says why."""
        return self.status == http.client.UNPROCESSABLE_ENTITY and 'role="alert"' in self.page


@dataclass
class Shopper:
    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def ready(self, *skus: str, coupon: str = "") -> dict[str, str]:
        """Fills the cart and opens the checkout: the form that is left to be sent."""
        page = self.get("/").page
        for sku in skus:
            self.post("/cart/add/", self._form(page) | {"sku": sku, "quantity": "1"})
        page = self.get("/checkout/").page
        if coupon:
            page = self.post("/checkout/", self._form(page) | {"act": "coupon", "coupon": coupon}).page
        return self._form(page) | ADDRESS

    def order(self, form: Mapping[str, str]) -> Answer:
        return self.post("/checkout/", form)

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, "")

    def post(self, path: str, fields: Mapping[str, str]) -> Answer:
        return self._ask("POST", path, urlencode(fields))

    def _form(self, page: str) -> dict[str, str]:
        return dict(_HIDDEN.findall(page))

    def _ask(self, method: str, path: str, body: str) -> Answer:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT_SECONDS)) as link:
            link.request(method, path, body or None, headers)
            response = link.getresponse()
            page = response.read().decode(errors="replace")
        for name, morsel in SimpleCookie(", ".join(response.headers.get_all("Set-Cookie", []))).items():
            self.cookies[name] = morsel.value
        return Answer(response.status, response.headers.get("Location", ""), page)

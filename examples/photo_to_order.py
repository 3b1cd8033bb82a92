"""From a photo to an order, with nothing but Python: `python examples/photo_to_order.py URL PHOTO.jpg`."""

import json
import sys
import uuid
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

ADDRESS = {
    "country_code": "DE",
    "name": "Ada Adler",
    "street_address": "Lange Gasse 1",
    "postal_code": "10115",
    "city": "Berlin",
}


class Shop:
    """The API of a shop. Refusals are raised as RuntimeError, with their code and sentence."""

    def __init__(self, url: str) -> None:
        self._root = f"{url.rstrip('/')}/api/v1/"
        self._headers = {"Accept-Language": "en"}

    def become_a_guest(self) -> None:
        self._headers["Guest-Token"] = self._send("POST", "carts/")["token"]

    def search_with(self, photo: bytes, **fields: str) -> dict[str, Any]:
        boundary = uuid.uuid4().hex
        parts = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in fields.items()
        ]
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="photo"; filename="photo.jpg"\r\n'
        parts += [
            head.encode(),
            b"Content-Type: image/jpeg\r\n\r\n",
            photo,
            f"\r\n--{boundary}--\r\n".encode(),
        ]
        return self._send(
            "POST", "visual-searches/", b"".join(parts), f"multipart/form-data; boundary={boundary}"
        )

    def forget(self, search: dict[str, Any]) -> None:
        self._headers["Search-Token"] = search["token"]
        self._send("DELETE", f"visual-searches/{search['id']}/")

    def put_into_cart(self, sku: str, quantity: int = 1) -> dict[str, Any]:
        body = json.dumps({"sku": sku, "quantity": quantity}).encode()
        return self._send("POST", "cart/lines/", body, "application/json")

    def quote(self, country: str) -> dict[str, Any]:
        """What the cart costs there, and by which ways it can be sent and paid."""
        return self._send("GET", f"cart/quote/?country={country}")

    def order(self, key: str, **details: Any) -> dict[str, Any]:
        """Sent again with the same key, it is the same order: after a cut connection, just try again."""
        self._headers["Idempotency-Key"] = key
        return self._send("POST", "orders/", json.dumps(details).encode(), "application/json")

    def look_at(self, order: dict[str, Any]) -> dict[str, Any]:
        self._headers["Order-Token"] = order["token"]
        return self._send("GET", f"orders/{order['number']}/")

    def _send(self, method: str, path: str, body: bytes | None = None, kind: str = "") -> dict[str, Any]:
        headers = self._headers | ({"Content-Type": kind} if kind else {})
        request = Request(self._root + path, data=body, headers=headers, method=method)
        try:
            with urlopen(request, timeout=30) as answer:
                text = answer.read()
        except HTTPError as error:
            problem = json.load(error)
            raise RuntimeError(f"{problem['code']}: {problem['detail']}") from error
        found: dict[str, Any] = json.loads(text) if text else {}
        return found


def main(url: str, photo: str) -> None:
    shop = Shop(url)
    found = shop.search_with(Path(photo).read_bytes(), limit="5")
    for result in found["results"]:
        product = result["product"]
        print(f"{result['similarity']:.2f}  {product['title']}  {product['price']['text']}")
    variants = [variant for result in found["results"] for variant in result["product"]["variants"]]
    sku = next(variant["sku"] for variant in variants if variant["stock"])
    shop.become_a_guest()
    cart = shop.put_into_cart(sku)
    print(f"In the cart: {cart['items']}, {cart['totals'][0]['text']}")
    shop.forget(found)
    order(shop)


def order(shop: Shop) -> None:
    quote = shop.quote(ADDRESS["country_code"])
    key = str(uuid.uuid4())  # kept by an app until it has the answer
    details = {
        "email": "ada@example.com",
        "address": ADDRESS,
        "shipping_method": quote["shipping_methods"][0]["code"],
        "payment_method": "invoice",
        "seen": quote["seen"],
    }
    placed = shop.order(key, **details)
    same = shop.order(key, **details)
    now = shop.look_at(placed)
    print(f"Ordered: {same['number']}, {now['total']['text']}, {now['state']}")


if __name__ == "__main__":
    main(*sys.argv[1:3])

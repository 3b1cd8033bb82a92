"""The requests that are measured."""

import re
from dataclasses import dataclass

from catalog.models import Product

from .http_timing import Request, UnexpectedAnswer, fetch

TILE = 'data-product="'
_BOUNDARY = "----------------------------1f0c2d3e4b5a"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class PhotoForm:
    """The photo form as one visitor's browser holds it."""

    token: str
    cookie: str

    @classmethod
    def opened(cls, port: int) -> "PhotoForm":
        """Raises UnexpectedAnswer."""
        answer = fetch(port, Request("/visual-search/", 'name="photo"'))
        found = _TOKEN.search(answer.page)
        if found is None:
            raise UnexpectedAnswer("The photo form has no CSRF token.")
        return cls(found[1], answer.cookies["csrftoken"])

    def search(self, photo: bytes) -> Request:
        part = f"--{_BOUNDARY}\r\nContent-Disposition: form-data; name="
        head = (
            f'{part}"csrfmiddlewaretoken"\r\n\r\n{self.token}\r\n'
            f'{part}"photo"; filename="photo.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
        )
        headers = {
            "Content-Type": f"multipart/form-data; boundary={_BOUNDARY}",
            "Cookie": f"csrftoken={self.cookie}",
        }
        body = head.encode() + photo + f"\r\n--{_BOUNDARY}--\r\n".encode()
        return Request("/visual-search/", TILE, "POST", body, headers)


def product_pages(count: int) -> list[Request]:
    """Pages of products spread over the catalogue."""
    return [Request(f"/p/{slug}/", "<h1>") for slug in slugs_of_products(count)]


def similar_fragments(count: int) -> list[Request]:
    """The row of similar looks of the same products, as the page asks for it."""
    return [
        Request(f"/p/{slug}/similar/", TILE, headers={"HX-Request": "true"})
        for slug in slugs_of_products(count)
    ]


def slugs_of_products(count: int) -> list[str]:
    """Spread over the catalogue."""
    slugs = list(Product.objects.published().in_stock().order_by("pk").values_list("slug", flat=True))
    return slugs[:: max(1, len(slugs) // count)][:count]

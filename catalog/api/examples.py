"""What answers look like, for who reads the schema."""

from typing import Any

from drf_spectacular.utils import OpenApiExample

_MEDIA = "https://shop.example/media/thumbnails/7-3f2a91c04b6d"

MONEY = {"amount": "19.99", "minor": 1999, "currency": "EUR", "text": "€19.99"}
IMAGE = {
    "url": f"{_MEDIA}/480w.webp",
    "width": 1080,
    "height": 1440,
    "alt": "Linen shirt in blue",
    "sources": [{"url": f"{_MEDIA}/{width}w.webp", "width": width} for width in (160, 320, 480)],
}
TILE = {
    "slug": "linen-shirt",
    "title": "Linen shirt",
    "url": "https://shop.example/p/linen-shirt/",
    "brand": "Moss",
    "price": MONEY,
    "price_varies": False,
    "image": IMAGE,
    "colours": ["Blue"],
    "in_stock": True,
    "variants": [{"sku": "SHIRT-BLUE-M", "label": "M", "price": MONEY, "stock": 5}],
}
PRODUCT = {
    "slug": "linen-shirt",
    "title": "Linen shirt",
    "url": "https://shop.example/p/linen-shirt/",
    "description": "Woven from European flax.",
    "brand": "Moss",
    "type": "Shirt",
    "gender": "women",
    "categories": [{"name": "Women", "url": "https://shop.example/c/women/"}],
    "price": MONEY,
    "price_varies": False,
    "in_stock": True,
    "images": [{"image": IMAGE, "small_url": f"{_MEDIA}/160w.webp", "original_url": f"{_MEDIA}.jpg"}],
    "variants": [{"sku": "SHIRT-BLUE-M", "colour": "Blue", "size": "M", "price": MONEY, "stock": 5}],
    "facts": [{"name": "Fabric", "value": "Linen"}],
    "invented": [],
}


def shown(value: Any, status: int = 200) -> list[OpenApiExample]:
    """The one example of an operation's answer."""
    return [OpenApiExample("an answer", value=value, response_only=True, status_codes=[str(status)])]

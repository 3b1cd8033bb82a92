"""A small shop that has seen its own pictures."""

from playwright.sync_api import FilePayload

from catalog.models import Product
from tests.factories import make_category, make_jpeg, make_product
from tests.similar_looks.gallery import embed

SHIRTS = 12


def fill_shop() -> list[Product]:
    """Shirts of one category, blue and red in turn; the picture of number n has seed n."""
    category = make_category(name="Shirts")
    shirts = [
        make_product(title=f"Shirt {n}", category=category, colours=["Red" if n % 2 else "Blue"], seed=n)
        for n in range(SHIRTS)
    ]
    embed(shirts)
    return shirts


def photo(*, seed: int) -> FilePayload:
    """As a shopper chooses it; looks like the shirt of that number."""
    data = make_jpeg(seed=seed, width=480, height=640)
    return {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": data}

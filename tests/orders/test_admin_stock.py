"""A person's edit of stock and what is sold meanwhile both count."""

import re

import pytest
from django.test import Client

from catalog.models import Variant

from .kit import buy

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("holds")]


def fields_of(page: str) -> dict[str, str]:
    """What a browser would send back of the variants' forms."""
    values = {}
    for tag in re.findall(r"<input [^>]*variants-[^>]*>", page):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and "__prefix__" not in name[1] and "checkbox" not in tag:
            values[name[1]] = value[1] if value else ""
    return values


@pytest.mark.parametrize(("typed", "left"), [("5", 3), ("10", 8), ("0", 0)])
def test_an_edit_counts_from_what_was_shown(
    admin_client: Client, shirt: Variant, typed: str, left: int
) -> None:
    product = shirt.product
    url = f"/admin/catalog/product/{product.pk}/change/"
    fields = fields_of(admin_client.get(url).content.decode())
    buy(shirt, quantity=2)
    fields |= {
        "variants-0-stock": typed,
        "images-TOTAL_FORMS": "0",
        "images-INITIAL_FORMS": "0",
        "title": product.title,
        "slug": product.slug,
        "category": str(product.category_id),
        "product_type": "Shirt",
        "gender": "unisex",
        "attributes": "{}",
        "is_published": "on",
    }
    assert admin_client.post(url, fields).status_code == 302
    shirt.refresh_from_db()
    assert shirt.stock == left

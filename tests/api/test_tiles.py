"""Tiles are written out by hand; the serializers beside them say for the schema what they hold."""

import pytest
from django.test import Client

from catalog.api.tiles import ImageSerializer, MoneySerializer, TileSerializer, TileVariantSerializer
from tests.factories import make_product

pytestmark = pytest.mark.django_db


def test_each_part_has_what_the_schema_says(client: Client) -> None:
    make_product()
    (tile,) = client.get("/api/v1/products/").json()["results"]
    parts = {
        TileSerializer: tile,
        MoneySerializer: tile["price"],
        ImageSerializer: tile["image"],
        TileVariantSerializer: tile["variants"][0],
    }
    for serializer, part in parts.items():
        assert list(part) == list(serializer().fields)

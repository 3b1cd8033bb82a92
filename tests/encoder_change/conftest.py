from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import pytest

from catalog.models import Product, ProductImage
from recommendations.models import Encoder, EncoderSwitch
from recommendations.services.embedding import embed_images
from recommendations.services.encoders import switch_encoder
from tests.factories import make_product

NEXT = "vitrine-1"
Switch = Callable[..., EncoderSwitch | None]


def fill(key: str | None = None) -> None:
    ids = list(ProductImage.objects.values_list("pk", flat=True))
    embed_images(image_ids=ids, encoder_key=key)


@pytest.fixture
def shirts(db: None) -> list[Product]:
    """Known to the colour histogram, which the settings name."""
    shirts = [make_product() for _ in range(6)]
    fill()
    return shirts


@pytest.fixture
def successor(shirts: list[Product]) -> Encoder:
    """Another encoder that knows no picture yet."""
    return Encoder.objects.ensure(NEXT)


@pytest.fixture
def switch() -> Switch:
    return partial(switch_encoder, by="owner", now=datetime(2030, 1, 1, tzinfo=UTC))

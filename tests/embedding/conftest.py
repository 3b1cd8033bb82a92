from collections.abc import Callable

import pytest

from catalog.models import ProductImage
from recommendations.models import Encoder, ImageEmbedding
from recommendations.selectors import active_encoder
from tests.factories import make_product


@pytest.fixture
def encoder(db: None) -> Encoder:
    return active_encoder()


@pytest.fixture
def image(db: None) -> ProductImage:
    return make_product().images.get()


@pytest.fixture
def images(db: None) -> list[ProductImage]:
    return list(make_product(images=3).images.all())


@pytest.fixture
def row_of(encoder: Encoder) -> Callable[[ProductImage], ImageEmbedding]:
    """The active encoder's row of an image."""
    return lambda image: ImageEmbedding.objects.of(encoder).get(image=image)

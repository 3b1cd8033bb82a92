import pytest

from catalog.models import Product
from tests.similar_looks.gallery import make_gallery


@pytest.fixture
def shop(db: None) -> list[Product]:
    """Ten products in stock with vectors, seeds 0 to 9."""
    return [make_gallery(1, seed=seed)[0] for seed in range(10)]

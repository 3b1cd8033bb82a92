import pytest

from catalog.models import Variant
from tests.factories import make_product


@pytest.fixture
def shirt(db: None) -> Variant:
    """Five in stock at €19.99."""
    return make_product(title="Linen shirt", colours=["Blue"], sizes=["M"], stock=5).variants.get()

from collections.abc import Iterator

import pytest

from catalog.models import Variant
from tests.factories import make_product

from .kit import assert_all_holds, make_delivery


@pytest.fixture
def delivery(db: None) -> None:
    """Standard delivery everywhere for €4.90."""
    make_delivery()


@pytest.fixture
def shirt(delivery: None) -> Variant:
    """Five in stock at €19.99."""
    return make_product(title="Linen shirt", colours=["Blue"], sizes=["M"], stock=5, images=0).variants.get()


@pytest.fixture
def holds(db: None) -> Iterator[None]:
    """After the test, all that must hold of orders holds."""
    yield
    assert_all_holds()

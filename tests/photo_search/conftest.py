from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from catalog.models import Category, Product
from tests.made_once import MadeOnce, made_once
from tests.similar_looks.gallery import make_gallery


def make_shop() -> list[Product]:
    """Ten products in stock with vectors, seeds 0 to 9."""
    return [make_gallery(1, seed=seed)[0] for seed in range(10)]


@pytest.fixture(scope="module")
def shop_once(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[MadeOnce[list[Product]]]:
    with made_once(django_db_blocker, make_shop) as made:
        yield made


@pytest.fixture
def shop(shop_once: MadeOnce[list[Product]], db: None) -> list[Product]:
    return shop_once.again()


@pytest.fixture
def no_shop(db: None) -> None:
    """For a test that starts from other goods than the other tests of its file."""
    Product.objects.all().delete()
    Category.objects.all().delete()

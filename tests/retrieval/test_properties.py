"""Any filter, any limit, any query: what the search says against a plain comparison of everything."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pytest
from django.db.models import Prefetch
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.filters import ProductFilters
from catalog.models import Gender, Product, ProductImage
from recommendations.models import Encoder
from recommendations.selectors import Match, nearest
from tests.factories import make_category, make_variant
from tests.retrieval.gallery import DIMENSION, make_encoder, make_look

TYPES, COLOURS, SIZES = ("Shirt", "Shoe", "Bag"), ("Blue", "Red", "Green"), ("S", "M")
PRICES = (500, 1000, 2000, 4000)
TOLERANCE = 2e-3
"""Of half-precision numbers."""


@dataclass(frozen=True)
class Shop:
    encoder: Encoder
    products: list[Product]
    categories: list[int]


@pytest.fixture
def shop(db: None) -> Shop:
    """Products with zero to four images, a third of them without stock, some hidden, two encoders."""
    rng = np.random.default_rng(7)
    encoder, other = make_encoder(), make_encoder("other")
    root = make_category()
    categories = [root, make_category(parent=root), make_category()]
    for number in range(50):
        product = make_look(
            encoder if number % 10 else other,
            *rng.normal(size=(rng.integers(0, 5), DIMENSION)),
            category=categories[number % 3],
            product_type=str(rng.choice(TYPES)),
            gender=str(rng.choice(Gender.values)),
            is_published=bool(rng.random() < 0.9),
            colours=(),
        )
        for colour in rng.choice(COLOURS, rng.integers(0, 3), replace=False):
            price, stock = int(rng.choice(PRICES)), int(rng.integers(0, 3))
            size = str(rng.choice(SIZES))
            make_variant(product, colour=str(colour), size=size, price_minor=price, stock=stock)
    images = ProductImage.objects.prefetch_related("embeddings")
    products = Product.objects.prefetch_related("variants", Prefetch("images", queryset=images))
    return Shop(encoder, list(products), [category.pk for category in categories])


def some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


def filters_of(shop: Shop) -> st.SearchStrategy[ProductFilters]:
    price = st.none() | st.sampled_from(PRICES)
    ids = [product.pk for product in shop.products]
    return st.builds(
        ProductFilters,
        category_id=st.none() | st.sampled_from(shop.categories),
        types=some(TYPES),
        genders=some(tuple(Gender.values)),
        colours=some(COLOURS),
        sizes=some(SIZES),
        price_min=price,
        price_max=price,
        in_stock=st.booleans(),
        exclude_product_ids=st.lists(st.sampled_from(ids), max_size=5, unique=True).map(tuple),
    )


def passes(product: Product, filters: ProductFilters, shop: Shop) -> bool:
    below = {shop.categories[0]: shop.categories[:2]}
    wanted = below.get(filters.category_id or 0, [filters.category_id])
    return (
        product.is_published
        and (filters.category_id is None or product.category_id in wanted)
        and (not filters.types or product.product_type in filters.types)
        and (not filters.genders or product.gender in filters.genders)
        and product.pk not in filters.exclude_product_ids
        and (not filters.narrows_variants or has_variant(product, filters))
    )


def has_variant(product: Product, filters: ProductFilters) -> bool:
    return any(
        (not filters.colours or variant.colour in filters.colours)
        and (not filters.sizes or variant.size in filters.sizes)
        and (filters.price_min is None or variant.price_minor >= filters.price_min)
        and (filters.price_max is None or variant.price_minor <= filters.price_max)
        and (variant.stock > 0 or not filters.in_stock)
        for variant in product.variants.all()
    )


def similarities(product: Product, query: np.ndarray, encoder: Encoder) -> dict[int, float]:
    """By image, of those with a vector."""
    vectors = {
        image.pk: np.array(row.vector)
        for image in product.images.all()
        for row in image.embeddings.all()
        if row.encoder_id == encoder.pk
    }
    scale = np.linalg.norm(query)
    return {pk: float(v @ query / (np.linalg.norm(v) * scale)) for pk, v in vectors.items()}


def check(matches: list[Match], expected: dict[int, dict[int, float]], limit: int) -> None:
    assert len(matches) == min(limit, len(expected))
    assert len({match.product_id for match in matches}) == len(matches)
    best = sorted((max(of_images.values()) for of_images in expected.values()), reverse=True)
    for match, true in zip(matches, best, strict=False):
        of_images = expected[match.product_id]
        assert match.similarity == pytest.approx(of_images[match.image_id], abs=TOLERANCE)
        assert match.similarity == pytest.approx(max(of_images.values()), abs=TOLERANCE)
        assert match.similarity == pytest.approx(true, abs=TOLERANCE)
    assert all(first.similarity >= second.similarity for first, second in pairwise(matches))


@pytest.mark.usefixtures("each_way")
def test_any_search_equals_the_plain_comparison(shop: Shop) -> None:
    @settings(max_examples=120, deadline=None)
    @given(
        filters=filters_of(shop),
        limit=st.sampled_from([1, 2, 3, 8, 60, 10**6]),
        query=st.lists(st.integers(-9, 9), min_size=DIMENSION, max_size=DIMENSION).filter(any),
    )
    def search(filters: ProductFilters, limit: int, query: list[int]) -> None:
        matches = nearest(query, filters=filters, limit=limit, encoder=shop.encoder)
        expected = {
            product.pk: seen
            for product in shop.products
            if passes(product, filters, shop)
            and (seen := similarities(product, np.array(query), shop.encoder))
        }
        check(matches, expected, limit)

    search()

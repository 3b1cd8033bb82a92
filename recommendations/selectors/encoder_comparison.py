"""Two encoders on the shop's own products: what each finds, how far they agree, whose labels fit better."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from django.db.models import CharField
from django.db.models.functions import MD5, Cast
from numpy.typing import ArrayLike

from catalog.filters import ProductFilters
from catalog.models import Product
from catalog.querysets import ProductQuerySet

from ..intervals import Share, mean_share
from ..models import Encoder, ImageEmbedding
from .matches import Match
from .similar import VIEWS
from .vector_search import nearest_to_any

NEIGHBOURS = 12
JUDGED = 5
"""So many of the first neighbours are compared by their labels."""
SAMPLE = 60
_Run = tuple[list[Match], float]
"""What was found, in how many seconds."""


@dataclass(frozen=True)
class Findings:
    """Of one encoder: the share of the JUDGED nearest that are of the product's own type, in all and by type,
    and the middle time of a search in milliseconds."""

    same_type: Share
    by_type: Mapping[str, Share]
    search_ms: float


@dataclass(frozen=True)
class Comparison:
    """`agreement`: the share of the NEIGHBOURS nearest that both encoders name. Counted of `sample` products
    of which both have a vector."""

    sample: int
    agreement: Share
    one: Findings
    other: Findings


def compare_encoders(*, one: Encoder, other: Encoder, sample: int = SAMPLE) -> Comparison:
    """On the same products each time, chosen by chance."""
    products = sample_products(one, other, count=sample)
    types = dict(Product.objects.values_list("pk", "product_type"))
    found = [[_timed(product, encoder) for product in products] for encoder in (one, other)]
    shared = [_agreement(first, second) for (first, _), (second, _) in zip(*found, strict=True)]
    findings = [_findings(products, runs, types) for runs in found]
    return Comparison(len(products), mean_share(shared), *findings)


def sample_products(*encoders: Encoder, count: int) -> list[Product]:
    """Published products that every one of the encoders has a vector of; the same ones each time."""
    return list(known_products(*encoders)[:count])


def known_products(*encoders: Encoder) -> ProductQuerySet:
    """All of those, in an order that is by chance and always the same."""
    products = Product.objects.published()
    for encoder in encoders:
        products = products.filter(pk__in=ImageEmbedding.objects.of(encoder).ready().values("image__product"))
    return products.order_by(MD5(Cast("pk", CharField())))


def neighbours(*, product: Product, encoder: Encoder, limit: int = NEIGHBOURS) -> list[Match]:
    """The products that look most like it, of whatever department: what the encoder alone says."""
    rows = ImageEmbedding.objects.of(encoder).ready().filter(image__product=product)
    vectors = rows.order_by("image__position", "image_id").values_list("vector", flat=True)[:VIEWS]
    return neighbours_of([vector for vector in vectors if vector is not None], product, encoder, limit)


def neighbours_of(
    vectors: Sequence[ArrayLike], product: Product | None, encoder: Encoder, limit: int = NEIGHBOURS
) -> list[Match]:
    """Those of some vectors of `encoder`, without `product`."""
    filters = ProductFilters(exclude_product_ids=(product.pk,) if product else ())
    return nearest_to_any(vectors, filters=filters, limit=limit, encoder=encoder)


def _findings(products: Sequence[Product], runs: Sequence[_Run], types: Mapping[int, str]) -> Findings:
    shares: dict[str, list[float]] = {}
    for product, (matches, _seconds) in zip(products, runs, strict=True):
        shares.setdefault(product.product_type, []).append(_same_type(product, matches, types))
    return Findings(
        same_type=mean_share([share for of_type in shares.values() for share in of_type]),
        by_type={kind: mean_share(shares[kind]) for kind in sorted(shares)},
        search_ms=median([1000 * seconds for _matches, seconds in runs] or [0.0]),
    )


def _timed(product: Product, encoder: Encoder) -> _Run:
    started = perf_counter()
    return neighbours(product=product, encoder=encoder), perf_counter() - started


def _agreement(first: Sequence[Match], second: Sequence[Match]) -> float:
    return len(_ids(first) & _ids(second)) / (max(len(first), len(second)) or 1)


def _ids(matches: Sequence[Match]) -> set[int]:
    return {match.product_id for match in matches}


def _same_type(product: Product, matches: Sequence[Match], types: Mapping[int, str]) -> float:
    judged = matches[:JUDGED]
    same = sum(types[match.product_id] == product.product_type for match in judged)
    return same / len(judged) if judged else 0.0

"""What a product's first picture suggests about it.

By the shop's own products that look most like it; where they do not agree, by what the encoder reads from it,
if that is a word of the shop.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Min, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.models import Gender, Product, ProductImage, Variant

from ..label_reading import read_labels
from ..models import Encoder, ImageEmbedding
from ..ranking import looks_of
from .catalogue_search import nearest_of_all
from .encoders import active_encoder, looks_from
from .matches import Match
from .vectors import vectors_of

VOTERS = 12
LEAST_SHARE = 0.5
"""Below it the neighbours do not agree, and the encoder is not sure."""
SAME = 0.985
"""Cosine of the looks from which two pictures show the same thing."""
_LOOKED_AT = 24
FIELDS: dict[str, str | Promise] = {"product_type": _("Type"), "colour": _("Colour"), "gender": _("For")}
_HEADS = {"product_type": "type", "colour": "colour", "gender": "gender"}
Vote = tuple[str, float]
"""A value, and how much speaks for it, from 0 to 1."""


@dataclass(frozen=True)
class Suggestion:
    """`value` of a field, as `share` of the neighbours have it, or as the encoder reads it with that
    probability (`is_read`); `said` is its name, and `present` that of what the product says now."""

    field: str
    label: str | Promise
    value: str
    said: str
    share: float
    present: str
    is_read: bool = False

    @property
    def is_news(self) -> bool:
        return self.said != self.present

    @property
    def percent(self) -> int:
        return round(100 * self.share)


@dataclass(frozen=True)
class Duplicate:
    """A product that shows the same; `is_same_file` if to the byte."""

    product: Product
    sku: str
    image: ProductImage
    similarity: float
    is_same_file: bool


@dataclass(frozen=True)
class Suggestions:
    """`is_waiting`: the picture has no vector yet. `voters` is how many products were asked."""

    is_waiting: bool
    voters: int
    values: list[Suggestion]
    duplicates: list[Duplicate]


def suggestions_for(*, product: Product) -> Suggestions:
    """Of its first picture, in a constant number of queries; nothing of a product without one."""
    encoder = active_encoder()
    rows = ImageEmbedding.objects.of(encoder).ready().current().filter(image__product=product)
    first = rows.select_related("image").order_by("image__position", "image_id").first()
    matches: list[Match] = []
    if first is not None and first.vector is not None:
        found = nearest_of_all(first.vector, limit=_LOOKED_AT + 1, encoder=encoder)
        matches = [match for match in found if match.product_id != product.pk][:_LOOKED_AT]
    digests = list(product.images.values_list("digest", flat=True))
    neighbours = Product.objects.prefetch_related("variants").in_bulk([match.product_id for match in matches])
    voters = [neighbours[match.product_id] for match in matches[:VOTERS]]
    return Suggestions(
        is_waiting=first is None and bool(digests),
        voters=len(voters),
        values=_values(product, voters, read_labels(first.image, encoder_key=encoder.key) if first else {}),
        duplicates=_duplicates(product, _same(first, matches, encoder) if first else {}, digests),
    )


def _values(product: Product, voters: Sequence[Product], read: Mapping[str, Vote]) -> list[Suggestion]:
    votes = {
        "product_type": _most([{one.product_type} for one in voters]),
        "colour": _most([{variant.colour for variant in one.variants.all()} for one in voters]),
        "gender": _most([{one.gender} for one in voters]),
    }
    present = {
        "product_type": product.product_type,
        "colour": _one_colour(product),
        "gender": product.gender,
    }
    found = []
    for field, (value, share) in votes.items():
        is_read = share < LEAST_SHARE
        if is_read:
            value, share = _known(field, *read.get(_HEADS[field], ("", 0.0)))
        if value and share >= LEAST_SHARE:
            now = _said(field, present[field])
            found.append(Suggestion(field, FIELDS[field], value, _said(field, value), share, now, is_read))
    return found


def _known(field: str, label: str, probability: float) -> Vote:
    """The label as the shop writes it, if it has such a word."""
    if field == "gender":
        words = [value for value in Gender.values if value.lower() == label.lower()]
    elif field == "colour":
        words = list(Variant.objects.filter(colour__iexact=label).values_list("colour", flat=True)[:1])
    else:
        words = list(
            Product.objects.filter(product_type__iexact=label).values_list("product_type", flat=True)[:1]
        )
    return (words[0], probability) if words and label else ("", 0.0)


def _most(values: Iterable[set[str]]) -> Vote:
    """The most frequent value and the share of those that have it; of equals the one nearest."""
    lists = [one - {""} for one in values]
    counted = Counter(value for one in lists for value in sorted(one))
    best = counted.most_common(1)
    return (best[0][0], best[0][1] / len(lists)) if best else ("", 0.0)


def _said(field: str, value: str) -> str:
    return str(Gender(value).label) if field == "gender" and value in Gender.values else value


def _one_colour(product: Product) -> str:
    """What all of its variants that have a colour say; empty where none has or they differ."""
    colours = set(Variant.objects.filter(product=product).exclude(colour="").values_list("colour", flat=True))
    return colours.pop() if len(colours) == 1 else ""


def _same(first: ImageEmbedding, matches: Sequence[Match], encoder: Encoder) -> dict[int, float]:
    """By image, how much it looks like the first, of those that show the same."""
    apart = looks_from(encoder.key)
    vectors = vectors_of([first.image_id, *(match.image_id for match in matches)], encoder=encoder)
    looks = {image: looks_of(vector, apart) for image, vector in vectors.items()}
    own = looks.pop(first.image_id)
    alike = {image: float(look @ own) for image, look in looks.items()}
    return {image: similarity for image, similarity in alike.items() if similarity >= SAME}


def _duplicates(product: Product, close: Mapping[int, float], digests: Sequence[str]) -> list[Duplicate]:
    images: QuerySet[Any] = ProductImage.objects.filter(Q(pk__in=close) | Q(digest__in=digests))
    found = (
        images.exclude(product=product)
        .select_related("product")
        .annotate(sku=Min("product__variants__sku"))
        .order_by("pk")
    )
    duplicates: dict[int, Duplicate] = {}
    for image in found[:_LOOKED_AT]:
        is_same = image.digest in digests
        similarity = 1.0 if is_same else close[image.pk]
        duplicate = Duplicate(image.product, image.sku or "", image, similarity, is_same)
        known = duplicates.get(image.product_id)
        if known is None or known.similarity < similarity:
            duplicates[image.product_id] = duplicate
    return sorted(duplicates.values(), key=lambda one: -one.similarity)

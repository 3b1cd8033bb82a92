"""Two encoders side by side: in figures, on products of one's choice, and on a photo."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from numpy.typing import ArrayLike

from catalog.admin.images import thumbnail
from catalog.imaging import PictureError, open_picture
from catalog.models import Product, ProductImage

from ..encoder_speed import encode_ms
from ..encoders import EncoderArtefactError, EncoderBusy, UnknownEncoder, shared_pool
from ..models import Encoder
from ..selectors.encoder_comparison import (
    Comparison,
    compare_encoders,
    neighbours,
    neighbours_of,
    sample_products,
)
from ..selectors.encoder_states import bytes_a_product, encoder_states
from ..selectors.matches import Match
from ..uploads import UploadError, photo_bytes

SHOWN = 4
"""Products that are shown unless some are asked for."""
MOST_SHOWN = 12


@dataclass(frozen=True)
class Tile:
    """`is_shared`: the other encoder found it, too."""

    title: str
    url: str
    thumbnail: str
    is_shared: bool


@dataclass(frozen=True)
class SideBySide:
    """What both found for one thing; `thumbnail` is empty for a photo."""

    title: str
    thumbnail: str
    one: list[Tile]
    other: list[Tile]


def compare_view(model_admin: "admin.ModelAdmin[Encoder]", request: HttpRequest) -> HttpResponse:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    one, other = (_encoder(request, name) for name in ("one", "other"))
    refusal, status, rows = "", 200, []
    if request.method == "POST":
        try:
            rows = [_of_photo(photo_bytes(request), one, other)]
        except (PictureError, UploadError, EncoderBusy, EncoderArtefactError, UnknownEncoder) as error:
            refusal, status = str(error), getattr(error, "status", 503)
    skus = request.GET.get("skus", "").replace("\x00", "")
    rows += [_of_product(product, one, other) for product in _products(skus, one, other)]
    compared = compare_encoders(one=one, other=other)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("%(one)s beside %(other)s") % {"one": one.key, "other": other.key},
        "opts": model_admin.opts,
        "one": one,
        "other": other,
        "skus": skus,
        "rows": rows,
        "refusal": refusal,
        "figures": _figures(one, other, compared),
        "types": [
            (kind, share, compared.other.by_type[kind]) for kind, share in compared.one.by_type.items()
        ],
    }
    return TemplateResponse(request, "admin/recommendations/encoder_comparison.html", context, status=status)


def _figures(
    one: Encoder, other: Encoder, compared: Comparison
) -> list[tuple[str | Promise, object, object]]:
    """A name, and the figure of each; the same one twice where it is of both."""
    states = {state.encoder.pk: state for state in encoder_states() if state.encoder}
    first, second = (states[encoder.pk] for encoder in (one, other))
    ready, known = (f"{state.coverage.ready} / {state.coverage.images}" for state in (first, second))
    return [
        (_("Pictures with a vector"), ready, known),
        (_("Products compared"), compared.sample, compared.sample),
        (_("Of 12 neighbours, found by both"), compared.agreement, compared.agreement),
        (_("Of the first 5, of the same type"), compared.one.same_type, compared.other.same_type),
        (
            _("Search time, median"),
            f"{compared.one.search_ms:.1f} ms",
            f"{compared.other.search_ms:.1f} ms",
        ),
        (_("Time to encode a photo"), _speed(one), _speed(other)),
        (_("Bytes per product, index included"), bytes_a_product(first), bytes_a_product(second)),
    ]


def _speed(encoder: Encoder) -> str:
    try:
        return f"{encode_ms(encoder.key):.1f} ms"
    except (EncoderBusy, EncoderArtefactError, UnknownEncoder) as error:
        return str(error)


def _encoder(request: HttpRequest, name: str) -> Encoder:
    text = request.GET.get(name, "")
    encoder = Encoder.objects.filter(pk=int(text[:15])).first() if text.isascii() and text.isdigit() else None
    if encoder is None:
        raise Http404
    return encoder


def _products(skus: str, one: Encoder, other: Encoder) -> list[Product]:
    asked = [text.strip() for text in skus.split(",") if text.strip()][:MOST_SHOWN]
    if asked:
        return list(Product.objects.filter(variants__sku__in=asked).distinct().order_by("pk"))
    return sample_products(one, other, count=SHOWN)


def _of_product(product: Product, one: Encoder, other: Encoder) -> SideBySide:
    found = [neighbours(product=product, encoder=encoder) for encoder in (one, other)]
    image = product.images.order_by("position", "pk").first()
    return SideBySide(product.title, thumbnail(image) if image else "", *_tiles(*found))


def _of_photo(photo: bytes, one: Encoder, other: Encoder) -> SideBySide:
    found = [neighbours_of([_vector(photo, encoder)], None, encoder) for encoder in (one, other)]
    return SideBySide(_("The photo"), "", *_tiles(*found))


def _vector(photo: bytes, encoder: Encoder) -> ArrayLike:
    with shared_pool(encoder.key).encoder() as eyes:
        if eyes.card.digest != encoder.digest:
            raise EncoderArtefactError(_("The file of %(key)s is another one now.") % {"key": encoder.key})
        pixels = open_picture(photo, side=eyes.card.input_size)
        vector: ArrayLike = eyes.encode([pixels]).vectors[0]
        return vector


def _tiles(first: Sequence[Match], second: Sequence[Match]) -> tuple[list[Tile], list[Tile]]:
    images = ProductImage.objects.select_related("product").in_bulk(
        [match.image_id for match in (*first, *second)]
    )
    return _row(first, second, images), _row(second, first, images)


def _row(matches: Sequence[Match], others: Sequence[Match], images: dict[Any, ProductImage]) -> list[Tile]:
    shared = {match.product_id for match in others}
    return [
        Tile(
            image.product.title,
            image.product.get_absolute_url(),
            thumbnail(image),
            match.product_id in shared,
        )
        for match in matches
        if (image := images.get(match.image_id))
    ]

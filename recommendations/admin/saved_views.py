"""What the vectors add to the saved views of the product list."""

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.admin import ProductAdmin, SavedView
from catalog.models import ProductImage
from catalog.querysets import ProductQuerySet

from ..models import EmbeddingState, ImageEmbedding
from ..selectors.encoders import active_encoder


def _without_vector(products: ProductQuerySet) -> ProductQuerySet:
    """Those of which a picture is not searchable by the active encoder, for whatever reason."""
    ready = ImageEmbedding.objects.of(active_encoder()).current().ready()
    return products.filter(
        pk__in=ProductImage.objects.exclude(pk__in=ready.values("image")).values("product")
    )


def _failed(products: ProductQuerySet) -> ProductQuerySet:
    rows = Q(encoder=active_encoder(), source_digest=F("image__digest"), state=EmbeddingState.FAILED)
    return products.filter(pk__in=ImageEmbedding.objects.filter(rows).values("image__product"))


VIEWS = (
    *ProductAdmin.saved_views,
    SavedView("no-vector", _("No vector"), _without_vector),
    SavedView("failed", _("Failed"), _failed),
)

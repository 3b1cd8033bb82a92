"""The search by sight as the merchant has it: among all products, published or not."""

from django.db import transaction
from pgvector import HalfVector

from catalog.models import Product

from ..models import Encoder
from .matches import Match
from .vector_search import Search, configure_scans


def nearest_of_all(vector: HalfVector, *, limit: int, encoder: Encoder) -> list[Match]:
    """The products that look most like `vector`, a vector of `encoder`, best first: each is compared."""
    search = Search(encoder, Product.objects.all(), [vector], limit)
    with transaction.atomic():
        configure_scans()
        return search.exact()

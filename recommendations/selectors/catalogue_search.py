"""The search by sight as the merchant has it: among all products, published or not."""

from numpy.typing import ArrayLike

from catalog.models import Product

from ..models import Encoder
from .matches import Match
from .vector_query import Search, given, ids_of


def nearest_of_all(vector: ArrayLike, *, limit: int, encoder: Encoder) -> list[Match]:
    """The products that look most like `vector`, a vector of `encoder`, best first: each is compared."""
    return Search(encoder, ids_of(Product.objects.all()), [given(vector, encoder)], limit).exact()

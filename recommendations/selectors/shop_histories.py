"""What the shop's own shoppers did last, for judging what would have been recommended before it."""

from collections import defaultdict
from datetime import datetime

import numpy as np

from catalog.models import Product

from ..models import Encoder, Interaction, InteractionKind
from ..ranking import Vector
from ..tastes import Deed, Did
from .vectors import first_vectors

FEWEST = 3
MOST_ROWS = 200_000
_DID = {
    InteractionKind.CLICKED: Did.CLICKED,
    InteractionKind.ADDED: Did.ADDED,
    InteractionKind.BOUGHT: Did.BOUGHT,
}


def shop_vectors(*, encoder: Encoder) -> tuple[list[int], Vector]:
    """Ids of the published products that have one, and their vectors, in that order."""
    ids = list(Product.objects.published().order_by("pk").values_list("pk", flat=True))
    found = first_vectors(ids, encoder=encoder)
    kept = [pk for pk in ids if pk in found]
    none = np.zeros((0, encoder.dimension), np.float32)
    return kept, np.stack([found[pk] for pk in kept]) if kept else none


def shop_histories(*, now: datetime) -> list[list[Deed]]:
    """Of each shopper with FEWEST different products, the earliest deed first; showings tell nothing here."""
    rows = Interaction.objects.filter(kind__in=list(_DID)).order_by("-at", "-pk")
    by_shopper: dict[object, list[Deed]] = defaultdict(list)
    for shopper, kind, pk, at in rows.values_list("shopper", "kind", "product_id", "at")[:MOST_ROWS]:
        age = (now - at).total_seconds() / 86_400
        by_shopper[shopper].append(Deed(pk, _DID[InteractionKind(kind)], age))
    histories = [deeds[::-1] for deeds in by_shopper.values()]
    return [deeds for deeds in histories if len({deed.product_id for deed in deeds}) >= FEWEST]

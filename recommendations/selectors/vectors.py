"""Stored vectors as arrays."""

from collections.abc import Iterable, Sequence

import numpy as np
from django.db import connections, router
from django.db.models import BinaryField, F, Func

from ..models import Encoder, ImageEmbedding
from ..ranking import Vector

_HEAD_BYTES = 4
"""Dimension and a reserved number, of two bytes each."""

_OF_IMAGES = """
    SELECT image_id, halfvec_send(vector) FROM recommendations_imageembedding
    WHERE encoder_id = %s AND state = 'ready' AND image_id = ANY(%s)
"""
_VIEWS = """
    SELECT image_id FROM recommendations_imageembedding embedding
    JOIN catalog_productimage image ON image.id = image_id
    WHERE encoder_id = %s AND state = 'ready' AND vector IS NOT NULL AND product_id = %s
    ORDER BY position, image_id LIMIT %s
"""


class AsBytes(Func):
    """A halfvec as PostgreSQL sends it: reading its text would take longer than finding it."""

    function = "halfvec_send"
    output_field = BinaryField()


def vectors_of(image_ids: Sequence[int], *, encoder: Encoder) -> dict[int, Vector]:
    """By image, of those that have one; of length one."""
    with connections[router.db_for_read(ImageEmbedding)].cursor() as cursor:
        cursor.execute(_OF_IMAGES, [encoder.pk, list(image_ids)])
        return _by_key(cursor.fetchall())


def views_of(product_id: int, *, encoder: Encoder, most: int) -> list[int]:
    """Of the product's images that have a vector, the first so many."""
    with connections[router.db_for_read(ImageEmbedding)].cursor() as cursor:
        cursor.execute(_VIEWS, [encoder.pk, product_id, most])
        return [pk for (pk,) in cursor.fetchall()]


def units(sent: Sequence[bytes]) -> Sequence[Vector]:
    """From what `halfvec_send` gives, all of one encoder; of length one unless they are zero."""
    if not sent:
        return []
    numbers = np.frombuffer(b"".join(each[_HEAD_BYTES:] for each in sent), ">f2").reshape(len(sent), -1)
    vectors = numbers.astype(np.float32)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return list(vectors / np.where(lengths, lengths, 1.0))


def first_vectors(product_ids: Sequence[int], *, encoder: Encoder) -> dict[int, Vector]:
    """By product: of its first picture that has one."""
    rows = ImageEmbedding.objects.of(encoder).ready().filter(image__product__in=list(product_ids))
    firsts = rows.order_by("image__product_id", "image__position", "image_id").distinct("image__product_id")
    return _by_key(firsts.values_list("image__product_id", AsBytes(F("vector"))))


def _by_key(rows: Iterable[tuple[int, bytes]]) -> dict[int, Vector]:
    sent = dict(rows)
    return dict(zip(sent, units(list(sent.values())), strict=True))

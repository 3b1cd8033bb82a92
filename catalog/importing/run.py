"""The import itself: batches, each whole or row by row, and the next run finds what is there already."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Final

from django.db import DatabaseError, DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from catalog.imaging import PictureError
from catalog.models import ProductImage
from catalog.services import NoPictureError, SkuTakenError, Upserted, upsert_products
from catalog.signals import images_imported

from .errors import Reject
from .lock import import_lock
from .pictures import PictureRefusedError, refuse_broken
from .source import Read, Source, rejects

BATCH: Final = 200


@dataclass(frozen=True)
class Written:
    """A product that was written, by the first of its lines."""

    line: int
    external_id: str
    is_new: bool


@dataclass(frozen=True)
class Batch:
    """What became of a part of the table, which ends at `last_line`; products are counted, lines rejected."""

    last_line: int
    created: int
    updated: int
    unchanged: int
    rejects: tuple[Reject, ...]
    written: tuple[Written, ...]


def import_products(
    *, source: Source, now: datetime, batch_size: int = BATCH, after: int = 1
) -> Iterator[Batch]:
    """Imports the products of `source`, a transaction for each batch, as the batches are asked for.

    Broken at any point it can be run again: what is stored and unchanged is left as it is, and what ends by
    the line `after` is not even looked at. New pictures are told to `catalog.signals.images_imported` after
    each commit. Raises ImportRunningError.
    """
    with import_lock():
        items = source.read(after=after)
        while batch := list(islice(items, batch_size)):
            yield _import(batch, now)


def _import(items: Sequence[Read | Reject], now: datetime) -> Batch:
    refused = [item for item in items if isinstance(item, Reject)]
    products, broken = openable([item for item in items if isinstance(item, Read)])
    done, failed = _write(products, now)
    image_ids = [pk for part in done for pk in part.image_ids]
    if image_ids:
        transaction.on_commit(partial(images_imported.send, sender=ProductImage, image_ids=image_ids))
    return Batch(
        last_line=max(item.last_line for item in items),
        created=sum(len(part.created) for part in done),
        updated=sum(len(part.updated) for part in done),
        unchanged=sum(len(part.unchanged) for part in done),
        rejects=tuple(sorted([*refused, *broken, *failed], key=lambda reject: reject.line)),
        written=tuple(_written(products, done)),
    )


def _written(products: Iterable[Read], done: Iterable[Upserted]) -> Iterator[Written]:
    lines = {product.data.external_id: product.lines[0] for product in products}
    for part in done:
        yield from (Written(lines[key], key, True) for key in part.created)
        yield from (Written(lines[key], key, False) for key in part.updated)


def openable(products: Sequence[Read]) -> tuple[list[Read], list[Reject]]:
    """Those whose pictures can be opened, or are stored already and were opened then."""
    ids = [product.data.external_id for product in products]
    stored = set(ProductImage.objects.filter(product__external_id__in=ids).values_list("digest", flat=True))
    good: list[Read] = []
    bad: list[Reject] = []
    for product in products:
        try:
            for picture in product.data.pictures or ():
                if picture.digest not in stored:
                    refuse_broken(picture)
        except PictureRefusedError as error:
            bad += reject_all(product, error)
        else:
            good.append(product)
    return good, bad


def _write(products: Sequence[Read], now: datetime) -> tuple[list[Upserted], list[Reject]]:
    """Together; where that is refused one by one, so that one refusal does not cost the others."""
    if not products:
        return [], []
    try:
        return [upsert_products(products=[product.data for product in products], now=now)], []
    except (SkuTakenError, NoPictureError, PictureError, IntegrityError, DataError) as error:
        if len(products) == 1:
            return [], list(reject_all(products[0], error))
    parts = [_write([product], now) for product in products]
    return [item for part, _ in parts for item in part], [item for _, part in parts for item in part]


def reject_all(product: Read, error: Exception) -> Iterable[Reject]:
    """Each of its lines, for the reason that `error` gives."""
    reason = str(error).splitlines()[0]
    if isinstance(error, DatabaseError):
        reason = _("the database refuses it: %(reason)s") % {"reason": reason}
    return rejects(product.lines, product.lines[0], reason)

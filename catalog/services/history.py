"""The history of products: written with each edit by a person, forgotten after a time.

Imports and the API leave no revisions of their own, since whatever they wrote they write again; what they
left behind is kept when a person is about to write over it.
"""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Max

from ..facts import stored_facts
from ..models import Act, BulkEdit, ProductImage, ProductRevision
from .stored_files import is_needed

_A_MOMENT: Final = timedelta(minutes=10)


def record(*, product_id: int, act: Act, actor: str, now: datetime, continues: bool = False) -> None:
    """Keeps the product as it is now, unless its newest revision says the same.

    `continues`: as part of what the same person did a moment ago, if so.
    """
    facts = stored_facts(product_id)
    newest = ProductRevision.objects.filter(product=product_id).first()
    if facts is None or (newest and newest.facts == facts and act != Act.DELETED):
        return
    if continues and newest and (newest.act, newest.actor) == (act, actor) and newest.at > now - _A_MOMENT:
        newest.facts, newest.at = facts, now
        newest.save(update_fields=["facts", "at"])
        return
    ProductRevision.objects.create(product_id=product_id, act=act, actor=actor, at=now, facts=facts)


def record_found(*, product_id: int, now: datetime) -> None:
    """Keeps what somebody is about to write over, where no revision has it yet."""
    record(product_id=product_id, act=Act.FOUND, actor="", now=now)


def forget_history(*, before: datetime) -> int:
    """Deletes older revisions, but the newest of each product, and the files that only they had; how many.

    Bulk edits that are older cannot be undone any more.
    """
    newest = ProductRevision.objects.order_by().values("product").annotate(newest=Max("pk")).values("newest")
    old = ProductRevision.objects.filter(at__lt=before).exclude(pk__in=newest)
    files = {(image["file"], old_.product_id) for old_ in old for image in old_.facts["images"]}
    with transaction.atomic():
        count, _ = old.delete()
        BulkEdit.objects.filter(at__lt=before).delete()
    storage = ProductImage.file.field.storage
    for name, product_id in files:
        if not is_needed(name, product_id=product_id):
            storage.delete(name)
    return count

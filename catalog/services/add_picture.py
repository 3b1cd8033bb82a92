"""One more picture of a product, stored while its form is still open."""

from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max

from ..models import Act, Product, ProductImage
from .history import record, record_found


@transaction.atomic
def add_picture(*, product_id: int, file: "UploadedFile[Any]", actor: str, now: datetime) -> ProductImage:
    """After those that it has. Raises ValidationError for what is no picture, Product.DoesNotExist."""
    product = Product.objects.select_for_update().get(pk=product_id)
    record_found(product_id=product.pk, now=now)
    last = product.images.aggregate(last=Max("position"))["last"]
    image = ProductImage(product=product, file=file, position=0 if last is None else last + 1)
    image.full_clean()
    image.save()
    record(product_id=product.pk, act=Act.CHANGED, actor=actor, now=now, continues=True)
    return image


def check_picture(*, file: "UploadedFile[Any]") -> None:
    """Raises ValidationError for what could not be stored as a picture."""
    ProductImage(file=file).clean_fields(exclude=["product"])

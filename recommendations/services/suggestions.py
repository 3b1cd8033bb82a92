"""A suggestion that somebody accepted is written into the product, and noted in its history."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.models import Act, Gender, Product, Variant
from catalog.services.history import record, record_found


class NoSuchSuggestion(ValueError):  # noqa: N818 - named for what is the case
    """Not a field that pictures suggest, or not a value of it. `str()` is a translated sentence."""

    def __str__(self) -> str:
        return _("This is not suggested any more. Look again.")


@transaction.atomic
def accept_suggestion(*, product: Product, field: str, value: str, actor: str, now: datetime) -> None:
    """A colour goes to the variants that have none. Raises NoSuchSuggestion."""
    _check(field, value)
    record_found(product_id=product.pk, now=now)
    if field == "colour":
        Variant.objects.filter(product=product, colour="").update(colour=value)
    else:
        setattr(product, field, value)
        product.save(update_fields=[field, "updated_at"])
    record(product_id=product.pk, act=Act.CHANGED, actor=actor, now=now)


def _check(field: str, value: str) -> None:
    if field == "gender":
        known = value in Gender.values
    elif field in ("product_type", "colour"):
        model = Product if field == "product_type" else Variant
        known = bool(value) and model._default_manager.filter(**{field: value}).exists()
    else:
        known = False
    if not known:
        raise NoSuchSuggestion

"""What became of each item of a batch."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError as ModelValidationError
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.request import Request

from ...services.feed import Fed, FeedError
from ..examples import shown


class FedErrorSerializer(serializers.Serializer[Any]):
    field = serializers.CharField(help_text="Its name, `variants.0.price` where it lies deeper.")
    code = serializers.CharField(help_text="Stable: `required`, `unknown_sku`, `sku_taken`.")
    detail = serializers.CharField(help_text="A sentence for a reader.")


class FedSerializer(serializers.Serializer[Any]):
    index = serializers.IntegerField(help_text="The item's place in the batch, from 0.")
    status = serializers.ChoiceField(choices=["created", "updated", "unchanged", "refused"])
    id = serializers.IntegerField(allow_null=True, help_text="Of the product, or of the picture.")
    errors = FedErrorSerializer(many=True)  # type: ignore[assignment]


class BatchSerializer(serializers.Serializer[Any]):
    results = FedSerializer(many=True, help_text="One for each item, in its order.")


EXAMPLES = shown(
    {
        "results": [
            {"index": 0, "status": "created", "id": 42, "errors": []},
            {
                "index": 1,
                "status": "refused",
                "id": None,
                "errors": [{"field": "sku", "code": "unknown_sku", "detail": "No variant has this SKU."}],
            },
        ]
    }
)


def items_of(request: Request, *, most: int) -> list[Any]:
    """The batch, item by item as it was sent. Raises ValidationError."""
    items = request.data.get("items") if isinstance(request.data, Mapping) else None
    if not isinstance(items, list) or not 1 <= len(items) <= most:
        said = _("Send “items”, a list of 1 to %(most)d.") % {"most": most}
        raise ValidationError({"items": [ErrorDetail(said, code="invalid")]})
    return items


def result(index: int, feed: Callable[[], Fed]) -> dict[str, Any]:
    """Of one item; what is wrong with it is nobody else's loss."""
    try:
        fed = feed()
    except FeedError as error:
        return _refused(index, [{"field": error.field, "code": error.code, "detail": str(error)}])
    except ValidationError as error:
        return _refused(index, list(_errors(error.detail)))
    except ModelValidationError as error:
        return _refused(index, [{"field": "file", "code": "invalid", "detail": " ".join(error.messages)}])
    return {"index": index, "status": fed.status, "id": fed.id, "errors": []}


def _refused(index: int, errors: list[dict[str, str]]) -> dict[str, Any]:
    return {"index": index, "status": "refused", "id": None, "errors": errors}


def _errors(detail: Any, path: str = "") -> Iterator[dict[str, str]]:
    if isinstance(detail, Mapping):
        for name, inner in detail.items():
            name = "" if name == "non_field_errors" else str(name)
            yield from _errors(inner, ".".join(filter(None, (path, name))))
    elif isinstance(detail, list):
        for place, inner in enumerate(detail):
            yield from _errors(inner, path if isinstance(inner, str) else f"{path}.{place}")
    else:
        yield {"field": path, "code": getattr(detail, "code", "invalid"), "detail": str(detail)}

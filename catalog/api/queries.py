"""Query strings of the API: the pages' own forms, which here refuse what pages leave out."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl

from django import forms
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.request import Request

from ..forms.fields import MAX_PRICE, PriceField

MOST = 96
USUAL = 24


class TextsField(forms.MultipleChoiceField):
    """Any number of short texts."""

    def __init__(self, *, max_length: int, **options: Any) -> None:
        super().__init__(required=False, **options)
        self.max_length = max_length

    def to_python(self, value: Any) -> list[str]:
        return [text for text in super().to_python(value) if text]

    def valid_value(self, value: str) -> bool:
        return len(value) <= self.max_length and "\x00" not in value


class TruthField(forms.TypedChoiceField):
    """`true` or `false`, and as forms write them."""

    def __init__(self, **options: Any) -> None:
        truths = {"true": True, "1": True, "false": False, "0": False}
        choices = [(text, text) for text in truths]
        super().__init__(
            choices=choices,
            coerce=truths.__getitem__,
            empty_value=False,  # type: ignore[arg-type]
            required=False,
            **options,
        )


class PageForm(forms.Form):
    """How much of a list, and from where."""

    limit = forms.IntegerField(
        min_value=1, max_value=MOST, required=False, help_text=f"So many results; {USUAL} unless given."
    )
    cursor = forms.CharField(required=False, max_length=1000, help_text="Where to go on: from `next`.")

    @property
    def page_size(self) -> int:
        return self.cleaned_data["limit"] or USUAL


def check_names(request: Request, *known: type[forms.Form]) -> None:
    """Raises ValidationError for parameters in the address that no form knows or that are no text."""
    check_sent(request.query_params, *known)
    sent = parse_qsl(request.META.get("QUERY_STRING", ""), keep_blank_values=True, encoding="latin-1")
    if broken := [name for name, value in sent if not _is_utf8(value)]:
        detail = ErrorDetail(_("This is not written in UTF-8."), code="invalid_utf8")
        raise ValidationError({name: [detail] for name in broken})


def _is_utf8(value: str) -> bool:
    """`value` has a letter for each byte, as WSGI hands them over."""
    try:
        value.encode("latin-1").decode()
    except UnicodeError:
        return False
    return True


def check_sent(sent: Iterable[str], *known: type[forms.Form]) -> None:
    """Raises ValidationError for names that no form knows."""
    names = {name for form in known for name in form.base_fields}
    unknown = [name for name in sent if name not in names]
    if unknown:
        detail = ErrorDetail(_("There is no parameter of this name."), code="unknown_parameter")
        raise ValidationError({name: [detail] for name in unknown})


def cleaned(form: forms.Form) -> Mapping[str, Any]:
    """What a form understood. Raises ValidationError unless it is all that was sent."""
    if not form.is_valid():
        raise ValidationError(
            {name: list(_details(errors)) for name, errors in form.errors.get_json_data().items()}
        )
    return form.cleaned_data


def _details(errors: Any) -> Iterator[ErrorDetail]:
    for error in errors:
        yield ErrorDetail(str(error["message"]), code=error["code"] or "invalid")


def parameters(*known: type[forms.Form]) -> list[OpenApiParameter]:
    """The fields of forms, as the schema describes them."""
    fields = {name: field for form in known for name, field in form.base_fields.items()}
    return [
        OpenApiParameter(
            name,
            _schema(field),
            required=field.required,
            description=str(field.help_text or field.label or ""),
            explode=True if isinstance(field, forms.MultipleChoiceField) else None,
            style="form" if isinstance(field, forms.MultipleChoiceField) else None,
        )
        for name, field in fields.items()
    ]


def properties(*known: type[forms.Form]) -> dict[str, Any]:
    """The same fields, as the schema describes the parts of a form in a body."""
    fields = {name: field for form in known for name, field in form.base_fields.items()}
    return {
        name: _schema(field) | {"description": str(field.help_text or field.label or "")}
        for name, field in fields.items()
    }


def _schema(field: forms.Field) -> dict[str, Any]:
    if isinstance(field, forms.MultipleChoiceField):
        return {"type": "array", "items": {"type": "string"}}
    if isinstance(field, TruthField):
        return {"type": "boolean"}
    if isinstance(field, PriceField):
        return {"type": "number", "minimum": 0, "maximum": int(MAX_PRICE)}
    if isinstance(field, forms.IntegerField):
        return {"type": "integer", "minimum": field.min_value, "maximum": field.max_value}
    if isinstance(field, forms.ChoiceField):
        return {"type": "string", "enum": list(dict(field.choices))}  # type: ignore[arg-type]
    return {"type": "string"}

"""The Jinja2 environment that the shop's own pages are rendered with (docs/adr/0006)."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.templatetags.static import static
from django.urls import get_script_prefix, reverse
from django.utils.formats import date_format, number_format
from django.utils.functional import SimpleLazyObject
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import get_language, get_language_bidi, gettext, ngettext
from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from .written import WritingEnvironment


def environment(**options: Any) -> Environment:
    """Django's own options, with its addresses, static files and translations."""
    jinja = WritingEnvironment(
        **options,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.globals |= {"url": _url, "static": static, "language": get_language, "direction": _direction}
    jinja.globals["languages"] = settings.LANGUAGES
    jinja.filters |= {"linebreaks": _linebreaks, "number": _number, "moment": _moment}
    jinja.policies["ext.i18n.trimmed"] = True
    jinja.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    translations: dict[str, Any] = {name: jinja.globals[name] for name in ("gettext", "ngettext")}
    jinja.globals |= {name: _with_written_numbers(call) for name, call in translations.items()}
    jinja.globals["_"] = jinja.globals["gettext"]  # else looked up by its name each time
    return jinja


def one_csrf_field(request: HttpRequest) -> dict[str, object]:
    """A context processor: `csrf_input` is masked once a page, not for each of a list's many forms."""
    return {"csrf_input": SimpleLazyObject(lambda: csrf_input(request))}


def _url(name: str, *arguments: object, **named: object) -> str:
    if not arguments and not named:
        return _fixed_url(name, get_script_prefix())
    return reverse(name, args=arguments, kwargs=named)


@cache
def _fixed_url(name: str, script_prefix: str) -> str:
    # A list's tiles name the same few addresses, 24 times over.
    return reverse(name)


def _with_written_numbers(translate: Callable[..., str]) -> Callable[..., str]:
    fixed: dict[tuple[str | int, ...], str] = {}

    @pass_context
    def translated(context: Context, *texts: str | int, **variables: object) -> str:
        if variables:
            written = {name: _written(value) for name, value in variables.items()}
            return translate(context, *texts, **written)
        # A list's tiles say the same few words, 24 times over.
        key = get_language(), *texts
        if key not in fixed:
            fixed[key] = translate(context, *texts)
        return fixed[key]

    return translated


def _written(value: object) -> object:
    return _number(value) if type(value) is int else value


def _number(value: int) -> str:
    """As the active language writes it: 1,234."""
    return number_format(value, force_grouping=True)


def _moment(value: datetime) -> str:
    """As the active language writes day and time."""
    return date_format(localtime(value), "DATETIME_FORMAT")


def _direction() -> str:
    return "rtl" if get_language_bidi() else "ltr"


def _linebreaks(text: str) -> SafeString:
    return mark_safe(linebreaks(text, autoescape=True))  # noqa: S308 linebreaks escapes

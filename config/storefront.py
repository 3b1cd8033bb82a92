"""The Jinja2 environment that the shop's own pages are rendered with (docs/adr/0006)."""

from functools import cache
from typing import Any

from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.templatetags.static import static
from django.urls import get_script_prefix, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_bidi, gettext, ngettext
from jinja2 import Environment


def environment(**options: Any) -> Environment:
    """Django's own options, with its addresses, static files and translations."""
    jinja = Environment(  # noqa: S701 Django's backend turns autoescape on
        **options,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.globals |= {"url": _url, "static": static, "language": get_language, "direction": _direction}
    jinja.filters["linebreaks"] = _linebreaks
    jinja.policies["ext.i18n.trimmed"] = True
    jinja.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
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


def _direction() -> str:
    return "rtl" if get_language_bidi() else "ltr"


def _linebreaks(text: str) -> SafeString:
    return mark_safe(linebreaks(text, autoescape=True))  # noqa: S308 linebreaks escapes

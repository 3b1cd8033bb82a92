"""What templates print is escaped once, however it gets into the page."""

import pytest
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy
from jinja2 import StrictUndefined, Undefined, UndefinedError
from markupsafe import Markup, escape

from config.storefront import environment
from config.written import written

EVIL = '<b title="\'">&</b>'
SAFE = mark_safe("<i>safe</i>")
WAYS = {
    "straight": "{{ it }}",
    "a macro": "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(it) }}",
    "a macro's call": "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ it }}{% endcall %}",
    "a block that is set": "{% set x %}{{ it }}{% endset %}{{ x }}",
    "a filter block": "{% filter trim %}{{ it }}{% endfilter %}",
    "a loop": "{% for x in [it] %}{{ x }}{% endfor %}",
    "joined": "{{ it ~ '' }}",
    "a text": "{% trans x=it %}{{ x }}{% endtrans %}",
    "a named text": "{{ _('%(x)s', x=it) }}",
}


@pytest.mark.parametrize("template", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("value", [EVIL, SAFE, Markup("<i>")])
def test_a_value_is_escaped_once(template: str, value: str) -> None:
    page = environment(autoescape=True).from_string(template)
    assert page.render(it=value) == str(escape(value))


@pytest.mark.parametrize(
    "value", [EVIL, SAFE, 5, None, 1.5, gettext_lazy("Cart"), SimpleLazyObject(lambda: SAFE), Undefined()]
)
def test_it_is_written_as_markupsafe_does(value: object) -> None:
    assert written(value) == str(escape(value))


def test_a_template_may_still_turn_escaping_off() -> None:
    page = environment(autoescape=True).from_string(
        "{% autoescape false %}{{ it }}{% endautoescape %}{{ it }}"
    )
    assert page.render(it="<") == "<&lt;"


def test_what_is_missing_is_still_told() -> None:
    page = environment(autoescape=True, undefined=StrictUndefined).from_string("{{ it }}")
    with pytest.raises(UndefinedError):
        page.render()

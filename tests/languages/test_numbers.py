from django.template import engines
from django.utils.translation import override

from catalog.money import Money


def _print(template: str, **context: object) -> str:
    return str(engines["jinja2"].from_string(template).render(context))


ITEMS = "{% trans count=total %}{{ count }} item{% pluralize %}{{ count }} items{% endtrans %}"


def test_counts_in_sentences_are_written_by_the_language() -> None:
    assert _print(ITEMS, total=1234) == "1,234 items"
    assert _print(ITEMS, total=1) == "1 item"
    with override("ko"):
        assert _print(ITEMS, total=1234) == "상품 1,234개"


def test_counts_alone_too() -> None:
    assert _print("{{ 1234567|number }}") == "1,234,567"


def test_words_in_sentences_stay_escaped() -> None:
    said = _print("{% trans title=title %}Back to {{ title }}{% endtrans %}", title="<b>2000 & more</b>")
    assert said == "Back to &lt;b&gt;2000 &amp; more&lt;/b&gt;"


def test_prices_are_written_by_the_language() -> None:
    with override("ko"):
        assert str(Money(3500000, "KRW")) == "₩3,500,000"
        assert str(Money(123456, "EUR")) == "€1,234.56"

"""The filter form by itself, as another page uses it with its own choices."""

from django.http import QueryDict

from catalog.filter_panel import FilterPanel, filter_panel
from catalog.filters import ProductFilters
from catalog.forms import ProductFilterForm
from catalog.selectors import Facet, Facets

CHOICES = Facets(
    types=(Facet("Shirt", "Shirt", 3), Facet("Dress", "Dress", 2)),
    genders=(Facet("women", "Women", 5),),
    colours=tuple(Facet(f"Colour {number}", f"Colour {number}", 1) for number in range(12)),
)


def form(query: str) -> ProductFilterForm:
    form = ProductFilterForm(QueryDict(query), choices=CHOICES)
    form.is_valid()
    return form


def panel(query: str, counts: Facets | None = None) -> FilterPanel:
    return filter_panel(form=form(query), action="/here/", counts=counts, hidden=[("box", "0,0,1,1")])


def test_reads_every_filter() -> None:
    query = "type=Shirt&type=Dress&colour=Colour+3&gender=women&price_min=5&price_max=19.99&in_stock=1"
    assert form(query).filters(category_id=7) == ProductFilters(
        category_id=7,
        types=("Shirt", "Dress"),
        colours=("Colour 3",),
        genders=("women",),
        price_min=500,
        price_max=1999,
        in_stock=True,
    )


def test_an_empty_query_narrows_nothing() -> None:
    assert not form("").filters()
    assert list(form("").selections()) == []


def test_in_stock_can_be_denied() -> None:
    assert not form("in_stock=0").filters().in_stock
    assert not form("in_stock=false").filters().in_stock
    assert not form("in_stock=0")["in_stock"].value()


def test_a_price_of_nothing_is_a_price() -> None:
    assert form("price_max=0").filters() == ProductFilters(price_max=0)


def test_prices_follow_the_currency(settings: object) -> None:
    settings.VITRINE_CURRENCY = "JPY"  # type: ignore[attr-defined]
    assert form("price_max=1999").filters().price_max == 1999
    assert form("price_max=19.99").errors


def test_the_panel_carries_hidden_fields_into_every_link() -> None:
    shown = panel("type=Shirt&in_stock=1")
    assert shown.hidden == (("box", "0,0,1,1"),)
    assert [chip.url for chip in shown.chips] == [
        "/here/?box=0%2C0%2C1%2C1&in_stock=1",
        "/here/?box=0%2C0%2C1%2C1&type=Shirt",
    ]
    assert shown.clear_url == "/here/?box=0%2C0%2C1%2C1"


def test_values_are_not_counted_unless_counts_are_given() -> None:
    assert {option.count for group in panel("").groups for option in group.options} == {None}
    assert not any(option.disabled for group in panel("").groups for option in group.options)


def test_a_value_missing_from_the_counts_would_find_nothing() -> None:
    types = panel("", counts=Facets(types=(Facet("Shirt", "Shirt", 2),))).groups[0]
    assert [(option.count, option.disabled) for option in types.options] == [(2, False), (0, True)]


def test_long_groups_keep_rare_values_for_later() -> None:
    colours = panel("").groups[1]
    assert (len(colours.first), len(colours.rest)) == (10, 2)
    assert not colours.rest_is_used
    assert panel("colour=Colour+11").groups[1].rest_is_used


def test_a_group_without_values_is_left_out() -> None:
    empty = ProductFilterForm(QueryDict(""), choices=Facets())
    empty.is_valid()
    assert filter_panel(form=empty, action="/here/").groups == ()

"""The rules of choosing, over any set of variants."""

from hypothesis import given
from hypothesis import strategies as st

from catalog.models import Variant
from catalog.selectors import choose

COLOURS = st.sampled_from(["", "Blue", "Red"])
SIZES = st.sampled_from(["", "S", "M"])


@st.composite
def variant_sets(draw: st.DrawFn) -> list[Variant]:
    pairs = draw(st.lists(st.tuples(COLOURS, SIZES), unique=True, max_size=9))
    return [
        Variant(
            sku=f"{colour}-{size}", colour=colour, size=size, stock=draw(st.integers(0, 4)), price_minor=100
        )
        for colour, size in pairs
    ]


@given(variants=variant_sets(), colour=COLOURS, size=st.sampled_from(["", "-", "S", "M", "L"]))
def test_a_choice_never_contradicts_itself(variants: list[Variant], colour: str, size: str) -> None:
    choice = choose(variants, colour=colour, size=size)
    of_colour = [variant for variant in variants if variant.colour == choice.colour]
    assert (choice.chosen is not None) or len(of_colour) != 1
    if choice.chosen:
        assert choice.chosen in of_colour
    if choice.sizes:
        assert [each.label for each in choice.sizes] == [variant.size for variant in of_colour]
        assert sum(each.chosen for each in choice.sizes) == bool(choice.chosen)
    if choice.colours:
        assert [each.name for each in choice.colours if each.chosen] == [choice.colour]
    if any(variant.colour == colour for variant in variants):
        assert choice.colour == colour
    elif any(variant.in_stock for variant in variants):
        assert any(variant.in_stock for variant in of_colour)


@given(variants=variant_sets())
def test_every_variant_can_be_chosen(variants: list[Variant]) -> None:
    for variant in variants:
        choice = choose(variants, colour=variant.colour, size=variant.size or "-")
        assert choice.chosen is variant
        assert not choice.note

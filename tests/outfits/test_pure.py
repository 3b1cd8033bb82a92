import pytest

from recommendations.outfits import companions_of, harmony, part_of


@pytest.mark.parametrize(
    ("product_type", "part"),
    [
        ("Tshirts", "upper"),
        ("Laptop Bag", "bag"),
        ("Flip Flops", "shoes"),
        ("Capris", "lower"),
        ("Caps", "extra"),
        ("Night Dress", ""),
        ("Shoe Laces", ""),
        ("Bracelet", "extra"),
        ("Bra", ""),
        ("Trousers", "lower"),
        ("", ""),
        ("Flux capacitor", ""),
    ],
)
def test_parts(product_type: str, part: str) -> None:
    assert part_of(product_type) == part


def test_no_part_goes_with_itself() -> None:
    for part in ("upper", "lower", "dress", "outer", "shoes", "bag", "extra", ""):
        assert part not in companions_of(part)


def test_colours_that_go_together() -> None:
    assert harmony(["Navy Blue"], ["White"]) > harmony(["Red"], ["Pink"]) > harmony(["Red"], ["Olive"])
    assert harmony(["Red"], ["Black"]) > harmony(["Red"], ["Lime Green"])
    assert harmony([], ["Red"]) == harmony(["Plaid"], ["Red"]) == 0.5
    assert all(
        0 <= harmony([a], [b]) <= 1 for a in ("Red", "Blue", "Tan") for b in ("Green", "Black", "Teal")
    )

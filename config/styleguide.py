"""`/styleguide/` in the demo: every component of the shop's pages in every state, on one page."""

from types import MappingProxyType, SimpleNamespace

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.cards import CardVariant, ProductCard, product_cards
from catalog.filter_panel import Chip, Switch
from catalog.models import Product
from catalog.money import Money, default_currency
from catalog.pictures import CardImage
from catalog.price_bands import price_bands
from catalog.selectors.categories import Crumb

COLOURS = (
    "bg",
    "surface",
    "well",
    "ink",
    "ink-2",
    "border",
    "hairline",
    "accent",
    "sale",
    "error",
    "ok",
    "low",
)
SIZES = ("36", "28", "22", "18", "16", "14", "12")
SPACES = (4, 8, 12, 16, 24, 32, 48, 64, 96)
ICONS = ("menu", "search", "camera", "heart", "bag", "close", "filter", "down", "tick", "eye")
_HELD = 2
"""The example that is in the cart already."""


class ExampleForm(forms.Form):
    """One field as it comes, and one that was filled in wrongly."""

    name = forms.CharField(label="Name", initial="Ada")
    email = forms.EmailField(label="Email")


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    form = ExampleForm({"name": "Ada", "email": "ada@"})
    form.is_valid()
    context = {
        "colours": COLOURS,
        "sizes": SIZES,
        "spaces": SPACES,
        "icons": ICONS,
        "form": form,
        "cards": _cards(),
        "marks": SimpleNamespace(in_cart=MappingProxyType({_HELD: 1}), wished=frozenset({_HELD})),
        "crumbs": [Crumb("Women", "#"), Crumb("Dresses", "#")],
        "panel": SimpleNamespace(chips=[Chip("Colour: Red", "#"), Chip("Size: M", "#")], clear_url="#"),
        "bands": [Switch(band.label, "#", on=not place) for place, band in enumerate(price_bands())],
    }
    return render(request, "styleguide/page.html", context)


def _cards() -> list[tuple[str, ProductCard]]:
    """Each state of the tile under its name."""
    image = _image()
    return [
        (_("Several sizes"), _card(1, "Linen shirt", image, sizes=["S", "M", "L"])),
        (_("In the cart, on the wish-list"), _card(_HELD, "Wool coat", image)),
        (_("Sold out"), _card(3, "Denim skirt", image, stock=0)),
        (_("Many colours, prices that differ"), _card(4, "Cotton tee", image, colours=6, sizes=["S", "M"])),
        (_("A long name"), _card(5, "Relaxed double-breasted herringbone overcoat with a belt " * 2, image)),
        (_("No picture"), _card(6, "Silk scarf", None)),
    ]


def _image() -> CardImage | None:
    cards = product_cards(Product.objects.published().newest().ids()[:1])
    return cards[0].image if cards else None


def _card(
    number: int,
    title: str,
    image: CardImage | None,
    *,
    colours: int = 1,
    sizes: list[str] | None = None,
    stock: int = 9,
) -> ProductCard:
    price = Money(4990, default_currency())
    variants = [CardVariant(f"example-{size}", size, price, stock) for size in sizes or ["M"]]
    if sizes:
        variants[-1] = CardVariant("example-out", sizes[-1], price, 0)
    names = ("Blue", "Red", "Teal", "Tan", "Grey", "Pink")[:colours]
    return ProductCard(
        product_id=number,
        slug="example",
        title=title,
        product_type="",
        url="#",
        brand="Vela",
        price=price,
        price_varies=colours > 1,
        image=image,
        colours=names,
        has_sizes=True,
        variants=tuple(variants),
    )

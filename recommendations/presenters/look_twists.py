"""The links that ask for the same look with something changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalog.filters import ProductFilters
from catalog.models import Gender, Product
from catalog.selectors import Facet, Facets, colour_facets

from ..ranking import Wanted
from ..twists import HIGHER, LOWER, Twist

MOST = 8
"""Values of one kind that are offered, the most frequent first."""


@dataclass(frozen=True)
class TwistLink:
    """`pressed`: it is asked for, and the link takes it back; `colour` is for a swatch."""

    label: str
    url: str
    pressed: bool = False
    colour: str = ""


@dataclass(frozen=True)
class TwistGroup:
    label: str
    links: list[TwistLink]


def twist_groups(product: Product, twist: Twist, wanted: Wanted, sold: Facets) -> list[TwistGroup]:
    """Each question with what may be asked; `wanted` is what is known of the product."""
    groups = [
        TwistGroup(_("Colour"), _colours(product, twist, wanted, sold)),
        TwistGroup(_("Price"), _prices(twist) if wanted.price else []),
        TwistGroup(_("Type"), _types(product, twist, sold)),
    ]
    return [group for group in groups if group.links]


def beside_links(others: Sequence[Product], twist: Twist) -> list[TwistLink]:
    """The further products that it is to be like, each to be taken away."""
    return [
        TwistLink(other.title, twist.query(beside=_without(twist.beside, other.slug)) or "?", pressed=True)
        for other in others
    ]


def _colours(product: Product, twist: Twist, wanted: Wanted, sold: Facets) -> list[TwistLink]:
    """Those that goods of its kind come in: a belt is not offered in red where all that is red is scarves."""
    facets = colour_facets(scope=Product.objects.published(), filters=_its_kind(product, twist))
    names = _offered(facets, twist.colour, wanted.colours - {twist.colour}, known=sold.colours)
    return [
        TwistLink(name, _toggled(twist, "colour", name), name == twist.colour, name.lower()) for name in names
    ]


def _its_kind(product: Product, twist: Twist) -> ProductFilters:
    kind = twist.type or product.product_type
    genders = () if product.gender == Gender.UNISEX else (product.gender, Gender.UNISEX.value)
    return ProductFilters(in_stock=True, types=(kind,) if kind else (), genders=genders)


def _prices(twist: Twist) -> list[TwistLink]:
    said = {LOWER: _("Cheaper"), HIGHER: _("More expensive")}
    return [TwistLink(text, _toggled(twist, "price", way), way == twist.price) for way, text in said.items()]


def _types(product: Product, twist: Twist, sold: Facets) -> list[TwistLink]:
    names = _offered(sold.types, twist.type, {product.product_type})
    return [TwistLink(name, _toggled(twist, "type", name), name == twist.type) for name in names]


def _offered(
    facets: Sequence[Facet], chosen: str, own: Iterable[str], *, known: Sequence[Facet] = ()
) -> list[str]:
    """What is chosen comes first, to be taken back; of `known` where `facets` are but some of these."""
    first = [chosen] if any(facet.value == chosen for facet in known or facets) else []
    return [*first, *(facet.value for facet in facets if facet.value not in {chosen, *own})][:MOST]


def _toggled(twist: Twist, name: str, value: str) -> str:
    """A query string, "?" at least: an empty address would be the present one with its query."""
    return twist.query(**{name: "" if getattr(twist, name) == value else value}) or "?"


def _without(slugs: Iterable[str], slug: str) -> tuple[str, ...]:
    return tuple(other for other in slugs if other != slug)

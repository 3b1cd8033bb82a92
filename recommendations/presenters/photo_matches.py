"""Which products a search by photo finds: under what was asked, and what the photo lets guess."""

from dataclasses import dataclass, replace

from django.utils import timezone
from django.utils.translation import gettext_lazy
from numpy.typing import ArrayLike

from catalog.filters import ProductFilters
from catalog.forms import ProductFilterForm
from catalog.models import Product
from catalog.selectors import Facets

from ..departments import departments_of
from ..feedback import moved
from ..guesses import genders_of, guesses
from ..models import PhotoQuery
from ..refinements import Values, marks, query_dict, with_guesses
from ..selectors import Match, nearest
from ..selectors.department import likely_departments
from ..selectors.marked import Marked, marked_products
from ..selectors.steering import Rules, boosts_of, hidden_by, rules_in_force
from ..selectors.twins import without_twins
from ..strength import Strength, is_recognised, strength_of

MOST = 96
"""Further down the nearest are hardly alike; nobody pages there."""
FEW = 4
"""Where a guessed type or colour leaves fewer it leaves too little to choose from, and is only offered."""
SORTS = {
    "": gettext_lazy("Most alike"),
    "price": gettext_lazy("Price, low to high"),
    "-price": gettext_lazy("Price, high to low"),
}


@dataclass(frozen=True)
class _Search:
    """`preferred`: the few products that come first, since they are what was guessed."""

    matches: list[Match]
    form: ProductFilterForm
    guessed: Values
    preferred: frozenset[int] = frozenset()


@dataclass(frozen=True)
class _Sight:
    """The photo's vector, moved by what the shopper marked; `within`: size, category, what is excluded."""

    query: PhotoQuery
    vector: ArrayLike
    within: ProductFilters


@dataclass(frozen=True)
class PhotoMatches:
    """What was found, twins once, in the order that was asked for, under `form`'s filters, some `guessed`.

    `is_capped`: there may be more than were looked at. `left_out` is a guess that would have left nothing,
    `weak`: even the best is most likely of another type, or the photo shows no goods that are known.
    """

    matches: list[Match]
    is_capped: bool
    form: ProductFilterForm
    guessed: Values
    left_out: str
    weak: bool
    marked: dict[int, Marked]


def photo_matches(
    *, query: PhotoQuery, values: Values, sold: Facets, within: ProductFilters | None = None
) -> PhotoMatches:
    """Among the MOST nearest, under `values` (of genders only those sold), sizes and category of `within`."""
    liked, disliked = marks(values)
    marked = _marked(query, [*liked, *disliked])
    now = timezone.now()
    rules = rules_in_force(now=now)
    within = replace(within or ProductFilters(), exclude_product_ids=(*disliked, *hidden_by(rules)))
    sight = _Sight(query, _vector(query, liked, disliked, marked), within)
    search, left_out = _search(sight, values, sold)
    shown = without_twins(_steered(search, rules), encoder=query.encoder, now=now)
    return PhotoMatches(
        matches=_sorted(shown, sort_of(values)),
        is_capped=len(search.matches) == MOST,
        form=search.form,
        guessed=search.guessed,
        left_out=left_out,
        weak=not marked and _is_weak(search.matches, query),
        marked=marked,
    )


def _steered(search: _Search, rules: Rules) -> list[Match]:
    """The preferred ones, then the others, as similar as they are, moved by what the merchant asks."""
    boosts = boosts_of(rules, [match.product_id for match in search.matches], now=timezone.now())

    def place(match: Match) -> tuple[bool, float]:
        pk = match.product_id
        return pk not in search.preferred, -match.similarity - boosts.get(pk, 0.0)

    return sorted(search.matches, key=place)


def _marked(query: PhotoQuery, ids: list[int]) -> dict[int, Marked]:
    return marked_products(product_ids=ids, encoder=query.encoder) if ids else {}


def _vector(query: PhotoQuery, liked: list[int], disliked: list[int], marked: dict[int, Marked]) -> ArrayLike:
    if not marked:
        own: ArrayLike = query.vector
        return own
    to, away = ([marked[pk].vector for pk in ids if pk in marked] for ids in (liked, disliked))
    return moved(query.vector, to, away)


def _search(sight: _Sight, values: Values, sold: Facets) -> tuple[_Search, str]:
    """Under all guesses, without the colour where fewer than FEW are left, then without the type, too.

    And what was left out that would have left nothing. The few that were left come first.
    """
    guessed, left_out = _guesses(sight.query, values, sold), ""
    search = _nearest(sight, values, guessed, sold)
    for dropped in (("colour",), ("type", "colour")):
        if len(search.matches) >= FEW or dropped[0] not in search.guessed:
            continue
        wider = _nearest(sight, values, _without(guessed, *dropped), sold)
        if len(wider.matches) > len(search.matches):
            read = [value for name in dropped for value in search.guessed.get(name, ())]
            left_out = ", ".join(read) if "type" in dropped and not search.matches else ""
            search = replace(wider, preferred=frozenset(match.product_id for match in search.matches))
    return search, left_out


def _without(guessed: Values, *names: str) -> Values:
    return {name: guess for name, guess in guessed.items() if name not in names}


def _guesses(query: PhotoQuery, values: Values, sold: Facets) -> Values:
    """Whose goods the photo most likely shows is asked only where it matters: it is a search of its own."""
    guessed = guesses(query.labels, sold)
    is_said = values.get("gender") or "gender" in values.get("any", ())
    if is_said or len(departments_of([facet.value for facet in sold.genders])) < 2:
        return guessed
    types = guessed.get("type", ())  # not the shopper's, or another type would change the department, too
    seen = query.labels.get("type", ())
    likely = likely_departments(vector=query.vector, encoder=query.encoder, sold=sold, types=types, seen=seen)
    for name, _probability in likely[:1]:
        return {**guessed, "gender": genders_of(name, sold)}
    return guessed


def _nearest(sight: _Sight, values: Values, guessed: Values, sold: Facets) -> _Search:
    applied, used = with_guesses(values, guessed)
    form = filter_form(applied, sold)
    within = sight.within
    filters = replace(
        form.filters(category_id=within.category_id),
        sizes=within.sizes,
        exclude_product_ids=within.exclude_product_ids,
    )
    matches = nearest(sight.vector, filters=filters, limit=MOST, encoder=sight.query.encoder)
    return _Search(matches, form, used)


def filter_form(values: Values, sold: Facets) -> ProductFilterForm:
    form = ProductFilterForm(query_dict(values), choices=sold)
    form.is_valid()
    return form


def sort_of(values: Values) -> str:
    sort = (values.get("sort") or ("",))[0]
    return sort if sort in SORTS else ""


def _sorted(matches: list[Match], sort: str) -> list[Match]:
    """The same matches in another order; what is alike stays what was found."""
    if not sort or not matches:
        return matches
    by_product = {match.product_id: match for match in matches}
    products = Product.objects.filter(pk__in=list(by_product)).by_price(descending=sort.startswith("-"))
    return [by_product[pk] for pk in products.values_list("pk", flat=True)]


def _is_weak(matches: list[Match], query: PhotoQuery) -> bool:
    """Whether even the best match is most likely of another type, or the photo shows no goods we know."""
    if not matches:
        return False
    types, key = query.labels.get("type", ()), query.encoder.key
    if types and not is_recognised((share for _value, share in types), encoder_key=key):
        return True
    kind = next((value for value, _share in types), "")
    return strength_of(matches[0].similarity, encoder_key=key, kind=kind) is Strength.NOTHING_CLOSE

"""How close a tile is, and why it is in the row: from facts alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from ..ranking import Facts
from ..reasons import SHARED, shared
from ..selectors.looks import Looks
from ..strength import Strength, strength_of

WORDS: dict[Strength, str | Promise] = {
    Strength.SAME_ITEM: gettext_lazy("Same item"),
    Strength.VERY_CLOSE: gettext_lazy("Very close"),
    Strength.SIMILAR: gettext_lazy("Similar"),
    Strength.NOTHING_CLOSE: "",
}


@dataclass(frozen=True, slots=True)
class LookNote:
    """`strength` is None where nothing is known of it. `text` begins with a capital; empty where there is
    nothing to say."""

    strength: Strength | None
    text: str


def look_notes(looks: Looks) -> dict[int, LookNote]:
    """By product id, in the language of now."""
    words = {key: str(word) for key, word in (*WORDS.items(), *SHARED.items())}  # a row says them many times
    return {look.facts.product_id: _note(look.facts, looks, words) for look in looks.products}


def _note(facts: Facts, looks: Looks, words: Mapping[str, str]) -> LookNote:
    strength = _strength(facts, looks)
    said = [words[key] for key in (strength, *shared(facts, looks.wanted)) if key]
    return LookNote(strength, capfirst(" · ".join(filter(None, said))))


def _strength(facts: Facts, looks: Looks) -> Strength | None:
    """What is known to be of another type is not called similar, however much it looks so."""
    kind = looks.wanted.product_type
    strength = strength_of(facts.similarity, encoder_key=looks.encoder.key, kind=kind, between_products=True)
    return Strength.NOTHING_CLOSE if strength and facts.product_type != kind else strength

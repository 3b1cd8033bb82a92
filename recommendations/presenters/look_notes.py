"""How close a tile is, and why it is in the row: from facts alone."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from ..ranking import Facts
from ..reasons import shared
from ..selectors.looks import Looks
from ..strength import Strength, strength_of

WORDS: dict[Strength, str | Promise] = {
    Strength.SAME_ITEM: gettext_lazy("Same item"),
    Strength.VERY_CLOSE: gettext_lazy("Very close"),
    Strength.SIMILAR: gettext_lazy("Similar"),
    Strength.NOTHING_CLOSE: "",
}


@dataclass(frozen=True)
class LookNote:
    """`strength` is None where nothing is known of it."""

    strength: Strength | None
    why: tuple[str, ...]

    @property
    def text(self) -> str:
        """Begins with a capital; empty where there is nothing to say."""
        word = str(WORDS[self.strength]) if self.strength else ""
        return capfirst(" · ".join(part for part in (word, *self.why) if part))


def look_notes(looks: Looks) -> dict[int, LookNote]:
    """By product id."""
    return {
        look.facts.product_id: LookNote(_strength(look.facts, looks), tuple(shared(look.facts, looks.wanted)))
        for look in looks.products
    }


def _strength(facts: Facts, looks: Looks) -> Strength | None:
    """What is known to be of another type is not called similar, however much it looks so."""
    kind = looks.wanted.product_type
    strength = strength_of(facts.similarity, encoder_key=looks.encoder.key, kind=kind, between_products=True)
    return Strength.NOTHING_CLOSE if strength and facts.product_type != kind else strength

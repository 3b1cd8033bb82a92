"""Titles and descriptions."""

from typing import Final

from catalog.models import Gender

from .drawing import Look, Pattern
from .kinds import Kind

BRANDS: Final = (
    "Alderfen",
    "Brindlewick",
    "Tessaly",
    "Corvane",
    "Moss & Hale",
    "Lumikko",
    "Oda Weaver",
    "Tidemill",
)
_CHILDREN_BRANDS: Final = ("Pinwheel Yard", "Lumikko", "Small Parade")
NAMES: Final = (
    *("Harbour", "Juniper", "Willow", "Marlow", "Fjord", "Meadow", "Linden", "Otter", "Cedar", "Rowan"),
    *("Dune", "Saffron", "Pebble", "Heron", "Orchard", "Fern", "Bramble", "Coast", "Ember", "Larch"),
    *("Quarry", "Tansy", "Wren", "Islay", "Aster", "Hazel", "Thistle", "Sable", "Clover", "Drift"),
)
_PATTERNS: Final = {
    Pattern.SOLID: "",
    Pattern.STRIPED: "striped",
    Pattern.CHECKED: "checked",
    Pattern.DOTTED: "polka-dot",
    Pattern.BLOCK: "colour-block",
}
_FOR: Final = {Gender.GIRLS: "girls'", Gender.BOYS: "boys'"}
_CARE: Final = {
    "leather": "Wipe clean and feed once a season.",
    "suede": "Brush when dry.",
    "wool": "Hand wash, dry flat.",
    "denim": "Wash cold and inside out, and not too often.",
    "acetate": "Rinse in cold water, dry with a soft cloth.",
}
_WASH: Final = "Machine wash at 30 °C."
_FIT: Final = (
    "Cut for easy movement and made to be worn for years.",
    "A quiet piece that goes with most of what you own.",
    "Finished by hand in small runs.",
    "Light enough for spring, at home under a coat in winter.",
    "Made from leftover mill cloth, so each run is short.",
)


def title(kind: Kind, look: Look, gender: Gender, number: int) -> str:
    """Such as "Harbour striped cotton T-shirt"; `number` chooses the name."""
    cloth, noun = _cloth(kind, look), look.one_of(kind.nouns, "noun")
    words = (
        NAMES[number % len(NAMES)],
        _FOR.get(gender, ""),
        _PATTERNS[look.pattern],
        "" if noun.lower().startswith(cloth) else cloth,
        _small(noun),
    )
    return " ".join(word for word in words if word)


def description(kind: Kind, look: Look, colour: str) -> str:
    cloth = _cloth(kind, look)
    pattern = _PATTERNS[look.pattern]
    noun = look.one_of(kind.nouns, "noun")
    what = f"{noun} in {colour.lower()} {cloth.replace('-strap', '')}" + (f", {pattern}" if pattern else "")
    care = next((care for word, care in _CARE.items() if word in cloth), _WASH)
    return f"{what}. {look.one_of(_FIT, 'fit')} {care}"


def brand(look: Look, gender: Gender) -> str:
    return look.one_of(_CHILDREN_BRANDS if gender in _FOR else BRANDS, "brand")


def alt_text(kind: Kind, look: Look, colour: str, view: str) -> str:
    """What sets this picture apart: "Navy blue striped T-shirt, front"."""
    words = (colour.lower(), _PATTERNS[look.pattern], _small(look.one_of(kind.nouns, "noun")))
    text = " ".join(word for word in words if word)
    return f"{text[0].upper()}{text[1:]}, {view}"


def _cloth(kind: Kind, look: Look) -> str:
    return look.one_of(kind.cloths, "cloth")


def _small(noun: str) -> str:
    """As it stands inside a title: "shirt", but "T-shirt"."""
    return noun if noun[1] == "-" else noun[0].lower() + noun[1:]

"""From a merchant's type to the coarse kind that a region is named with."""

import json
from functools import cache
from pathlib import Path

from recommendations.regions import KINDS

OTHER = "other"


def kind_of(product_type: str) -> int:
    """The row of KINDS for goods of this type; "other" for one that `kinds.json` does not list."""
    return KINDS.index(_kinds().get(product_type, OTHER))


@cache
def _kinds() -> dict[str, str]:
    text = Path(__file__).with_name("kinds.json").read_text(encoding="utf-8")
    return {name: kind for kind, names in json.loads(text).items() for name in names}

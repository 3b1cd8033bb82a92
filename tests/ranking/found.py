"""Products as ranking sees them, two numbers long."""

from math import cos, sin
from typing import Any

import numpy as np

from recommendations.ranking import Facts


def found(product_id: int, similarity: float = 0.5, angle: float = 0.0, **facts: Any) -> Facts:
    """Its vector points at `angle` (radians)."""
    facts = {"product_type": "Shirt", **facts}
    if "colours" in facts:
        facts["colours"] = frozenset(facts["colours"])
    return Facts(product_id, similarity, np.array([cos(angle), sin(angle)], np.float32), **facts)

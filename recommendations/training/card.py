"""The model card, written from the run: what it was made of, how, how well it does and where it fails."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from recommendations.training.batches import BatchPlan
from recommendations.training.history import History
from recommendations.training.lesson import SOFT, WEIGHTS
from recommendations.training.parts import Parts
from recommendations.training.train import Settings

WEAK_UNDER = 0.6
LIMITS = (
    "The ground's colour can leak into the answer on a phone photo: crop to the thing itself.",
    "It knows the labels, and the goods, of the pictures that it was trained on.",
)


def run_facts(
    settings: Settings,
    plan: BatchPlan,
    parts: Parts,
    figures: Mapping[str, float],
    weak: Mapping[str, float],
    history: History,
    licences: Sequence[str],
) -> dict[str, Any]:
    """What the card says beside what the shop needs; `weak`: labels and how often they are named rightly."""
    return {
        "description": _description(settings, plan),
        "sharpness": {head: round(value, 3) for head, value in parts.sharpness.items()},
        "shares": {**parts.shares, "general": parts.general_share},
        "recipe": _recipe(settings) | {"steps": history.losses[-1][0] if history.losses else 0},
        "trained_on": {
            "products": len(plan.products.pixels),
            "photos": len(plan.photos.pixels),
            "licences": list(licences),
        },
        "measured_on": "a quarter of the third that was held out, on which the shares were chosen, too",
        "figures": {name: round(value, 4) for name, value in figures.items()},
        "limits": [*LIMITS, *_weak_words(weak)],
    }


def _description(settings: Settings, plan: BatchPlan) -> str:
    heads = ", ".join(plan.labels) or "no labels"
    return (
        f"{settings.backbone} trained on {len(plan.products.pixels)} products and "
        f"{len(plan.photos.pixels)} photos. Learned: {heads}."
    )


def _recipe(settings: Settings) -> dict[str, Any]:
    recipe = asdict(settings)
    recipe["weights"] = Path(settings.weights).name
    recipe["initial"] = Path(settings.initial).name
    return recipe | {"losses": {**WEIGHTS, "soft share of labels": SOFT}}


def _weak_words(weak: Mapping[str, float]) -> list[str]:
    return [
        f"Named rightly in {share:.0%} of the watched pictures only: {label}."
        for label, share in sorted(weak.items(), key=lambda pair: pair[1])
        if share < WEAK_UNDER
    ]

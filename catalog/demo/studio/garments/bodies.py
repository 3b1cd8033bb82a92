"""Torsos for everybody, and what they share: the body piece and turned-down collars."""

from dataclasses import replace
from typing import Any

from ..goods import Cut, Who
from ..outline import MIDDLE, line, mirrored, stops, symmetric
from ..piece import Piece
from ..weave import Weave
from .torso import Sleeve, Torso

_BODIES = {
    Who.MEN: Torso(),
    Who.WOMEN: Torso(
        neck=62, shoulder=150, chest=142, armpit=318, waist=128, waist_at=480, hem=146, bottom=690
    ),
    Who.KIDS: Torso(
        neck=64, shoulder=152, chest=150, armpit=314, waist=148, waist_at=470, hem=154, bottom=620
    ),
}


def torso_for(cut: Cut, **changes: Any) -> Torso:
    loose = cut.between(-3, 8, "loose")
    body = replace(_BODIES[cut.who], seed=cut.seed)
    body = replace(
        body,
        chest=body.chest + loose,
        waist=body.waist + loose,
        hem=body.hem + loose,
        bottom=body.bottom + cut.between(-16, 18, "long"),
        dip=cut.between(44, 58, "dip"),
    )
    return replace(body, **changes)


def body_piece(torso: Torso, sleeves: Sleeve | None, weave: Weave, **details: Any) -> Piece:
    form = (sleeves.right, mirrored(sleeves.right)) if sleeves else ()
    seams = torso.armhole if sleeves else ()
    settings: dict[str, Any] = {
        "weave": weave,
        "depth": 95,
        "bulge": 0.75,
        "form": form,
        "folds": torso.folds(),
        "seams": seams,
        "bend": 14,
        "shadow": 0.12,
    }
    return Piece(torso.body, **(settings | details))


def collar_wings(
    torso: Torso, paint: str, weave: Weave, *, fall: float = 52, out: float = 62, stitched: bool = False
) -> list[Piece]:
    """A turned-down collar: its two points in front and its stand behind."""
    n, top, y = torso.neck, torso.top, torso.top + torso.dip
    wing = line(
        *stops(
            f"2,{y - 6}! {n * 0.62},{top + torso.dip * 0.42} {n - 6},{top - 22}! "
            f"{n + 8},{top - 10} {n + 26},{top + 16}! {out},{y + fall * 0.86}! 2,{y - 6}!"
        )
    ) + (MIDDLE, 0)
    edge = line((8, y - 2), (out - 3, y + fall * 0.78), (n + 20, top + 18)) + (MIDDLE, 0)
    stand = symmetric(
        *stops(
            f"0,{top - 8} {n * 0.6},{top - 14} {n - 5},{top - 22}! {n - 2},{top + 8}! "
            f"{n * 0.6},{top + 18} 0,{top + 22}"
        )
    )
    details: dict[str, Any] = {"weave": weave, "depth": 13, "bulge": 0.5, "shadow": 0.42, "reach": 6.0}
    return [
        Piece(stand, paint, weave, depth=20, bulge=0.3, light=0.68, shadow=0.1),
        Piece(wing, paint, turn=38, stitches=(edge,) if stitched else (), **details),
        Piece(mirrored(wing), paint, turn=-38, stitches=(mirrored(edge),) if stitched else (), **details),
    ]

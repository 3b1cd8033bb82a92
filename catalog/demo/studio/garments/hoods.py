"""Hoods and their cords."""

from ..folds import Wrinkles
from ..outline import MIDDLE, band, ellipse, line, mirrored, stops, symmetric
from ..piece import Piece
from ..weave import Weave
from .torso import Torso


def hood_pieces(torso: Torso, weave: Weave, gloss: float = 0.0) -> tuple[tuple[Piece, Piece], list[Piece]]:
    """What of a hood lies behind the head, and its two sides in front."""
    n, top, y = torso.neck, torso.top, torso.top + torso.dip
    back = symmetric(
        *stops(
            f"0,{top - 92} {n + 8},{top - 84} {n + 48},{top - 40} {n + 46},{top + 10} "
            f"{n + 28},{top + 34}! 0,{top + 60}"
        )
    )
    inner = symmetric(
        *stops(f"0,{top - 46} {n - 6},{top - 36} {n + 14},{top - 2} {n - 10},{top + 42} 0,{y + 14}")
    )
    lip = line(*stops(f"0,{y + 12} {n * 0.7},{top + 48} {n + 16},{top - 4} {n + 4},{top - 40}"))
    edge = line(
        *stops(
            f"2,{y + 40}! {n * 0.9},{top + 70} {n + 46},{top + 34} {n + 44},{top - 20}! "
            f"{n + 26},{top - 58} {n - 8},{top - 50}! {n + 13},{top - 4} "
            f"{n * 0.66},{top + 46} 2,{y + 6}! 2,{y + 40}!"
        )
    )
    front = [
        Piece(
            shape,
            "main",
            weave,
            depth=26,
            bulge=0.8,
            gloss=gloss,
            folds=(Wrinkles(torso.seed + 51, 40, 90, 5, turn=30),),
            stitches=(path,),
            shadow=0.4,
            reach=8,
        )
        for shape, path in (
            (edge + (MIDDLE, 0), lip + (MIDDLE + 5, 4)),
            (mirrored(edge + (MIDDLE, 0)), mirrored(lip + (MIDDLE + 5, 4))),
        )
    ]
    folds = (Wrinkles(torso.seed + 52, 70, 60, 7),)
    behind = Piece(back, "main", weave, depth=60, bulge=0.9, folds=folds, gloss=gloss)
    inside = Piece(inner, "lining", Weave.JERSEY, depth=50, bulge=0.25, light=0.5, shadow=0.2)
    return (behind, inside), front


def cords(torso: Torso) -> list[Piece]:
    y = torso.top + torso.dip + 22
    right = line((30, y), (33, y + 60), (28, y + 128)) + (MIDDLE, 0)
    left = line((-30, y), (-36, y + 56), (-33, y + 112)) + (MIDDLE, 0)
    cords = [
        Piece(band(path, 6.5), "cord", Weave.CANVAS, depth=3.2, bulge=1.1, shadow=0.4, reach=4)
        for path in (right, left)
    ]
    tips = [
        Piece(
            band(path[-4:] + (0, 9), 7),
            "#b8bcc2",
            Weave.SMOOTH,
            depth=3,
            bulge=0.9,
            gloss=0.5,
            shadow=0.3,
            reach=3,
        )
        for path in (right, left)
    ]
    eyes = [
        Piece(ellipse(x, y - 1, 5, 5), "#9a9ea4", Weave.SMOOTH, depth=2.5, bulge=0.8, gloss=0.5, reach=2)
        for x in (330, 390)
    ]
    return [*eyes, *cords, *tips]

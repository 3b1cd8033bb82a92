"""Goods somewhere else: moved, turned, made smaller, with paints of their own."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from .folds import Creases
from .outline import Points, turned
from .piece import Piece

Move = Callable[[Points], Points]


def placed(
    pieces: Iterable[Piece], move: Move, *, degrees: float = 0.0, name: str = "", light: float = 1.0
) -> list[Piece]:
    """Every outline moved. `name` is put before paints, so that the goods of one scene have colours each."""
    return [_placed(piece, move, degrees, name, light) for piece in pieces]


def moving(
    *, scale: float, about: tuple[float, float], to: tuple[float, float], degrees: float = 0.0
) -> Move:
    """Takes the point `about` to the point `to`, and turns clockwise."""

    def move(points: Points) -> Points:
        return turned((points - about) * scale, degrees) + to

    return move


def _placed(piece: Piece, move: Move, degrees: float, name: str, light: float) -> Piece:
    folds = tuple(
        replace(fold, lines=tuple(map(move, fold.lines))) if isinstance(fold, Creases) else fold
        for fold in piece.folds
    )
    return replace(
        piece,
        shape=tuple(map(move, piece.shapes)),
        form=tuple(map(move, piece.form)),
        seams=tuple(map(move, piece.seams)),
        stitches=tuple(map(move, piece.stitches)),
        folds=folds,
        paint=_named(piece.paint, name),
        thread=_named(piece.thread, name),
        light=piece.light * light,
        turn=piece.turn + degrees,
    )


def _named(paint: str, name: str) -> str:
    return paint if not paint or paint.startswith("#") else f"{name}{paint}"

"""Photographs as people take them at home: of goods like those in the shop, in bad light and askew."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from .camera import Camera
from .develop import Dye, Ground, Rgb8, develop
from .figure import dressed
from .folds import Wrinkles
from .goods import Cut, Who
from .models import goods
from .outline import HEIGHT, WIDTH, band, line, rounded, stops
from .patterns import Pattern
from .piece import Piece
from .placing import moving, placed
from .plate import expose
from .weave import Weave

_SCALE: Final = 4 / 3
_SCENE_WIDTH: Final = round(WIDTH * _SCALE)
_SCENE_HEIGHT: Final = round(HEIGHT * _SCALE)
KEPT_BACK: Final = 900
"""Cuts from this version on are never sold: a photograph shows something like the goods, not the goods."""


@dataclass(frozen=True)
class Phone:
    """What a phone does to a scene: turned by degrees, leaning, coloured, dark, blurred, noisy."""

    degrees: float
    lean: float
    cast: tuple[float, float, float]
    exposure: float
    blur: float
    noise: float
    seed: int


@dataclass(frozen=True)
class Scene:
    """Pieces from back to front, their colours, and the phone."""

    pieces: tuple[Piece, ...]
    dye: Dye
    phone: Phone


def photograph(scene: Scene) -> Rgb8:
    """1280 rows of 960 pixels."""
    cv2.setNumThreads(1)
    camera = Camera(_SCALE, 0, 0, _SCENE_WIDTH, _SCENE_HEIGHT, seed=scene.phone.seed, sway=4)
    picture = develop(expose(camera, scene.pieces), scene.dye, Ground("#b9b2a6", "#9b9488"))
    return _as_by_phone(picture, scene.phone)


def _as_by_phone(picture: Rgb8, phone: Phone) -> Rgb8:
    rng = np.random.default_rng(phone.seed)
    size = (_SCENE_WIDTH, _SCENE_HEIGHT)
    image = cv2.warpPerspective(
        picture, _view(phone), size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
    )
    light = (image.astype(np.float32) / 255) ** 2
    light *= np.array(phone.cast, np.float32) * np.float32(phone.exposure) * _falloff(phone)[:, :, None]
    light = np.asarray(cv2.GaussianBlur(light, (0, 0), phone.blur), np.float32)
    light += rng.normal(0, phone.noise, light.shape).astype(np.float32) * (
        0.25 + np.sqrt(np.maximum(light, 0))
    )
    return np.asarray(np.sqrt(np.clip(light, 0, 1)) * 255, np.uint8)


def _view(phone: Phone) -> npt.NDArray[np.float64]:
    """The scene's plane, seen at an angle."""
    w, h = _SCENE_WIDTH, _SCENE_HEIGHT
    inset = phone.lean * w
    corners = np.array([(inset, inset * 0.5), (w - inset, inset * 0.5), (w, h), (0, h)], np.float32)
    flat = np.array([(0, 0), (w, 0), (w, h), (0, h)], np.float32)
    lean = cv2.getPerspectiveTransform(flat, corners)
    turn = np.vstack([cv2.getRotationMatrix2D((w / 2, h / 2), phone.degrees, 1.1), [0, 0, 1]])
    return np.asarray(turn @ lean, np.float64)


def _falloff(phone: Phone) -> npt.NDArray[np.float32]:
    """Light comes from one side and fades."""
    x = np.linspace(-1, 1, _SCENE_WIDTH, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, _SCENE_HEIGHT, dtype=np.float32)[:, None]
    side = 1 if phone.seed % 2 else -1
    return np.asarray(1 - 0.16 * (x * x + y * y) + 0.14 * side * x - 0.10 * y, np.float32)


def _sheet(paint: str, weave: Weave, seed: int, *, rough: float = 1.0) -> Piece:
    """Cloth from edge to edge."""
    shape = line(*stops("-90,-90! 810,-90! 810,1050! -90,1050! -90,-90!"))
    folds = (
        Wrinkles(seed, 130, 260, 24 * rough, turn=35),
        Wrinkles(seed + 1, 60, 150, 9 * rough, turn=-40, sharp=0.3),
        Wrinkles(seed + 2, 34, 70, 3 * rough, turn=70, sharp=0.3),
    )
    return Piece(shape, paint, weave, depth=60, bulge=0.1, folds=folds, shadow=0)


def _boards(paints: tuple[str, ...], wide: float, seed: int) -> list[Piece]:
    """A wooden floor, its boards across."""
    rng = np.random.default_rng(seed)
    pieces = []
    for y in np.arange(-60, 1040, wide):
        x = -90 - float(rng.uniform(0, 300))
        while x < 820:
            long = float(rng.uniform(260, 460))
            board = rounded(x, float(y), long - 2, wide - 2, 2)
            grain = (
                Wrinkles(int(rng.integers(1_000_000)), 190, 7, 0.55),
                Wrinkles(int(rng.integers(1_000_000)), 90, 3, 0.2),
            )
            paint = paints[int(rng.integers(len(paints)))]
            light = float(rng.uniform(0.9, 1.06))
            pieces.append(
                Piece(
                    board,
                    paint,
                    Weave.SMOOTH,
                    depth=4,
                    bulge=0.4,
                    folds=grain,
                    gloss=0.05,
                    light=light,
                    shadow=0.12,
                    reach=2,
                )
            )
            x += long
    return pieces


def _lying(
    model: str, who: Who, *, to: tuple[float, float], scale: float, degrees: float, name: str = ""
) -> list[Piece]:
    """Goods on a surface, as they were put down."""
    shown = goods(Cut(model, who, KEPT_BACK))
    low, high = shown.bounds
    about = (float(low[0] + high[0]) / 2, float(low[1] + high[1]) / 2)
    move = moving(scale=scale, about=about, to=to, degrees=degrees)
    pieces = placed((*shown.hollow, *shown.pieces), move, degrees=degrees, name=name)
    silhouette = tuple(shape for piece in pieces for shape in piece.shapes)
    return [
        Piece(silhouette, "#000000", Weave.SMOOTH, light=0.02, shadow=0.5, reach=12, opacity=0.0),
        *pieces,
    ]


def _colours(main: str, name: str = "", **others: str) -> tuple[tuple[str, str], ...]:
    usual = {
        "accent": "#f2efe6",
        "trim": main,
        "second": main,
        "lining": main,
        "button": "#e9e2d2",
        "thread": "#c8924e",
    }
    usual |= {
        "faded": "#a3b8d2",
        "lace": "#f1efe8",
        "sole": "#efebe0",
        "outsole": "#b98a5a",
        "cord": "#eee9df",
    }
    return tuple((f"{name}{paint}", colour) for paint, colour in ({"main": main} | usual | others).items())


def _bed() -> Scene:
    pillow = rounded(70, -150, 580, 320, 90)
    pieces = (
        _sheet("sheet", Weave.SMOOTH, 11, rough=0.8),
        Piece(
            pillow,
            "pillow",
            Weave.CANVAS,
            depth=90,
            bulge=0.9,
            folds=(Wrinkles(14, 90, 110, 12), Wrinkles(15, 30, 80, 5, turn=50)),
            shadow=0.4,
            reach=16,
        ),
        *_lying("tea_dress", Who.WOMEN, to=(366, 590), scale=0.86, degrees=13),
    )
    dye = Dye(
        (*_colours("#24304e", accent="#eee3cb"), ("sheet", "#dfe3e8"), ("pillow", "#eef0f2")),
        Pattern.FLORAL,
        seed=2,
    )
    return Scene(pieces, dye, Phone(-4, 0.05, (1.03, 0.99, 0.92), 0.92, 1.0, 0.016, 21))


def _floor() -> Scene:
    pieces = (
        *_boards(("oak", "oak2"), 92, 5),
        *_lying("denim_jacket", Who.MEN, to=(360, 470), scale=0.95, degrees=-17),
    )
    dye = Dye((*_colours("#47658f"), ("oak", "#b58a5e"), ("oak2", "#a87c52")))
    return Scene(pieces, dye, Phone(6, 0.10, (1.05, 1.0, 0.9), 0.95, 0.9, 0.018, 32))


def _chair() -> Scene:
    wall = _sheet("wall", Weave.SMOOTH, 41, rough=0.04)
    legs = [band(line((x, 700), (x + dx, 1010)), 30) for x, dx in ((150, -14), (570, 14))]
    posts = [band(line((x, 60), (x, 660)), 32) for x in (170, 550)]
    rails = [band(line((160, y), (360, y - 12), (560, y)), 60) for y in (110, 250)]
    seat = line(*stops("120,640! 360,622 600,640! 650,740! 360,770 70,740! 120,640!"))
    wood = [
        Piece(
            shape,
            "wood",
            Weave.SMOOTH,
            depth=14,
            bulge=0.9,
            gloss=0.08,
            folds=(Wrinkles(43, 8, 180, 0.8),),
            shadow=0.4,
            reach=14,
        )
        for shape in (*legs, *posts, *rails)
    ]
    cushion = Piece(
        seat,
        "seat",
        Weave.CANVAS,
        depth=50,
        bulge=0.8,
        folds=(Wrinkles(44, 90, 60, 6),),
        shadow=0.4,
        reach=12,
    )
    bag = _lying("top_handle", Who.WOMEN, to=(366, 480), scale=0.86, degrees=-3)
    dye = Dye(
        (*_colours("#a8713f", trim="#8c5a30"), ("wall", "#b7bdb5"), ("wood", "#7a5638"), ("seat", "#d9d0c0"))
    )
    return Scene((wall, *wood, cushion, *bag), dye, Phone(3, -0.03, (1.08, 1.0, 0.84), 0.88, 1.1, 0.022, 43))


def _mirror() -> Scene:
    frame = rounded(96, 20, 528, 960, 18)
    glass = rounded(120, 44, 480, 930, 8)
    door = rounded(420, 90, 150, 900, 4)
    cut = Cut("shirt", Who.MEN, KEPT_BACK)
    shown = dressed(goods(cut), cut)
    move = moving(scale=0.94, about=(360, 420), to=(352, 470))
    pieces = (
        _sheet("wall", Weave.SMOOTH, 51, rough=0.04),
        Piece(frame, "wood", Weave.SMOOTH, depth=16, bulge=0.9, gloss=0.1, shadow=0.4, reach=14),
        Piece(glass, "room", Weave.SMOOTH, depth=200, bulge=0.05, shadow=0.3, reach=6),
        Piece(door, "door", Weave.SMOOTH, depth=8, bulge=0.3, shadow=0.2, reach=5),
        *placed(shown.pieces, move),
    )
    dye = Dye(
        (
            *_colours("#b32a31", accent="#1e2a44", figure="#cfa78c", companion="#3c404a"),
            ("wall", "#cfc6b8"),
            ("wood", "#4c3a2c"),
            ("room", "#b9b4ab"),
            ("door", "#a49d92"),
        ),
        Pattern.TARTAN,
        seed=1,
    )
    return Scene(pieces, dye, Phone(-5, 0.02, (0.98, 1.0, 0.97), 0.86, 1.2, 0.024, 54))


def _dark() -> Scene:
    pieces = (
        _sheet("rug", Weave.FLEECE, 61, rough=0.3),
        *_lying("canvas_sneaker", Who.MEN, to=(350, 500), scale=0.98, degrees=9),
    )
    dye = Dye((*_colours("#b02830"), ("rug", "#59554f")))
    return Scene(pieces, dye, Phone(-8, 0.07, (1.18, 0.94, 0.68), 0.30, 1.6, 0.034, 65))


def _several() -> Scene:
    pieces = (
        _sheet("rug", Weave.CANVAS, 71, rough=0.16),
        *_lying("straight_jeans", Who.MEN, to=(520, 590), scale=0.62, degrees=7, name="jeans "),
        *_lying("tee", Who.MEN, to=(228, 380), scale=0.62, degrees=-9),
        *_lying("cap", Who.MEN, to=(226, 780), scale=0.46, degrees=8, name="cap "),
        *_lying("sunglasses", Who.MEN, to=(500, 130), scale=0.38, degrees=-12, name="glasses "),
    )
    paints = (
        *_colours("#f0eee8", accent="#24304e"),
        *_colours("#47658f", "jeans "),
        *_colours("#2f6e4a", "cap "),
        *_colours("#4a3020", "glasses "),
    )
    return Scene(
        pieces,
        Dye((*paints, ("rug", "#b3a58f")), Pattern.BRETON, seed=1),
        Phone(3, 0.04, (1.04, 1.0, 0.92), 0.95, 0.9, 0.018, 76),
    )


SCENES: Final[dict[str, Callable[[], Scene]]] = {
    "dress-on-a-bed": _bed,
    "jacket-on-the-floor": _floor,
    "bag-on-a-chair": _chair,
    "shirt-in-a-mirror": _mirror,
    "sneakers-in-the-dark": _dark,
    "several-things": _several,
}

"""One page to judge a run by eye: its curves, and pictures it was not taught from with what lies nearest."""

import base64
from collections.abc import Mapping
from html import escape

import numpy as np
from numpy.typing import NDArray

from catalog.imaging import encode_jpeg, square
from recommendations.encoders import Encoder
from recommendations.training.curves import curves
from recommendations.training.history import History
from recommendations.training.validation import Validation

ROWS = 12
NEIGHBOURS = 7
TILE = 112
STYLE = (
    "body{font:14px/1.4 system-ui,sans-serif;margin:24px auto;max-width:1080px;color:#222}"
    "td,th{padding:2px 16px 2px 0;text-align:left}svg{width:100%;height:auto}"
    ".row{display:flex;gap:4px;margin-bottom:8px}figure{margin:0;width:116px;font-size:11px}"
    ".row figure:first-child{outline:2px solid #06c;margin-right:8px}"
    "img{display:block;width:112px;height:112px}"
)
Rows = NDArray[np.float32]


def report_page(
    name: str,
    history: History,
    figures: Mapping[str, float],
    encoder: Encoder,
    validation: Validation | None,
) -> str:
    """Self-contained HTML: no file beside it, no script."""
    body = [f"<h1>{escape(name)}</h1>", "<h2>On the watched pictures</h2>", _table(figures)]
    body += [
        "<h2>Losses</h2>",
        curves(history.losses),
        "<h2>After each epoch</h2>",
        curves(history.validation),
    ]
    if validation is not None:
        body += _sheet(encoder, validation)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(name)}</title>'
        f"<style>{STYLE}</style>{''.join(body)}</html>"
    )


def _table(figures: Mapping[str, float]) -> str:
    if not figures:
        return "<p>There were none to watch.</p>"
    rows = (f"<tr><th>{escape(name)}</th><td>{value:.3f}</td></tr>" for name, value in figures.items())
    return f"<table>{''.join(rows)}</table>"


def _sheet(encoder: Encoder, validation: Validation) -> list[str]:
    gallery = _vectors(encoder, validation.shot_pixels)
    captions = [f"{shot.colour} {shot.type}".strip() or shot.key for shot in validation.shots]
    kinds = {
        "Products": (validation.shot_pixels, captions),
        "The same as a phone might see them": (validation.view_pixels, captions),
        "Photos": (validation.photo_pixels, [photo.label for photo in validation.photos]),
    }
    lines = []
    for title, (pictures, names) in kinds.items():
        chosen = range(0, len(pictures), max(1, len(pictures) // ROWS))[:ROWS]
        lines += [f"<h2>{title}</h2>"] if chosen else []
        for row in chosen:
            near = np.argsort(-(gallery @ _vectors(encoder, pictures[row : row + 1])[0]), kind="stable")
            near = near[near != row] if title == "Products" else near
            tiles = [_tile(pictures[row], names[row])]
            tiles += [_tile(validation.shot_pixels[other], captions[other]) for other in near[:NEIGHBOURS]]
            lines.append(f'<div class="row">{"".join(tiles)}</div>')
    return lines


def _vectors(encoder: Encoder, pictures: Rows) -> Rows:
    return encoder.encode([picture.astype(np.uint8) for picture in pictures]).vectors


def _tile(picture: Rows, caption: str) -> str:
    jpeg = base64.b64encode(encode_jpeg(square(picture.astype(np.uint8), TILE), 80)).decode()
    return (
        f'<figure><img src="data:image/jpeg;base64,{jpeg}" alt="">'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
    )

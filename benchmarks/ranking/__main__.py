"""Rows of similar looks of products that training never saw, before and after ranking.

python -m benchmarks.ranking --products DIR --vectors FILE.npz [--sheet FILE.html]
"""

import argparse
import os
from collections.abc import Iterable
from pathlib import Path

import django
import numpy as np

from benchmarks.contact_sheet import STYLE, spread, tile
from benchmarks.ranking.measures import MEASURES, measured
from benchmarks.ranking.rows import ROW, Catalogue, Rows
from recommendations.encoders import DEFAULT
from recommendations.evaluation.gallery import opened
from recommendations.ranking import DEFAULTS
from recommendations.ranking.rank import DIVERSITY
from recommendations.training.datasets import held_out

DIVERSITIES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)


def main() -> None:
    options = _options()
    catalogue = Catalogue.read(options.products, options.vectors, options.encoder)
    queries = catalogue.queries(options.queries)
    print("|", " | ".join(["rows", *MEASURES]), "|")
    print("| --- |", " --: |" * len(MEASURES), sep="")
    before: Rows = [catalogue.found(int(query))[:ROW] for query in queries]
    _print("as found", measured(catalogue, queries, before))
    for diversity in DIVERSITIES:
        rows = [catalogue.row(int(query), DEFAULTS, diversity) for query in queries]
        _print(f"ranked, diversity {diversity:g}", measured(catalogue, queries, rows))
    if options.sheet:
        options.sheet.write_text(_sheet(catalogue, options.rows), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--vectors", type=Path, required=True, metavar="FILE", help="of `manage.py encode_images`"
    )
    parser.add_argument("--encoder", default=DEFAULT, metavar="KEY", help="whose vectors they are")
    parser.add_argument("--queries", type=int, default=500)
    parser.add_argument("--sheet", type=Path, metavar="FILE", help="a page of rows to look at")
    parser.add_argument("--rows", type=int, default=20, help="on that page")
    return parser.parse_args()


def _print(name: str, values: Iterable[float]) -> None:
    print("|", " | ".join([name, *(f"{value:.3f}" for value in values)]), "|", flush=True)


def _sheet(catalogue: Catalogue, count: int) -> str:
    """Of each product two rows: as found, then ranked."""
    places = {shot.key: row for row, shot in enumerate(catalogue.shots)}
    body = []
    for shot in spread(filter(held_out, catalogue.shots), count):
        query = places[shot.key]
        found = catalogue.found(query)[:ROW]
        for name, row in (("found", found), ("ranked", catalogue.row(query, DEFAULTS, DIVERSITY))):
            tiles = [_tile(catalogue, query, query, name), *(_tile(catalogue, query, n) for n in row)]
            body.append(f'<div class="row">{"".join(tiles)}</div>')
    return f"<meta charset=utf-8><style>{STYLE}</style>{''.join(body)}"


def _tile(catalogue: Catalogue, query: int, row: int, name: str = "") -> str:
    shot, asked = catalogue.shots[row], catalogue.shots[query]
    similarity = float(np.dot(catalogue.vectors[row], catalogue.vectors[query]))
    label = f"{name or f'{similarity:.2f}'} {shot.colour} {shot.type}"
    return tile(opened(shot), label, "right" if shot.type == asked.type else "wrong")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    django.setup()
    main()

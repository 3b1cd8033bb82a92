"""`python -m benchmarks.scale [--sizes 10000 100000 1000000] [--write]`: see docs/benchmarks-scale.md."""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

import django
import numpy as np

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
django.setup()

from benchmarks.__main__ import data_folder  # noqa: E402
from benchmarks.machine import circumstances  # noqa: E402
from benchmarks.scale.looks import Looks, unit  # noqa: E402
from benchmarks.scale.measure import measure  # noqa: E402
from benchmarks.scale.plots import plot_neighbours  # noqa: E402
from benchmarks.scale.report import page  # noqa: E402
from config.servers.state import PROJECT  # noqa: E402
from recommendations.encoders import load_encoder  # noqa: E402
from recommendations.evaluation.gallery import opened  # noqa: E402
from recommendations.training.datasets import read_products  # noqa: E402

SIZES = [10_000, 100_000, 1_000_000]
ENCODER = "vitrine-1"
STORED = PROJECT / "var" / "bench-scale"
"""Real vectors, made once by each network."""
PLOT = "plots/scale-neighbours.png"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="IMAGES")
    parser.add_argument("--write", action="store_true", help="rewrite docs/benchmarks-scale.md")
    options = parser.parse_args()
    start = time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - start:6.0f} s  {what}", file=sys.stderr, flush=True)

    looks = real_looks(data_folder() / "products", say)
    sizes = []
    with tempfile.TemporaryDirectory(prefix="vitrine-scale-") as folder:
        for images in sorted(options.sizes):
            say(f"{images:,} images")
            sizes.append(measure(looks, images, Path(folder), say))
            text = page(circumstances(), sizes)
            if options.write:  # after each size: what was measured is kept if a later one breaks off
                (PROJECT / "docs" / "benchmarks-scale.md").write_text(text)
    if options.write:
        plot_neighbours(looks, PROJECT / "docs" / PLOT)
    print(text)


def real_looks(products: Path, say) -> Looks:  # type: ignore[no-untyped-def]
    shots = read_products(products)
    encoder = load_encoder(ENCODER)
    stored = STORED / f"{encoder.card.digest[:12]}.npy"
    if not stored.exists():
        say(f"encoding {len(shots):,} real pictures, once")
        vectors = np.concatenate([encoder.encode([opened(shot)]).vectors for shot in shots])
        STORED.mkdir(parents=True, exist_ok=True)
        np.save(stored, vectors)
    return Looks(unit(np.load(stored)), [shot.type for shot in shots])


if __name__ == "__main__":
    main()

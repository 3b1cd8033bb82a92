"""`python -m benchmarks.peers [--products 45000] [--seconds 10] [--write]`: see docs/benchmarks-peers.md."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from config.demo.checks import DemoError
from config.demo.signals import StopRequested, StopSignals
from config.demo.terminal import say
from config.servers.server import ServerError
from config.servers.state import PROJECT, StateFolder

from ..__main__ import data_folder
from ..machine import circumstances
from ..photos import phone_photo
from ..shop import measured_shop
from .load import Measured

PRODUCTS = 200
"""Of whose pictures the embedding is timed."""
SIZES = {"1 megapixel": (864, 1152), "12 megapixels": (3024, 4032)}
RECIPES = (
    "1. ResNet50 + brute force",
    "2. model per request + class",
    "3. features in a CSV",
    "4. autoencoder + clusters",
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers")
    parser.add_argument("--products", type=int, default=45_000)
    parser.add_argument(
        "--seconds", type=float, default=10.0, help="for each size of photo and number of clients"
    )
    parser.add_argument("--counted", type=int, default=30, help="searches whose CPU time is counted")
    parser.add_argument("--write", action="store_true", help="rewrite docs/benchmarks-peers.md")
    options = parser.parse_args()
    data = data_folder()
    source = min((data / "photos" / "images").glob("*.jpg")).read_bytes()
    photos = {name: phone_photo(source, width=w, height=h) for name, (w, h) in SIZES.items()}
    with StopSignals() as signals, measured_shop(PROJECT / "var" / "bench-peers") as state:
        ours, parts = _ours(state, signals, data, photos, options)
    products = _products(data)
    measured = [ours]
    for name in RECIPES:
        for how in ("as-run", "tuned"):
            say(f"{name}, {how}...")
            measured.append(_recipe(name, how, photos, products, options))
    from .plots import plot_searches
    from .report import page

    text = page(circumstances(), options.products, measured, parts)
    say(text)
    if options.write:
        (PROJECT / "docs" / "benchmarks-peers.md").write_text(text)
        plot_searches(measured, PROJECT / "docs" / "plots" / "peers.png")


def _ours(
    state: StateFolder,
    signals: StopSignals,
    data: Path,
    photos: Mapping[str, bytes],
    options: argparse.Namespace,
) -> tuple[Measured, Any]:
    # Imported late: they need Django's models, and those its settings.
    from benchmarks.scale.__main__ import real_looks
    from benchmarks.scale.cases import queries
    from benchmarks.scale.shop import draw_shop, emptied
    from recommendations.selectors import active_encoder
    from recommendations.services.vector_index import ensure_index

    from .ours import catalogue_embedding, measure_ours
    from .vectors import vector_parts

    looks = real_looks(data / "products", say)
    emptied()
    with tempfile.TemporaryDirectory(prefix="vitrine-peers-") as folder:
        shop = draw_shop(looks, 2 * options.products, Path(folder), say, active_encoder())
        say("Building the index...")
        ensure_index(encoder=shop.encoder)
        say("Measuring ours...")
        parts = vector_parts(shop, queries(looks, shop, 50, opposed=False))
        embedded = catalogue_embedding(_products(data))
        ours = measure_ours(
            state, signals, photos, embedded, seconds=options.seconds, counted=options.counted
        )
        return ours, parts


def _products(data: Path) -> list[str]:
    return [str(file) for file in sorted((data / "products" / "images").glob("*.jpg"))[:PRODUCTS]]


def _recipe(
    name: str, how: str, photos: Mapping[str, bytes], products: Sequence[str], options: argparse.Namespace
) -> Measured:
    """In a process of its own, so that the others stay without TensorFlow."""
    with tempfile.TemporaryDirectory(prefix="vitrine-peer-") as folder:
        files = {}
        for number, (size, photo) in enumerate(photos.items()):
            file = Path(folder) / f"{number}.jpg"
            file.write_bytes(photo)
            files[size] = str(file)
        settings = {
            "photos": files,
            "products": products,
            "gallery": options.products,
            "seconds": options.seconds,
            "counted": options.counted if how == "tuned" else min(options.counted, 3),
        }
        command = [sys.executable, "-m", "benchmarks.peers.recipes", name, how, json.dumps(settings)]
        quiet = os.environ | {"TF_CPP_MIN_LOG_LEVEL": "3", "KERAS_BACKEND": "tensorflow"}
        done = subprocess.run(command, capture_output=True, env=quiet, text=True)
        if done.returncode:
            raise DemoError(f"{name}, {how} failed: {done.stderr[-2000:]}")
        return Measured.of_json(json.loads(done.stdout.splitlines()[-1]))


if __name__ == "__main__":
    try:
        main()
    except StopRequested:
        sys.exit("Stopped.")
    except (DemoError, ServerError) as error:
        sys.exit(str(error))

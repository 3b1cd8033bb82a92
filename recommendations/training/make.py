"""The whole way: folders of pictures → trained network → checked artefact."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from catalog.imaging import square
from recommendations.encoders.litert import LiteRTEncoder
from recommendations.training.artefact import write_artefact
from recommendations.training.batches import BatchPlan
from recommendations.training.calibrate import temperatures
from recommendations.training.datasets import PhonePhoto, ProductShot, held_out
from recommendations.training.export import SERVED_HEADS, check_parity, served_network, to_litert
from recommendations.training.labels import right_labels
from recommendations.training.model import EMBEDDING_SIZE
from recommendations.training.pictures import read_picture
from recommendations.training.train import Reports, Settings, plan_batches, settle, train

CALIBRATION_PICTURES = 1200
PARITY_PICTURES = 24
CHUNK = 48
Items = Sequence[ProductShot | PhonePhoto]


def make_encoder(
    products: Sequence[ProductShot],
    photos: Sequence[PhonePhoto],
    settings: Settings,
    output: Path,
    *,
    resume: bool,
    report: Reports,
) -> Path:
    """Trains, exports and checks an encoder. Its key is the name of the folder `output`, which is returned.

    Raises DatasetError, TrainingError, ExportError.
    """
    checkpoints = output / "checkpoint"
    plan = plan_batches(products, photos, settings, report.read)
    network = train(plan, settings, checkpoints, resume=resume, report=report)
    settle(network, plan, side=settings.serving_size)
    everything: Items = [*products, *photos]
    export(network, plan, settings, [item for item in everything if held_out(item)], output)
    rmtree(checkpoints)
    return output


def export(network: keras.Model, plan: BatchPlan, settings: Settings, unseen: Items, output: Path) -> None:
    """Writes the network as an artefact, calibrated on pictures that it never saw. Raises ExportError."""
    side = settings.serving_size
    read = [
        (item, square(pixels, side))
        for item in _sample(unseen)
        if (pixels := read_picture(item.path)) is not None
    ]
    pictures = np.stack([pixels for _, pixels in read])
    seen = _predict(network, pictures)
    fitted = temperatures(
        {head: seen[head] for head in SERVED_HEADS}, [right_labels(item) for item, _ in read], plan.labels
    )
    content = to_litert(served_network(network, fitted, side=side))
    facts: dict[str, Any] = {
        "key": output.name,
        "dimension": EMBEDDING_SIZE,
        "side": side,
        "labels": {head: plan.labels[head] for head in SERVED_HEADS},
        "temperatures": fitted,
        "recipe": asdict(settings) | {"weights": Path(settings.weights).name},
        "trained_on": {"products": len(plan.products.pixels), "photos": len(plan.photos.pixels)},
    }
    with TemporaryDirectory() as trial:
        write_artefact(Path(trial), content, **facts)
        vectors = LiteRTEncoder(Path(trial)).encode(list(pictures[:PARITY_PICTURES])).vectors
    facts["parity"] = check_parity(vectors, seen["embedding"][:PARITY_PICTURES])
    write_artefact(output, content, **facts)


def _sample(items: Items) -> list[ProductShot | PhonePhoto]:
    order = np.random.default_rng(0).permutation(len(items))[:CALIBRATION_PICTURES]
    return [items[row] for row in order]


def _predict(network: keras.Model, pictures: NDArray[np.uint8]) -> dict[str, NDArray[np.float32]]:
    parts = [
        network.predict_on_batch(pictures[start : start + CHUNK].astype(np.float32))
        for start in range(0, len(pictures), CHUNK)
    ]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}

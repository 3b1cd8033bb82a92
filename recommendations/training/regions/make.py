"""The whole way: folders of pictures → trained network → checked artefact."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any

import keras
import numpy as np
from keras import ops

from recommendations.litert import MODEL_FILE, load_runner, write_facts, write_whole
from recommendations.regions import KINDS
from recommendations.training.datasets import PhonePhoto, ProductShot
from recommendations.training.export import ExportError, to_litert
from recommendations.training.regions.batches import ScenePlan
from recommendations.training.regions.model import STRIDE
from recommendations.training.regions.train import Settings, plan_scenes, train
from recommendations.training.train import Reports

CONFIDENT = 0.4
LARGEST_DIFFERENCE = 0.02
TRIALS = 8


def make_finder(
    products: Sequence[ProductShot],
    photos: Sequence[PhonePhoto],
    settings: Settings,
    output: Path,
    *,
    resume: bool,
    report: Reports,
) -> Path:
    """Trains, exports and checks a finder of goods. Its key is the name of the folder `output`.

    Raises DatasetError, TrainingError, ExportError.
    """
    checkpoints = output / "checkpoint"
    plan = plan_scenes(products, photos, settings, report)
    network = train(plan, settings, checkpoints, resume=resume, report=report)
    export(network, plan, settings, output)
    rmtree(checkpoints)
    return output


def export(network: keras.Model, plan: ScenePlan, settings: Settings, output: Path) -> None:
    """Writes the network as an artefact once it answers as the network does. Raises ExportError."""
    side = settings.image_size
    content = to_litert(served_finder(network, side))
    card: dict[str, Any] = {
        "key": output.name,
        "input_size": side,
        "grid": side // STRIDE,
        "kinds": KINDS,
        "confident": CONFIDENT,
        "digest": hashlib.sha256(content).hexdigest(),
        "size_bytes": len(content),
        "recipe": asdict(settings) | {"weights": Path(settings.weights).name},
        "trained_on": {"products": len(plan.goods), "photos": len(plan.photos)},
    }
    card["difference"] = check_answers(network, plan, content, card)
    write_whole(output / MODEL_FILE, content)
    write_facts(output, card)


def served_finder(network: keras.Model, side: int) -> keras.Model:
    """From uint8 pictures (1, side, side, 3) to heat and kinds as probabilities, and sides as fractions."""
    pictures = keras.Input((side, side, 3), batch_size=1, dtype="uint8", name="pictures")
    maps = network(ops.cast(pictures, "float32"), training=False)
    outputs = {
        "heat": ops.sigmoid(maps["heat"]),
        "sides": maps["sides"],
        "kind": ops.softmax(maps["kind"], axis=-1),
    }
    return keras.Model(pictures, outputs)


def check_answers(network: keras.Model, plan: ScenePlan, content: bytes, card: Mapping[str, Any]) -> float:
    """The largest mean difference of heat on some scenes. Raises ExportError over LARGEST_DIFFERENCE."""
    scenes = plan.scenes(TRIALS, np.random.default_rng(plan.seed))
    pictures = np.stack([scene.picture for scene in scenes])
    expected = ops.convert_to_numpy(ops.sigmoid(network(pictures.astype(np.float32), training=False)["heat"]))
    with TemporaryDirectory() as folder:
        (Path(folder) / MODEL_FILE).write_bytes(content)
        runner = load_runner(Path(folder), digest=card["digest"], shapes={})
        found = np.concatenate([runner(pictures=picture[None])["heat"] for picture in pictures])
    difference = float(np.abs(found - expected).mean(axis=(1, 2, 3)).max())
    if not difference <= LARGEST_DIFFERENCE:
        raise ExportError(
            f"The exported finder differs from the network: heat by {difference:.3f} on average."
        )
    return round(difference, 5)

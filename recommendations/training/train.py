"""From two folders of pictures to a trained network: the schedule, the checkpoint and the last touches."""

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import keras

from recommendations.training.about import about_data
from recommendations.training.backbones import backbone, freeze
from recommendations.training.batches import BatchPlan, ahead
from recommendations.training.datasets import PhonePhoto, ProductShot, held_out, without_types
from recommendations.training.history import History
from recommendations.training.knowledge import with_knowledge
from recommendations.training.labels import label_sets, right_labels
from recommendations.training.lesson import Lesson
from recommendations.training.model import build_network, start_from
from recommendations.training.optimizer import optimizer_for
from recommendations.training.pictures import load_pictures
from recommendations.training.validation import Validation

CHECKPOINT_EVERY = 50
SOURCE_SIDE_RATIO = 1.25


class TrainingError(Exception):
    """Training cannot start or go on; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides the result, beside the data."""

    weights: str
    backbone: str = "mobilenetv2"
    initial: str = ""
    epochs: int = 8
    image_size: int = 128
    serving_size: int = 160
    products_each: int = 40
    photos_each: int = 20
    rate: float = 8e-4
    backbone_rate: float = 1.0
    frozen: float = 0.0
    patience: int = 4
    settling_steps: int = 60
    leave_out: tuple[str, ...] = ()
    seed: int = 1
    workers: int = 0


@dataclass(frozen=True)
class Reports:
    """Where a run says how it goes.

    `read`: pictures more are read; `step`: step, of steps, losses; `epoch`: epoch, figures of the validation;
    `say`: a sentence about the data.
    """

    read: Callable[[int], object]
    step: Callable[[int, int, dict[str, float]], object]
    epoch: Callable[[int, dict[str, float]], object] = lambda epoch, figures: None
    say: Callable[[str], object] = lambda sentence: None


def plan_batches(
    products: Sequence[ProductShot], photos: Sequence[PhonePhoto], settings: Settings, report: Reports
) -> BatchPlan:
    """The batches of the two thirds that are trained on.

    Raises DatasetError, UnknownBackboneError.
    """
    products = without_types(products, settings.leave_out)
    products = [shot for shot in products if not held_out(shot)]
    photos = [photo for photo in photos if not held_out(photo)]
    side = round(settings.image_size * SOURCE_SIDE_RATIO)
    teacher = backbone(settings.weights, settings.backbone)
    labels = label_sets([*map(right_labels, products), *map(right_labels, photos)])
    shots, others = with_knowledge(
        load_pictures(products, side=side, teacher=teacher, cut_out=True, progress=report.read),
        load_pictures(photos, side=side, teacher=teacher, cut_out=False, progress=report.read),
        labels if settings.epochs else {},
        seed=settings.seed,
    )
    plan = BatchPlan(
        shots,
        others,
        labels,
        settings.image_size,
        settings.seed,
        settings.products_each,
        settings.photos_each,
        settings.workers,
    )
    for sentence in about_data(products, photos, plan):
        report.say(sentence)
    return plan


def train(
    plan: BatchPlan,
    settings: Settings,
    output: Path,
    *,
    validation: Validation | None,
    resume: bool,
    report: Reports,
) -> tuple[keras.Model, History]:
    """The network as it was when it did best, and how the run went.

    Every CHECKPOINT_EVERY steps the whole state is written to `output`. The run ends when the validation's
    score has not risen for `settings.patience` epochs.

    Raises TrainingError when `resume` finds the checkpoint of other settings.
    """
    keras.utils.set_random_seed(settings.seed)
    per_epoch = plan.steps_per_epoch
    steps = settings.epochs * per_epoch
    lesson = _lesson(plan, settings, steps)
    checkpoint = Checkpoint(output, settings)
    start = checkpoint.load(lesson) if resume else 0
    history = History.read(output, until=start)
    for step, (pictures, targets) in enumerate(ahead(plan, range(start, steps)), start + 1):
        losses = lesson.train_on_batch(pictures, targets, return_dict=True)
        report.step(step, steps, {name: float(loss) for name, loss in losses.items()})
        if step % per_epoch == 0 and validation is not None:
            history.watched(step, validation.figures(lesson.network, plan.labels))
            report.epoch(step // per_epoch, history.latest)
            if history.best == step:
                checkpoint.keep_best(lesson)
        if step % CHECKPOINT_EVERY == 0 or step % per_epoch == 0:
            history.learned(step, {name: float(loss) for name, loss in losses.items()})
            checkpoint.save(lesson)
            history.write(output)
            lesson.reset_metrics()
        if history.stalled(step, settings.patience * per_epoch):
            break
    checkpoint.load_best(lesson)
    return lesson.network, history


def settle(network: keras.Model, plan: BatchPlan, *, side: int, steps: int) -> None:
    """Re-estimates the batch-norm statistics on fresh views at the resolution that is served.

    The moving ones lag behind the weights and belong to the resolution that was trained at.
    """
    products, photos = max(1, plan.products_each // 2), max(1, plan.photos_each // 2)
    views = replace(
        plan, side=side, seed=plan.seed + 1, products_each=products, photos_each=photos, workers=0
    )
    for pictures, _ in ahead(views, range(steps)):
        network(pictures, training=True)


@dataclass(frozen=True)
class Checkpoint:
    """One file of weights and optimizer state, and one that says which settings (a dataclass) they are of."""

    folder: Path
    settings: Any

    def save(self, lesson: keras.Model) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = self.folder / "fresh.weights.h5"
        lesson.save_weights(fresh)
        (self.folder / "settings.json").write_text(json.dumps(asdict(self.settings)), encoding="utf-8")
        os.replace(fresh, self._file)

    def load(self, lesson: keras.Model) -> int:
        """Restores the state and returns the steps already done, 0 without one. Raises TrainingError."""
        if not self._file.exists():
            return 0
        if json.loads((self.folder / "settings.json").read_text(encoding="utf-8")) != json.loads(
            json.dumps(asdict(self.settings))
        ):
            raise TrainingError(
                f"{self.folder} holds a checkpoint of other settings: "
                "resume with those, or choose another folder."
            )
        lesson.load_weights(self._file)
        return int(lesson.optimizer.iterations)

    def keep_best(self, lesson: keras.Model) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = self.folder / "fresh-best.weights.h5"
        lesson.network.save_weights(fresh)
        os.replace(fresh, self._best)

    def load_best(self, lesson: keras.Model) -> None:
        """Goes back to the weights that were kept last, if any were."""
        if self._best.exists():
            lesson.network.load_weights(self._best)

    @property
    def _best(self) -> Path:
        return self.folder / "best.weights.h5"

    @property
    def _file(self) -> Path:
        return self.folder / "checkpoint.weights.h5"


def _lesson(plan: BatchPlan, settings: Settings, steps: int) -> Lesson:
    network = build_network(
        backbone(settings.weights, settings.backbone),
        plan.labels,
        general_size=plan.products.known["general"].shape[1],
    )
    if settings.initial:
        _start_from(network, Path(settings.initial))
    freeze(network.get_layer("backbone"), settings.frozen)
    lesson = Lesson(network, teacher_size=plan.products.teacher.shape[1], heads=list(plan.labels))
    lesson.build((None, plan.side, plan.side, 3))
    optimizer = optimizer_for(
        lesson,
        network.get_layer("backbone"),
        rate=settings.rate,
        steps=steps,
        backbone_rate=settings.backbone_rate,
    )
    lesson.compile(optimizer, jit_compile=keras.backend.backend() == "jax")
    optimizer.build(lesson.trainable_variables)
    return lesson


def _start_from(network: keras.Model, file: Path) -> None:
    try:
        initial = keras.models.load_model(file, compile=False)
    except (OSError, ValueError, TypeError) as error:
        raise TrainingError(f"{file} is not a network that train_encoder kept: {error}") from error
    if not start_from(network, initial):
        raise TrainingError(f"{file} has no layer in common with the network to be trained.")

"""From two folders of pictures to a trained network: the schedule, the checkpoint and the last touches."""

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import keras

from recommendations.training.batches import BatchPlan, ahead
from recommendations.training.datasets import PhonePhoto, ProductShot, held_out
from recommendations.training.labels import label_sets
from recommendations.training.model import Lesson, backbone, build_network
from recommendations.training.pictures import load_pictures

LEARNING_RATE = 8e-4
WEIGHT_DECAY = 0.02
WARM_UP = 0.06
CHECKPOINT_EVERY = 50
SETTLING_STEPS = 60
SOURCE_SIDE_RATIO = 1.25


class TrainingError(Exception):
    """Training cannot start or go on; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides the result, beside the data."""

    weights: str
    epochs: int = 6
    image_size: int = 160
    serving_size: int = 192
    seed: int = 1


@dataclass(frozen=True)
class Reports:
    """Where a run says how it goes: (pictures more are read) and (step, of steps, losses)."""

    read: Callable[[int], object]
    step: Callable[[int, int, dict[str, float]], object]


def plan_batches(
    products: Sequence[ProductShot],
    photos: Sequence[PhonePhoto],
    settings: Settings,
    read: Callable[[int], object],
) -> BatchPlan:
    """The batches of the two thirds that are trained on. Raises DatasetError."""
    products = [shot for shot in products if not held_out(shot)]
    photos = [photo for photo in photos if not held_out(photo)]
    side, teacher = round(settings.image_size * SOURCE_SIDE_RATIO), backbone(settings.weights)
    return BatchPlan(
        products=load_pictures(products, side=side, teacher=teacher, cut_out=True, progress=read),
        photos=load_pictures(photos, side=side, teacher=teacher, cut_out=False, progress=read),
        labels=label_sets([*products, *photos]),
        side=settings.image_size,
        seed=settings.seed,
    )


def train(plan: BatchPlan, settings: Settings, output: Path, *, resume: bool, report: Reports) -> keras.Model:
    """The trained network. Every CHECKPOINT_EVERY steps its whole state is written to `output`.

    Raises TrainingError when `resume` finds the checkpoint of other settings.
    """
    keras.utils.set_random_seed(settings.seed)
    steps = settings.epochs * plan.steps_per_epoch
    lesson = _lesson(plan, settings, steps)
    checkpoint = Checkpoint(output, settings)
    start = checkpoint.load(lesson) if resume else 0
    for step, (pictures, targets) in enumerate(ahead(plan, range(start, steps)), start + 1):
        losses = lesson.train_on_batch(pictures, targets, return_dict=True)
        report.step(step, steps, {name: float(loss) for name, loss in losses.items()})
        if step % CHECKPOINT_EVERY == 0 or step == steps:
            checkpoint.save(lesson)
            lesson.reset_metrics()
    return lesson.network


def settle(network: keras.Model, plan: BatchPlan, *, side: int, steps: int = SETTLING_STEPS) -> None:
    """Re-estimates the batch-norm statistics on fresh views at the resolution that is served.

    The moving ones lag behind the weights and belong to the resolution that was trained at.
    """
    views = BatchPlan(plan.products, plan.photos, plan.labels, side, plan.seed + 1, 20, 10)
    for pictures, _ in ahead(views, range(steps)):
        network(pictures, training=True)


@dataclass(frozen=True)
class Checkpoint:
    """One file of weights and optimizer state, and one that says which settings they belong to."""

    folder: Path
    settings: Settings

    def save(self, lesson: Lesson) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = self.folder / "fresh.weights.h5"
        lesson.save_weights(fresh)
        (self.folder / "settings.json").write_text(json.dumps(asdict(self.settings)), encoding="utf-8")
        os.replace(fresh, self._file)

    def load(self, lesson: Lesson) -> int:
        """Restores the state and returns the steps already done, 0 without one. Raises TrainingError."""
        if not self._file.exists():
            return 0
        if json.loads((self.folder / "settings.json").read_text(encoding="utf-8")) != asdict(self.settings):
            raise TrainingError(
                f"{self.folder} holds a checkpoint of other settings: "
                "resume with those, or choose another folder."
            )
        lesson.load_weights(self._file)
        return int(lesson.optimizer.iterations)

    @property
    def _file(self) -> Path:
        return self.folder / "checkpoint.weights.h5"


def _lesson(plan: BatchPlan, settings: Settings, steps: int) -> Lesson:
    lesson = Lesson(
        build_network(backbone(settings.weights), plan.labels), teacher_size=plan.products.teacher.shape[1]
    )
    lesson.build((None, plan.side, plan.side, 3))
    warm_up = int(steps * WARM_UP)
    rate = keras.optimizers.schedules.CosineDecay(
        LEARNING_RATE / 20, steps - warm_up, alpha=0.01, warmup_target=LEARNING_RATE, warmup_steps=warm_up
    )
    optimizer = keras.optimizers.AdamW(rate, weight_decay=WEIGHT_DECAY, global_clipnorm=5.0)
    optimizer.exclude_from_weight_decay(var_names=["bias", "gamma", "beta"])
    lesson.compile(optimizer, jit_compile=False)
    optimizer.build(lesson.trainable_variables)
    return lesson

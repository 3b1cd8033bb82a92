"""From folders of pictures to a network that finds goods: the schedule and the checkpoints."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import keras

from catalog.imaging import Pixels, fit
from recommendations.regions import KINDS
from recommendations.training.datasets import DatasetError, PhonePhoto, ProductShot, held_out
from recommendations.training.pictures import read_picture
from recommendations.training.regions.batches import ScenePlan, ahead
from recommendations.training.regions.goods import read_goods
from recommendations.training.regions.model import RegionLesson, build_finder, trunk
from recommendations.training.regions.real import photo_kind, real_goods
from recommendations.training.train import Checkpoint, Reports

WEIGHT_DECAY = 0.01
WARM_UP = 0.05
CHECKPOINT_EVERY = 100
SCENES_EACH = 32
LONGEST_GROUND = 320


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides the result, beside the data."""

    weights: str
    steps: int = 1600
    photo_steps: int = 240
    image_size: int = 192
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of the training: its checkpoint's name, the steps before it, its own, and the highest rate."""

    name: str
    before: int
    steps: int
    rate: float


def plan_scenes(
    products: Sequence[ProductShot], photos: Sequence[PhonePhoto], settings: Settings, report: Reports
) -> ScenePlan:
    """Scenes of the two thirds of both folders that are trained on. Raises DatasetError."""
    goods = read_goods([shot for shot in products if not held_out(shot)], report.read)
    pictures, kinds = _photos(photos, report)
    return ScenePlan(goods, pictures, kinds, settings.image_size, settings.seed, SCENES_EACH)


def train(plan: ScenePlan, settings: Settings, output: Path, *, resume: bool, report: Reports) -> keras.Model:
    """The trained network: first on scenes alone, then on real photos too, labelled by what it learned.

    Every CHECKPOINT_EVERY steps the whole state is written to `output`. Raises TrainingError when `resume`
    finds the checkpoint of other settings.
    """
    keras.utils.set_random_seed(settings.seed)
    network = build_finder(trunk(settings.weights), len(KINDS))
    scenes = Stage("scenes", 0, settings.steps, 1e-3)
    photos = Stage("photos", settings.steps, settings.photo_steps, 4e-4)
    for stage in (scenes, photos):
        if stage is photos and stage.steps:
            plan = replace(plan, real=real_goods(network, plan.photos, plan.photo_kinds, plan.side))
        checkpoint = Checkpoint(output / stage.name, settings)
        _learn(network, plan, stage, checkpoint, resume=resume, report=report)
    return network


def _learn(
    network: keras.Model,
    plan: ScenePlan,
    stage: Stage,
    checkpoint: Checkpoint,
    *,
    resume: bool,
    report: Reports,
) -> None:
    lesson = _lesson(network, plan.side, stage)
    start = checkpoint.load(lesson) if resume else 0
    steps = range(stage.before + start, stage.before + stage.steps)
    for step, (pictures, targets) in enumerate(ahead(plan, steps), steps.start + 1):
        losses = lesson.train_on_batch(pictures, targets, return_dict=True)
        report.step(step, steps.stop, {name: float(loss) for name, loss in losses.items()})
        if step % CHECKPOINT_EVERY == 0 or step == steps.stop:
            checkpoint.save(lesson)
            lesson.reset_metrics()


def _photos(photos: Sequence[PhonePhoto], report: Reports) -> tuple[list[Pixels], list[int | None]]:
    """The readable photos that are trained on, and what is in each."""
    pictures, kinds = [], []
    for photo in photos:
        picture = None if held_out(photo) else read_picture(photo.path)
        if picture is not None and min(picture.shape[:2]) >= 64:
            pictures.append(fit(picture, LONGEST_GROUND))
            kinds.append(photo_kind(photo.label))
        report.read(1)
    if not pictures:
        raise DatasetError("None of the photos can be read.")
    return pictures, kinds


def _lesson(network: keras.Model, side: int, stage: Stage) -> RegionLesson:
    lesson = RegionLesson(network)
    lesson.build((None, side, side, 3))
    warm_up = int(stage.steps * WARM_UP)
    rate = keras.optimizers.schedules.CosineDecay(
        stage.rate / 20,
        max(1, stage.steps - warm_up),
        alpha=0.01,
        warmup_target=stage.rate,
        warmup_steps=warm_up,
    )
    optimizer = keras.optimizers.AdamW(rate, weight_decay=WEIGHT_DECAY, global_clipnorm=5.0)
    optimizer.exclude_from_weight_decay(var_names=["bias", "gamma", "beta"])
    lesson.compile(optimizer, jit_compile=False)
    optimizer.build(lesson.trainable_variables)
    return lesson

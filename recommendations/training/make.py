"""The whole way: folders of pictures → trained network → checked artefact and its report."""

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

import keras
import numpy as np

from catalog.imaging import square
from recommendations.encoders.litert import PATCHES, LiteRTEncoder
from recommendations.litert import write_whole
from recommendations.training.artefact import write_artefact
from recommendations.training.batches import BatchPlan
from recommendations.training.card import run_facts
from recommendations.training.datasets import PhonePhoto, ProductShot
from recommendations.training.export import check_parity, served_network, to_litert
from recommendations.training.fit import fit_parts
from recommendations.training.history import History
from recommendations.training.looks import look
from recommendations.training.naming import labels_to_name, with_naming_heads
from recommendations.training.parts import Parts
from recommendations.training.report import report_page
from recommendations.training.train import Reports, Settings, TrainingError, plan_batches, settle, train
from recommendations.training.validation import Validation, read_validation

PARITY_PICTURES = 24
NETWORK_FILE = "network.keras"
REPORT_FILE = "report.html"


@dataclass(frozen=True)
class Outcome:
    """What a run made, before it is a file."""

    network: keras.Model
    parts: Parts
    figures: dict[str, float]
    weak: dict[str, float]
    history: History


def make_encoder(
    products: Sequence[ProductShot],
    photos: Sequence[PhonePhoto],
    settings: Settings,
    output: Path,
    *,
    resume: bool,
    report: Reports,
    licences: Sequence[str] = (),
    network_only: bool = False,
) -> Path:
    """Trains, exports and checks an encoder. Its key is the name of the folder `output`, which is returned.

    Beside the artefact lie the network, from which a later run may start, and a report for the eye. With
    `network_only` there is nothing but the network.

    Raises DatasetError, TrainingError, ExportError, UnknownBackboneError.
    """
    checkpoints = output / "checkpoint"
    with _room_on_disk(output):
        plan = plan_batches(products, photos, settings, report)
        validation = read_validation([*products, *photos], side=settings.serving_size)
        network, history = train(
            plan, settings, checkpoints, validation=validation, resume=resume, report=report
        )
        settle(network, plan, side=settings.serving_size, steps=settings.settling_steps)
        _write_network(network, output / NETWORK_FILE)
        if not network_only:
            plan = replace(plan, labels=labels_to_name(plan))
            network = with_naming_heads(network, plan, side=settings.serving_size)
            outcome = Outcome(network, *fit_parts(network, plan, validation), history)
            export(outcome, plan, validation, settings, output, licences=licences)
        rmtree(checkpoints, ignore_errors=True)
    return output


def export(
    outcome: Outcome,
    plan: BatchPlan,
    validation: Validation | None,
    settings: Settings,
    output: Path,
    *,
    licences: Sequence[str] = (),
) -> None:
    """Writes the report and the artefact, which comes last. Raises ExportError."""
    side = settings.serving_size
    served = served_network(outcome.network, outcome.parts, side=side)
    content = to_litert(served)
    shape = {
        "key": output.name,
        "dimension": served.output["embedding"].shape[1],
        "side": side,
        "looks_from": _looks_from(outcome.network, served),
        "patches": list(served.output[PATCHES].shape[1:]),
        "labels": {head: plan.labels[head] for head in plan.labels if head in served.output},
    }
    facts = run_facts(settings, plan, outcome.parts, outcome.figures, outcome.weak, outcome.history, licences)
    with TemporaryDirectory() as trial:
        write_artefact(Path(trial), content, **shape)
        encoder = LiteRTEncoder(Path(trial))
        facts["parity"] = _parity(outcome, encoder, plan, side)
        page = report_page(output.name, outcome.history, outcome.figures, encoder, validation)
    write_whole(output / REPORT_FILE, page.encode())
    write_artefact(output, content, **shape, **facts)


def _looks_from(network: keras.Model, served: keras.Model) -> int:
    looks = sum(network.output[part].shape[1] for part in ("embedding", "general"))
    return int(served.output["embedding"].shape[1] - looks)


def _parity(outcome: Outcome, encoder: LiteRTEncoder, plan: BatchPlan, side: int) -> float:
    squares = [square(picture, side) for picture in plan.products.pixels[:PARITY_PICTURES]]
    looks = look(outcome.network, np.stack(squares).astype(np.float32))
    return check_parity(encoder.encode(squares).vectors, looks.vectors(outcome.parts))


def _write_network(network: keras.Model, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"fresh-{file.name}")
    network.save(fresh)
    os.replace(fresh, file)


@contextmanager
def _room_on_disk(output: Path) -> Iterator[None]:
    """Says in words that the disk is full, and clears away what was begun."""
    try:
        yield
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        for begun in [*output.glob(".*.fresh"), *output.rglob("fresh*")]:
            begun.unlink(missing_ok=True)
        raise TrainingError(
            f"The disk of {output} is full. Make room; --resume goes on from the last checkpoint."
        ) from error

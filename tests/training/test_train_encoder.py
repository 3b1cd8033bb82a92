"""Training end to end on drawn pictures, as the command runs it."""

import errno
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import numpy as np
import pytest
from django.core.management import CommandError, call_command

keras = pytest.importorskip("keras", reason="training is not installed")

from recommendations.encoders import EncoderArtefactError  # noqa: E402
from recommendations.encoders.check import check_here  # noqa: E402
from recommendations.encoders.litert import LiteRTEncoder  # noqa: E402
from recommendations.training import heads as heads_module  # noqa: E402
from recommendations.training import knowledge as knowledge_module  # noqa: E402
from recommendations.training import naming as naming_module  # noqa: E402
from recommendations.training import train as train_module  # noqa: E402
from recommendations.training.datasets import read_photos, read_products  # noqa: E402
from recommendations.training.history import History  # noqa: E402
from recommendations.training.lesson import Lesson  # noqa: E402
from recommendations.training.make import make_encoder  # noqa: E402
from recommendations.training.model import EMBEDDING_SIZE  # noqa: E402
from recommendations.training.train import Reports, Settings, TrainingError, plan_batches  # noqa: E402
from tests.training.folders import shot, write_photos, write_products  # noqa: E402
from tests.training.small import small_backbone  # noqa: E402

EPOCHS = 12
MADE = ["card.json", "model.tflite", "network.keras", "report.html"]

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("folders")
    return write_products(folder / "products", 90), write_photos(folder / "photos", 60)


def fitted_once(fit: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """Soft labels of the same pictures are fitted once for all runs: that is a third of a short one."""
    fitted: dict[tuple[bytes, int], dict[str, Any]] = {}

    def soft_labels(features: Any, groups: Any, right: Any, *, seed: int) -> dict[str, Any]:
        key = features.tobytes(), seed
        fitted[key] = fitted.get(key) or fit(features, groups, right, seed=seed)
        return dict(fitted[key])

    return soft_labels


@pytest.fixture(scope="module", autouse=True)
def small_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(train_module, "backbone", small_backbone)
        patch.setattr(train_module, "CHECKPOINT_EVERY", 2)
        patch.setattr(heads_module, "STEPS", 40)
        patch.setattr(naming_module, "MEMBERS", 1)
        patch.setattr(knowledge_module, "FOLDS", 2)
        patch.setattr(knowledge_module, "soft_labels", fitted_once(knowledge_module.soft_labels))
        yield


@pytest.fixture
def own_labels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each picture is taught its own label alone: fitting others takes most of a short run."""
    monkeypatch.setattr(knowledge_module, "soft_labels", lambda features, groups, right, seed: dict(right))


def settings(epochs: int) -> Settings:
    return Settings(
        weights="none",
        epochs=epochs,
        image_size=32,
        serving_size=32,
        products_each=20,
        photos_each=10,
        patience=epochs,
        settling_steps=2,
        seed=3,
    )


class Run:
    """One run and what it said."""

    def __init__(
        self, folders: tuple[Path, Path], output: Path, *, epochs: int, stop_at: int | None = None
    ) -> None:
        self.folders, self.output, self.settings, self.stop_at = folders, output, settings(epochs), stop_at
        self.losses: list[float] = []

    def __call__(self, *, resume: bool = False) -> "Run":
        make_encoder(
            read_products(self.folders[0]),
            read_photos(self.folders[1]),
            self.settings,
            self.output,
            resume=resume,
            report=Reports(read=lambda pictures: None, step=self._step),
        )
        return self

    def _step(self, step: int, steps: int, losses: dict[str, float]) -> None:
        # Without the item's own loss, which grows while the memory of earlier shots fills.
        self.losses.append(losses["loss"] - losses["item"])
        if step == self.stop_at:
            raise KeyboardInterrupt


def _quiet(*said: object) -> None:
    """Says nothing."""


def card(folder: Path) -> Any:
    return json.loads((folder / "card.json").read_text())


@pytest.fixture(scope="module")
def whole(folders: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run from start to end. Tests read what it left; a run takes seconds."""
    return Run(folders, tmp_path_factory.mktemp("whole") / "mine", epochs=EPOCHS)()


def test_a_run_learns_and_leaves_an_artefact_that_works(whole: Run) -> None:
    assert np.mean(whole.losses[-3:]) < 0.8 * whole.losses[0]
    encoder = LiteRTEncoder(whole.output)
    assert encoder.card.key == "mine"
    assert set(encoder.card.labels["type"]) == {"Tshirts", "Trousers"}
    page = (whole.output / "report.html").read_text()
    assert page.count("<svg") == 2
    assert page.count('<div class="row">') == 10, "a row for each watched shot, view and photo"
    assert card(whole.output)["figures"]["colour named"] > 0.6, "chance names a third"
    encoding = encoder.encode([shot("Tshirts", "Red"), shot("Trousers", "Red")])
    assert np.linalg.norm(encoding.vectors, axis=1) == pytest.approx([1, 1], abs=1e-5)
    assert encoding.scores["colour"].sum(axis=1) == pytest.approx([1, 1], abs=1e-5)
    assert (encoding.vectors[:, : encoder.card.looks_from] >= 0).all(), "labels, then looks"
    assert 0 < encoder.card.looks_from < encoder.card.dimension - EMBEDDING_SIZE
    assert card(whole.output)["parity"] >= 0.999
    assert encoder.patches(shot("Trousers", "Red")).shape == encoder.card.patches
    check_here(whole.output)
    assert sorted(file.name for file in (whole.output).iterdir()) == MADE


def test_patches_that_do_not_add_up_to_the_looks_are_noticed(whole: Run, tmp_path: Path) -> None:
    copy = copytree(whole.output, tmp_path / "mine")
    facts = card(copy)
    (copy / "card.json").write_text(json.dumps(facts | {"looks_from": facts["looks_from"] - 1}))
    with pytest.raises(EncoderArtefactError, match="does not add up"):
        check_here(copy)


@pytest.fixture(scope="module")
def stopped(folders: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run leaves that is stopped at its third step. Tests go on with copies."""
    run = Run(folders, tmp_path_factory.mktemp("stopped") / "mine", epochs=EPOCHS, stop_at=3)
    with pytest.raises(KeyboardInterrupt):
        run()
    return run.output


def test_a_stopped_run_leaves_no_artefact_and_goes_on_from_where_it_was(
    whole: Run, stopped: Path, folders: tuple[Path, Path], tmp_path: Path
) -> None:
    assert [file.name for file in stopped.iterdir()] == ["checkpoint"]
    resumed = Run(folders, copytree(stopped, tmp_path / "mine"), epochs=EPOCHS)(resume=True)
    assert len(resumed.losses) == len(whole.losses) - 2
    assert resumed.losses[0] == pytest.approx(whole.losses[2], rel=0.05), "but for dropout, drawn anew"
    ours, theirs = (
        LiteRTEncoder(run.output).encode([shot("Trousers", "Blue")]).vectors[0] for run in (whole, resumed)
    )
    assert ours @ theirs > 0.9


@pytest.mark.usefixtures("own_labels")
def test_a_checkpoint_of_other_settings_is_not_resumed(
    stopped: Path, folders: tuple[Path, Path], tmp_path: Path
) -> None:
    with pytest.raises(TrainingError, match="other settings"):
        Run(folders, copytree(stopped, tmp_path / "mine"), epochs=EPOCHS + 1)(resume=True)


def command(folders: tuple[Path, Path | None], output: Path, **options: Any) -> None:
    defaults = {
        "products": folders[0],
        "photos": folders[1],
        "weights": "imagenet",
        "settling_steps": 2,
        "output": output,
    }
    call_command("train_encoder", **(defaults | options))


@pytest.mark.usefixtures("own_labels")
def test_the_command_starts_from_what_an_earlier_run_left(
    whole: Run, folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    network = whole.output / "network.keras"
    command(folders, tmp_path / "mine", epochs=1, image_size=32, serving_size=64, initial=str(network))
    made = card(tmp_path / "mine")
    assert made["input_size"] == 64
    assert made["recipe"]["initial"] == "network.keras"
    assert "VITRINE_ENCODER_DIRS" in capsys.readouterr().out


@pytest.mark.usefixtures("own_labels")
def test_a_network_that_was_trained_elsewhere_is_made_into_an_artefact(
    whole: Run, folders: tuple[Path, Path], tmp_path: Path
) -> None:
    size = {"image_size": 32, "serving_size": 32}
    command(folders, tmp_path / "far", epochs=1, network_only=True, workers=1, **size)
    assert [file.name for file in (tmp_path / "far").iterdir() if file.is_file()] == ["network.keras"]
    command(folders, tmp_path / "near", epochs=0, initial=str(tmp_path / "far" / "network.keras"), **size)
    assert card(tmp_path / "near")["parity"] >= 0.999


@pytest.mark.usefixtures("own_labels")
@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"products": Path("nowhere")}, "There is no folder nowhere"),
        ({"weights": "nowhere.h5"}, "There is no file of weights nowhere.h5"),
        ({"image_size": 100}, "--image-size is a multiple of 32"),
        ({"serving_size": 1024}, "--serving-size is a multiple of 32"),
        ({"epochs": 0}, "--epochs is at least 1"),
        ({"rate": 0}, "--rate is over 0 and at most 1"),
        ({"frozen": 1.0}, "--frozen is over 0 and at most 0.99"),
        ({"initial": "nowhere.keras"}, "There is no network nowhere.keras"),
        ({"initial": __file__, "epochs": 1}, "is not a network that train_encoder kept"),
        ({"leave_out": ["Hats"]}, "No product is of the type Hats"),
    ],
)
def test_bad_arguments_are_refused_in_words(
    folders: tuple[Path, Path], tmp_path: Path, options: dict[str, Any], says: str
) -> None:
    with pytest.raises(CommandError, match=says):
        command(folders, tmp_path / "mine", **options)
    assert not (tmp_path / "mine").exists()


@pytest.mark.usefixtures("own_labels")
def test_ctrl_c_says_how_to_go_on(
    folders: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*args: Any, **options: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Lesson, "train_on_batch", interrupted)
    with pytest.raises(CommandError, match="--resume goes on"):
        command(folders, tmp_path / "mine", epochs=1, image_size=32, serving_size=32)
    assert not (tmp_path / "mine" / "model.tflite").exists()


def test_a_folder_of_corrupt_pictures_is_refused(folders: tuple[Path, Path], tmp_path: Path) -> None:
    broken = write_products(tmp_path / "broken", 30)
    for file in (broken / "images").iterdir():
        file.write_bytes(b"not a picture")
    with pytest.raises(CommandError, match="None of the pictures can be read"):
        command((broken, folders[1]), tmp_path / "mine", epochs=1, image_size=32, serving_size=32)


@pytest.mark.usefixtures("own_labels")
def test_some_corrupt_pictures_are_left_out(folders: tuple[Path, Path], tmp_path: Path) -> None:
    spotty = write_products(tmp_path / "spotty", 90)
    for number in range(20):
        (spotty / "images" / f"{number}.jpg").write_bytes(b"not a picture")
    shots, photos = read_products(spotty), read_photos(folders[1])
    plan = plan_batches(shots, photos, settings(1), Reports(read=_quiet, step=_quiet))
    assert len(plan.products.pixels) < 60


def test_a_folder_of_pictures_alone_teaches_the_looks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    products = write_products(tmp_path / "products", 60)
    (products / "products.csv").unlink()
    command((products, None), tmp_path / "mine", epochs=1, image_size=32, serving_size=32)
    assert "learning the looks alone" in capsys.readouterr().out
    encoder = LiteRTEncoder(tmp_path / "mine")
    assert encoder.card.labels == {}
    assert np.linalg.norm(encoder.encode([shot("Tshirts", "Red")]).vectors) == pytest.approx(1, abs=1e-5)


@pytest.mark.usefixtures("own_labels")
def test_a_full_disk_is_said_and_leaves_no_artefact(
    folders: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(lesson: Lesson, file: Path) -> None:
        file.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Lesson, "save_weights", full)
    with pytest.raises(CommandError, match=r"is full\. Make room"):
        command(folders, tmp_path / "mine", epochs=1, image_size=32, serving_size=32)
    left = {file.name for file in (tmp_path / "mine").rglob("*") if file.is_file()}
    assert left <= {"best.weights.h5"}


def test_a_run_ends_when_it_no_longer_gets_better() -> None:
    history = History()
    for step, score in ((10, 0.4), (20, 0.6), (30, 0.5), (40, 0.5)):
        history.watched(step, {"item": score})
    assert (history.best, history.latest) == (20, {"item": 0.5, "score": 0.5})
    assert history.stalled(40, 20)
    assert not history.stalled(40, 30)

"""The pictures: every model, the same every time, different where the shot is."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from catalog.demo.pictures import draw_pictures, missing, picture_name
from catalog.demo.studio.develop import Dye, Ground
from catalog.demo.studio.figure import WEARABLE
from catalog.demo.studio.goods import Cut, Who
from catalog.demo.studio.models import MODELS
from catalog.demo.studio.patterns import Pattern
from catalog.demo.studio.session import Shot, View, take
from catalog.imaging import digest, open_picture

DYE = Dye((("main", "#b8262f"), ("accent", "#f4f4f2")), Pattern.STRIPED)
SHOT = Shot(Cut("tee", Who.MEN, 0), View.FRONT, DYE, Ground())


@pytest.mark.parametrize("model", sorted(MODELS))
def test_every_model_is_drawn_whole_on_a_pale_ground(model: str) -> None:
    pixels = take(replace(SHOT, cut=Cut(model, Who.WOMEN, 1)))
    assert pixels.shape == (960, 720, 3)
    assert pixels[:8].min() > 190
    assert pixels[:, :8].min() > 190
    assert pixels.min() < 90
    red = (pixels[:, :, 0].astype(int) - pixels[:, :, 1] > 60).mean()
    assert 0.03 < red < 0.7


@pytest.mark.parametrize("model", ["hoodie", "tea_dress", "wide_jeans", "denim_shorts"])
def test_figure_wears_clothes(model: str) -> None:
    assert model in WEARABLE
    worn = take(replace(SHOT, cut=Cut(model, Who.WOMEN, 1), view=View.WORN))
    assert not np.array_equal(worn, take(replace(SHOT, cut=Cut(model, Who.WOMEN, 1))))


def test_what_is_worn_is_drawn() -> None:
    assert set(MODELS) >= WEARABLE


def test_same_shot_is_the_same_picture() -> None:
    first = take(SHOT)
    take(replace(SHOT, view=View.DETAIL))
    assert np.array_equal(take(SHOT), first)


def test_another_cut_view_dye_or_ground_is_another_picture() -> None:
    shots = [
        SHOT,
        replace(SHOT, cut=Cut("tee", Who.MEN, 1)),
        replace(SHOT, cut=Cut("tee", Who.WOMEN, 0)),
        replace(SHOT, view=View.DETAIL),
        replace(SHOT, dye=replace(DYE, paints=(("main", "#2f7a4b"), ("accent", "#f4f4f2")))),
        replace(SHOT, ground=Ground("#ffffff")),
        *(
            replace(SHOT, dye=replace(DYE, pattern=pattern))
            for pattern in Pattern
            if pattern is not DYE.pattern
        ),
    ]
    assert len({shot.digest for shot in shots}) == len(shots)
    assert len({take(shot).tobytes() for shot in shots}) == len(shots)


def test_file_name_changes_with_the_picture() -> None:
    assert picture_name("a", SHOT) == picture_name("a", replace(SHOT))
    assert picture_name("a", SHOT) != picture_name("a", replace(SHOT, view=View.DETAIL))


def test_several_processes_draw_the_same_pictures(tmp_path: Path) -> None:
    shots = {f"{version}.jpg": replace(SHOT, cut=Cut("wallet", Who.MEN, version)) for version in range(6)}
    assert set(draw_pictures(tmp_path, shots)) == set(shots)
    assert missing(tmp_path, shots) == {}
    (again,) = draw_pictures(tmp_path / "..", {"0.jpg": shots["0.jpg"]})
    assert digest((tmp_path / ".." / again).read_bytes()) == digest((tmp_path / "0.jpg").read_bytes())
    assert open_picture((tmp_path / "0.jpg").read_bytes()).shape == (960, 720, 3)


def test_drawing_that_breaks_off_leaves_no_half_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_bytes

    def full_disk(path: Path, data: bytes) -> int:
        write(path, data[:100])
        raise OSError("No space left on device")

    shots = {"a.jpg": SHOT}
    with monkeypatch.context() as broken:
        broken.setattr(Path, "write_bytes", full_disk)
        with pytest.raises(OSError, match="No space left"):
            list(draw_pictures(tmp_path, shots))
    assert missing(tmp_path, shots) == shots
    assert list(draw_pictures(tmp_path, shots)) == ["a.jpg"]

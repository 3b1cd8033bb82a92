"""The drawings: every type, the same every time, different where the look is."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from catalog.demo.drawing import DRAWN_TYPES, Look, Pattern, View, draw
from catalog.demo.pictures import draw_pictures, missing, picture_name
from catalog.imaging import digest, open_picture

LOOK = Look("seed", "#b8262f", "#f4f4f2", Pattern.STRIPED)
TINY = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="{}" height="20"/></svg>'


def _drawn(folder: Path, svgs: Mapping[str, str]) -> dict[str, str]:
    return {name: digest((folder / name).read_bytes()) for name in draw_pictures(folder, svgs)}


@pytest.mark.parametrize("product_type", DRAWN_TYPES)
def test_every_type_is_drawn_on_a_pale_ground(tmp_path: Path, product_type: str) -> None:
    (name,) = draw_pictures(tmp_path, {"a.jpg": draw(product_type, LOOK)})
    pixels = open_picture((tmp_path / name).read_bytes())
    assert pixels.shape == (800, 600, 3)
    assert pixels[:40].min() > 200
    assert pixels.min() < 100


def test_same_look_is_the_same_picture(tmp_path: Path) -> None:
    svgs = {"a.jpg": draw("Shirts", LOOK), "b.jpg": draw("Heels", LOOK, View.DETAIL)}
    first = _drawn(tmp_path, svgs)
    assert _drawn(tmp_path, svgs) == first
    assert svgs == {"a.jpg": draw("Shirts", LOOK), "b.jpg": draw("Heels", LOOK, View.DETAIL)}


def test_another_seed_colour_accent_pattern_or_view_is_another_picture() -> None:
    looks = [
        LOOK,
        replace(LOOK, seed="other"),
        replace(LOOK, colour="#2f7a4b"),
        replace(LOOK, accent="#22304f"),
        *(replace(LOOK, pattern=pattern) for pattern in Pattern if pattern is not LOOK.pattern),
    ]
    svgs = [draw("Tshirts", look) for look in looks] + [draw("Tshirts", LOOK, View.DETAIL)]
    assert len(set(svgs)) == len(svgs)


def test_file_name_changes_with_the_drawing() -> None:
    assert picture_name("a", "<svg/>") == picture_name("a", "<svg/>")
    assert picture_name("a", "<svg/>") != picture_name("a", "<svg />")


def test_many_pictures_are_drawn_by_several_processes(tmp_path: Path) -> None:
    svgs = {f"{width}.jpg": TINY.format(width) for width in range(1, 13)}
    assert set(draw_pictures(tmp_path, svgs)) == set(svgs)
    assert missing(tmp_path, svgs) == {}
    assert len({digest((tmp_path / name).read_bytes()) for name in svgs}) == 12


def test_drawing_that_breaks_off_leaves_no_half_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_bytes

    def full_disk(path: Path, data: bytes) -> int:
        write(path, data[:100])
        raise OSError("No space left on device")

    svgs = {"a.jpg": TINY.format(5)}
    with monkeypatch.context() as broken:
        broken.setattr(Path, "write_bytes", full_disk)
        with pytest.raises(OSError, match="No space left"):
            list(draw_pictures(tmp_path, svgs))
    assert missing(tmp_path, svgs) == svgs
    assert list(draw_pictures(tmp_path, svgs)) == ["a.jpg"]

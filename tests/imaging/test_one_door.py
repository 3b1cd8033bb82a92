"""Nothing else in the project touches a decoder."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOOR = ROOT / "catalog" / "imaging"
DECODERS = {"PIL", "pi_heif", "cv2", "imageio", "skimage"}
DRAWING = ROOT / "catalog" / "demo" / "studio"
"""Draws with OpenCV, and opens nothing."""
PACKAGES = ("config", "catalog", "shop", "recommendations", "benchmarks")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def sources() -> list[Path]:
    return [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


def test_only_the_door_imports_a_decoder() -> None:
    outside = [path for path in sources() if not {DOOR, DRAWING} & set(path.parents)]
    assert outside
    assert [str(path.relative_to(ROOT)) for path in outside if DECODERS & set(imported(path))] == []


def test_what_draws_opens_no_picture() -> None:
    drawing = [path for path in sources() if DRAWING in path.parents]
    assert any("cv2" in imported(path) for path in drawing)
    text = "".join(path.read_text() for path in drawing)
    assert not [name for name in ("imread", "imdecode", "VideoCapture", "PIL") if name in text]


def test_the_door_is_seen_by_this_test() -> None:
    inside = [path for path in sources() if DOOR in path.parents]
    assert set.union(*(set(imported(path)) for path in inside)) & DECODERS == {"PIL", "pi_heif"}


def test_the_door_knows_nothing_of_the_shop() -> None:
    for path in DOOR.glob("*.py"):
        modules = {
            node.module for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ImportFrom)
        }
        django = {module for module in modules if module and module.startswith("django")}
        assert django <= {"django.utils.translation", "django.utils.functional"}, path

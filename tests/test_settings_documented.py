"""A setting that exists is documented."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "config" / "settings").glob("*.py"))
READ = sorted(
    {name for path in SOURCES for name in re.findall(r'env\.\w+\(\s*"([A-Z0-9_]+)"', path.read_text())}
)


@pytest.mark.parametrize("name", READ)
def test_setting_is_described(name: str) -> None:
    assert f"| `{name}` |" in (ROOT / "docs" / "settings.md").read_text()


def test_no_setting_is_described_that_nothing_reads() -> None:
    described = re.findall(
        r"^\| `([A-Z0-9_]+)` \|", (ROOT / "docs" / "settings.md").read_text(), re.MULTILINE
    )
    assert set(described) - {"DJANGO_SETTINGS_MODULE"} == set(READ)

"""A setting that exists is documented."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DESCRIPTIONS = (ROOT / "docs" / "settings.md").read_text()
READ_BY = [
    *((path, r'env\.\w+\(\s*"([A-Z0-9_]+)"') for path in sorted((ROOT / "config" / "settings").glob("*.py"))),
    (ROOT / "deploy" / "gunicorn.conf.py", r'_size\("([A-Z0-9_]+)"'),
    (ROOT / "docker-compose.yml", r"\$\{([A-Z0-9_]+)"),
    (ROOT / ".env.example", r"^(?:# )?([A-Z0-9_]+)="),
]
READ = sorted({name for path, how in READ_BY for name in re.findall(how, path.read_text(), re.MULTILINE)})
OF_OTHERS = {"DJANGO_SETTINGS_MODULE", "COMPOSE_PROFILES"}
"""Described here, and read by Django and by Compose themselves."""


@pytest.mark.parametrize("name", READ)
def test_setting_is_described(name: str) -> None:
    assert f"| `{name}` |" in DESCRIPTIONS


def test_no_setting_is_described_that_nothing_reads() -> None:
    described = re.findall(r"^\| `([A-Z0-9_]+)` \|", DESCRIPTIONS, re.MULTILINE)
    assert set(described) - OF_OTHERS == set(READ)

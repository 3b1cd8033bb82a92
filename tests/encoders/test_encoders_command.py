from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from recommendations.encoders import encoder_cards

pytestmark = pytest.mark.django_db


def listed(capsys: pytest.CaptureFixture[str]) -> dict[str, list[str]]:
    call_command("encoders")
    header, *rows = (line.split() for line in capsys.readouterr().out.splitlines())
    assert header == ["key", "dimension", "digest", "size", "active"]
    return {row[0]: row[1:] for row in rows}


def test_each_encoder_with_the_active_one_in_a_column_of_its_own(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.VITRINE_ENCODER = "vitrine-1"
    rows = listed(capsys)
    cards = encoder_cards()
    assert rows["vitrine-1"] == ["453", cards["vitrine-1"].digest[:12], "10.8", "MB", "yes"]
    assert rows["colour-histogram"] == ["64", cards["colour-histogram"].digest[:12], "-", "no"]


def test_an_active_encoder_that_is_none_of_them_is_named(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.VITRINE_ENCODER = "vitrine-9"
    call_command("encoders")
    assert "VITRINE_ENCODER: There is no encoder 'vitrine-9'" in capsys.readouterr().err


def test_a_broken_card_is_one_sentence(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "card.json").write_text("{")
    settings.VITRINE_ENCODER_DIRS = [str(tmp_path)]
    with pytest.raises(CommandError, match=r"card\.json cannot be read"):
        call_command("encoders")

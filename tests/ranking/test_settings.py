from typing import Any

import pytest
from django.core.checks import run_checks
from django.test import override_settings


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [("VITRINE_RANKING", {"luck": 1.0}, "E001"), ("VITRINE_DIVERSITY", 1.5, "E002")],
)
def test_a_bad_setting_is_said_at_the_start(name: str, value: Any, error: str) -> None:
    assert not [found for found in run_checks() if str(found.id).startswith("recommendations")]
    with override_settings(**{name: value}):
        assert f"recommendations.{error}" in [found.id for found in run_checks()]

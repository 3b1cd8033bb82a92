from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("keras", reason="training is not installed")

from recommendations.training.datasets import ProductShot
from recommendations.training.looks import Looks
from recommendations.training.parts import Parts
from recommendations.training.shares import LARGEST_SUM, Trial, _steps, fit_shares

KINDS = np.arange(40) % 2


def trial(*, knowing: bool) -> Trial:
    """Forty shots of two types that the looks cannot tell apart; the type's logits can, or are noise."""
    rng = np.random.default_rng(0)
    looks = rng.normal(0, 1, (40, 16)).astype(np.float32)
    looks /= np.linalg.norm(looks, axis=1, keepdims=True)
    logits = np.eye(2, dtype=np.float32)[KINDS] * 8 if knowing else rng.normal(0, 3, (40, 2))
    paints = np.full((40, 4), 0.5, np.float32)
    seen = {"embedding": looks, "general": looks, "palette": paints, "type": logits.astype(np.float32)}
    shots = [
        ProductShot(str(row), str(row), ("Shirts", "Skirts")[kind], "Red", "Women", Path())
        for row, kind in enumerate(KINDS)
    ]
    return Trial(shots, [], Looks(seen), Looks(seen), None)


def test_a_label_that_is_known_gets_a_share() -> None:
    parts, figures = fit_shares(Parts({"type": 1.0}), trial(knowing=True))
    assert parts.shares["type"] > 0.1
    assert figures["type"] == 1


def test_a_label_that_is_guessed_gets_less() -> None:
    known, guessed = (
        fit_shares(Parts({"type": 1.0}), trial(knowing=knowing))[0].shares.get("type", 0)
        for knowing in (True, False)
    )
    assert guessed <= known


def test_the_looks_keep_something_and_no_share_is_under_nothing() -> None:
    for stepped in _steps({"type": 0.95, "palette": 0.0}):
        assert sum(stepped.values()) <= LARGEST_SUM
        assert min(stepped.values()) >= 0


def test_what_gets_no_share_is_no_part_of_the_vector() -> None:
    parts, _ = fit_shares(Parts({"type": 1.0}), trial(knowing=True))
    assert parts.shares
    assert all(parts.shares.values())

import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from catalog.imaging import Pixels, encode_jpeg
from recommendations.encoders import DEFAULT, Encoder, EncoderCard, Encoding, card_folder, encoder_cards
from recommendations.evaluation import gallery as gallery_module
from recommendations.evaluation import strength
from recommendations.evaluation.distortions import PhoneLike
from recommendations.evaluation.figures import calibration_figure
from recommendations.evaluation.product_strength import judged_products
from recommendations.evaluation.strength import FEWEST, Judged, chances, fit_level, fit_scale, judged_matches
from recommendations.litert import read_facts, write_facts
from recommendations.strength import Level, Scale, Strength
from tests.evaluation.folders import varied_photos, varied_products
from tests.evaluation.small import gallery, product


def drawn(level: Level, kinds: list[str], count: int) -> Judged:
    """Matches that deserve their strength as often as `level` says."""
    rng = np.random.default_rng(1)
    similarity, names = rng.uniform(0, 1, count), rng.choice(kinds, count)
    matches = Judged(np.arange(count), similarity, names, np.zeros(count, bool))
    deserved = rng.uniform(0, 1, count) < chances(level, matches)
    return Judged(matches.queries, similarity, names, deserved)


def test_what_was_drawn_is_fitted() -> None:
    true = Level(12, -7, {"Hats": -9})
    fitted = fit_level(drawn(true, ["Hats", "Shirts"], 6000))
    assert fitted.slope == pytest.approx(12, abs=1)
    assert -fitted.by_type["Hats"] / fitted.slope == pytest.approx(9 / 12, abs=0.03)
    assert -fitted.by_type["Shirts"] / fitted.slope == pytest.approx(7 / 12, abs=0.03)


def test_a_type_of_which_little_is_known_has_no_intercept_of_its_own() -> None:
    fitted = fit_level(drawn(Level(12, -7), ["Shirts"], FEWEST - 1))
    assert not fitted.by_type


def test_a_clean_cut_stays_finite() -> None:
    similarity = np.linspace(0, 1, 200)
    kinds = np.full(200, "Shirts")
    fitted = fit_level(Judged(np.arange(200), similarity, kinds, similarity > 0.5))
    assert np.isfinite(fitted.slope)
    assert -fitted.intercept / fitted.slope == pytest.approx(0.5, abs=0.02)


def test_the_error_is_of_the_other_half() -> None:
    matches = drawn(Level(12, -7), ["Shirts"], 4000)
    scale, errors = fit_scale({Strength.SIMILAR: matches})
    odd = matches.of(matches.queries % 2 == 1)
    expected = calibration_figure(chances(scale.levels[Strength.SIMILAR], odd), odd.deserved)
    assert errors[Strength.SIMILAR] == expected
    assert errors[Strength.SIMILAR].value < 0.05


def test_the_closest_that_is_deserved_is_said() -> None:
    scale = Scale({Strength.SAME_ITEM: Level(10, -9), Strength.SIMILAR: Level(10, -5, {"Hats": -7})})
    said = [scale.strength(similarity) for similarity in (0.95, 0.6, 0.4)]
    assert said == [Strength.SAME_ITEM, Strength.SIMILAR, Strength.NOTHING_CLOSE]
    assert scale.strength(0.6, "Hats") is Strength.NOTHING_CLOSE
    assert Scale.of_card(scale.as_facts()) == scale


def test_a_match_is_judged_by_item_type_and_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three shots, each photographed, of which the last is not for sale; a phone photo."""
    monkeypatch.setattr(strength, "opened", lambda item: PIXELS)
    shots = [product("Tshirts", "Red"), product("Tshirts", "Blue"), product("Jeans", "Blue")]
    photo = PhoneLike(encode_jpeg(PIXELS, 90), (0, 0, 1, 1))
    pictures = gallery(shots, ["Pants"], phone_like_of=[0, 1, 2], phone_like=[photo] * 3)
    judged = judged_matches(Seen(), pictures, lambda pixels: (0, 0, 1, 1))
    items = judged[Strength.SAME_ITEM]
    assert items.queries.tolist() == [0, 0, 0, 1, 1, 1, 2, 2]
    assert items.deserved.tolist() == [True, False, False, False, True, False, False, False]
    assert items.kinds.tolist() == ["Tshirts"] * 8
    similar = judged[Strength.SIMILAR]
    assert similar.deserved.sum() == 2 + 2 + 0 + 1
    assert len(similar.similarity) == 8 + 3


PIXELS = np.full((40, 40, 3), 90, np.uint8)


class Seen(Encoder):
    """Sees every picture alike, as a T-shirt."""

    card = EncoderCard(
        key="alike", dimension=2, input_size=8, digest="", labels={"type": ("Tshirts", "Jeans")}
    )

    def encode(self, pictures: Sequence[Pixels]) -> Encoding:
        rows = np.tile(np.array([[1, 0]], np.float32), (len(pictures), 1))
        return Encoding(rows, {"type": np.tile(np.array([[0.9, 0.1]], np.float32), (len(pictures), 1))})


def test_the_command_writes_the_scale_on_the_card(
    tmp_path: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(gallery_module, "PHONE_LIKE_QUERIES", 12)
    monkeypatch.setattr(gallery_module, "STAGED_PRODUCTS", 1)
    artefact = shutil.copytree(card_folder(DEFAULT), tmp_path / "own")
    card = read_facts(artefact)
    write_facts(artefact, {**card, "key": "own", "strength": {}, "recognised_from": 0})
    settings.VITRINE_ENCODER_DIRS = [str(tmp_path)]
    folders = {
        "products": varied_products(tmp_path / "products", 60),
        "photos": varied_photos(tmp_path / "photos", 60),
    }
    call_command("fit_strength", encoder="own", plot=tmp_path / "plot.png", **folders)
    assert "strength, same_item: from a similarity of" in capsys.readouterr().out
    assert (tmp_path / "plot.png").stat().st_size > 1000
    facts = read_facts(artefact)
    assert set(facts["strength"]) == {"same_item", "very_close", "similar"}
    assert {name: facts[name] for name in ("key", "digest", "labels")} == {
        "key": "own",
        "digest": card["digest"],
        "labels": card["labels"],
    }
    own = encoder_cards(settings.VITRINE_ENCODER_DIRS)["own"]
    assert own.strength == facts["strength"]
    assert own.product_strength == facts["product_strength"]
    assert 0 < own.recognised_from == facts["recognised_from"] <= 1


def test_products_are_judged_by_what_they_are_called() -> None:
    shots = [product("Tshirts", "Red"), product("Tshirts", "Red"), product("Tshirts", "Blue")]
    shots.append(product("Jeans", "Red"))
    judged = judged_products(np.eye(4, dtype=np.float32), shots)
    very_close, similar = judged[Strength.VERY_CLOSE], judged[Strength.SIMILAR]
    assert len(similar.queries) == 4 * 3
    assert (int(very_close.deserved.sum()), int(similar.deserved.sum())) == (2, 6)
    assert set(similar.kinds[similar.queries == 3]) == {"Jeans"}


def test_an_encoder_that_reads_no_types_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There is no encoder 'colour-histogram'"):
        call_command("fit_strength", encoder="colour-histogram", products=tmp_path, photos=tmp_path)

import numpy as np
import pytest

from catalog.imaging import encode_jpeg
from recommendations.evaluation import measures as measures_module
from recommendations.evaluation.contenders import whole_photo
from recommendations.evaluation.distortions import PhoneLike
from recommendations.evaluation.figures import Measured
from recommendations.evaluation.measures import (
    NAMELESS,
    TYPE,
    UNSEEN,
    background_measures,
    best_possible,
    box_measures,
    forecast_measures,
    photo_measures,
    product_measures,
    same_item_measures,
)
from recommendations.evaluation.search import Vectors, nearest_rows
from tests.evaluation.small import gallery, product


@pytest.fixture(autouse=True)
def everybody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures_module, "watched", lambda item: False)


def along(*degrees: float) -> Vectors:
    """Unit vectors at these angles: the nearer the angles, the more alike."""
    angles = np.radians(degrees)
    return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


def value(measures: dict[str, Measured], name: str) -> float:
    figure = measures[name].over_items()
    assert figure is not None
    return figure.value


def test_products_by_hand() -> None:
    # Six shots, so the five nearest of each are all the others.
    shots = [
        product("Tshirts", "Red", gender="Men"),
        product("Tshirts", "Red", gender="Women"),
        product("Tshirts", "Blue", gender="Men"),
        product("Jeans", "Blue", gender="Men", usage="Sports"),
        product("Jeans", "Blue", gender="Men", usage="NA"),
        product("Caps", "Red", gender="Boys"),
    ]
    measures = product_measures(along(0, 1, 2, 3, 4, 5), shots, nearest_rows, [])
    assert value(measures, TYPE) == pytest.approx((3 * 2 + 2 * 1 + 0) / 5 / 6)
    assert value(measures, "type + colour P@5") == pytest.approx((1 + 1 + 0 + 1 + 1 + 0) / 5 / 6)
    assert value(measures, "gender P@5") == pytest.approx(4 * 3 / 5 / 6)
    # Four casual ones find three each, the one for sports none; the one without a usage asks nothing.
    assert value(measures, "usage P@5") == pytest.approx(4 * 3 / 5 / 5)


def test_only_the_five_nearest_count() -> None:
    shots = [product("Tshirts")] * 4 + [product("Jeans")] * 4
    measures = product_measures(along(0, 1, 2, 3, 60, 61, 62, 63), shots, nearest_rows, [])
    assert value(measures, TYPE) == pytest.approx(3 / 5)


def test_what_a_run_was_fitted_to_is_found_but_does_not_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures_module, "watched", lambda item: item.title == "watched")
    shots = [product("Tshirts")] * 4 + [product("Jeans", title="watched")] * 4
    measures = product_measures(along(0, 1, 2, 3, 60, 61, 62, 63), shots, nearest_rows, [])
    figure = measures[TYPE].over_items()
    assert figure is not None
    assert figure.count == 4
    assert figure.value == pytest.approx(3 / 5)


def test_kinds_left_out_of_training_are_asked_for_alone() -> None:
    shots = [product("Kurtas")] * 3 + [product("Tops")] * 3
    measures = product_measures(along(0, 1, 2, 50, 51, 52), shots, nearest_rows, [])
    figure = measures[UNSEEN].over_items()
    assert figure is not None
    assert figure.value == pytest.approx(2 / 5)
    assert figure.count == 3


def test_of_rare_kinds_as_many_are_asked_for_as_there_are() -> None:
    shots = [product("Hat")] * 2 + [product("Umbrellas")] + [product("Tops")] * 8
    vectors = along(0, 1, 2, *range(40, 48))
    figure = product_measures(vectors, shots, nearest_rows, ["Tops"])[NAMELESS].over_items()
    assert figure is not None
    # Each hat finds the one other hat that there is; the umbrella has nothing to find and does not ask.
    assert (figure.value, figure.count) == (1, 2)


def test_a_perfect_search_finds_what_there_is() -> None:
    shots = [product("Tops", "Red")] * 7 + [product("Tops", "Blue")] + [product("Hat", "Red")] * 3
    best = best_possible(gallery(shots, ["Polo"] * 4))
    # Eight tops have five others, three hats two. Of red tops there are seven, and no other blue one.
    assert best[TYPE] == pytest.approx((8 * 5 + 3 * 2) / 5 / 11)
    assert best["type + colour P@5"] == pytest.approx((7 * 5 + 0 + 3 * 2) / 5 / 11)
    assert best["photo label P@5"] == pytest.approx(3 / 5)


def test_photos_by_hand() -> None:
    labels = ["Polo", "Polo", "Skirt", "Skirt", "Skirt", "Body"]
    shots = [product("Tshirts")] * 2 + [product("Skirts")] * 4
    measures = photo_measures(
        along(0, 1, 2, 3, 4, 5), along(0, 1, 2, 3, 4, 5), gallery(shots, labels), nearest_rows
    )
    assert value(measures, "photo label P@5") == pytest.approx((2 * 1 + 3 * 2) / 5 / 6)
    # No product type answers a body. The polos at 0 and 1 find both T-shirts and three skirts; the skirt at 2
    # ranks 2, 1, 3, 0 and 4, that at 3 leaves out 0, that at 4 leaves out 0.
    assert value(measures, "photo → product P@5") == pytest.approx((2 / 5 * 2 + 3 / 5 + 4 / 5 + 4 / 5) / 5)


def test_twins_are_hits_and_other_colours_are_not() -> None:
    shots = [
        product("Tshirts", "Red", title="Polo One"),
        product("Tshirts", "Red", title="polo one "),
        product("Tshirts", "Blue", title="Polo One"),
        product("Jeans", "Blue", title="Jeans"),
    ]
    # Asked for the first, its twin is nearest. Asked for the blue one, it comes second.
    measures = same_item_measures(
        along(10.4, 19), along(0, 10, 30, 20), gallery(shots, phone_like_of=[0, 2]), nearest_rows
    )
    assert value(measures, "same item R@1") == 0.5
    assert value(measures, "same item R@5") == 1
    assert value(measures, "same item R@20") == 1


def test_recall_at_five_and_twenty_look_that_far() -> None:
    shots = [product("Tops", title=str(row)) for row in range(30)]
    measures = same_item_measures(
        along(0, 0, 0, 0), along(*range(30)), gallery(shots, phone_like_of=[0, 4, 19, 20]), nearest_rows
    )
    assert [value(measures, f"same item R@{at}") for at in (1, 5, 20)] == [0.25, 0.5, 0.75]


def test_the_same_neighbours_on_every_ground() -> None:
    shots = [product("Tops")] * 48
    # The first product stands still; the second is taken for something else on one of the four grounds.
    staged = along(0, 0, 0, 0, 0, 0, 0, 90)
    measures = background_measures(
        staged, along(*np.linspace(0, 90, 48)), gallery(shots, staged_of=[0, 1]), nearest_rows
    )
    assert value(measures, "same 12 neighbours on every ground") == pytest.approx((1 + 3 / 6) / 2)


def test_first_boxes_by_hand() -> None:
    grey = encode_jpeg(np.full((40, 40, 3), 90, np.uint8))
    pictures = gallery(
        [product("Tops"), product("Jeans")],
        phone_like_of=[1, 0],
        phone_like=[PhoneLike(grey, (0.0, 0.0, 0.5, 0.5)), PhoneLike(grey, (0.0, 0.0, 0.5, 1.0))],
    )
    assert value(box_measures(pictures, whole_photo), "first box IoU") == pytest.approx((0.25 + 0.5) / 2)
    assert value(box_measures(pictures, lambda photo: (0.0, 0.0, 0.5, 0.5)), "first box IoU") == 0.75
    assert box_measures(pictures, None) == {}


def test_forecasts_by_hand() -> None:
    shots = [product("Tops", "Red"), product("Jeans", "Red"), product("Hat", "NA")]
    scores = {
        "type": np.array([[0.8, 0.2], [0.6, 0.4], [0.1, 0.9]], np.float32),
        "colour": np.array([[0.7, 0.3], [0.3, 0.7], [0.5, 0.5]], np.float32),
    }
    names = {"type": ("Tops", "Jeans"), "colour": ("Red", "Blue")}
    measures = forecast_measures(scores, names, shots, "shots")
    # A hat has no name here, so whatever is said of it is wrong; a colour that is not known is not asked for.
    assert value(measures, "type top-1, shots") == pytest.approx(1 / 3)
    assert value(measures, "colour top-1, shots") == pytest.approx(1 / 2)
    assert value(measures, "type calibration error, shots") == pytest.approx((0.2 + 0.6 + 0.9) / 3)


def test_an_encoder_without_names_forecasts_nothing() -> None:
    assert forecast_measures({}, {}, [product("Tops")], "shots") == {}

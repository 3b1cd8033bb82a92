"""Choosing for shoppers whose tastes are known beforehand."""

import io
from pathlib import Path

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from recommendations.evaluation.recommending import measure
from recommendations.evaluation.shoppers import draw_shoppers
from recommendations.models import Interaction
from recommendations.ranking import Vector
from recommendations.training.datasets import ProductShot
from tests.similar_looks.gallery import make_gallery

TYPES, COLOURS = ("Shirt", "Shoe", "Bag", "Belt", "Hat"), ("Red", "Blue", "Tan", "Teal")


@pytest.fixture(scope="module")
def catalogue() -> tuple[list[ProductShot], Vector]:
    """Looks that lie by type and colour, with some noise."""
    rng = np.random.default_rng(1)
    shots, vectors = [], []
    for kind, type_ in enumerate(TYPES):
        for hue, colour in enumerate(COLOURS):
            middle = np.concatenate([np.eye(5)[kind], 0.7 * np.eye(4)[hue], np.zeros(23)])
            for number in range(20):
                key = f"{type_} {colour} {number}"
                shots.append(ProductShot(key, key, type_, colour, "Men", Path("none.jpg")))
                vectors.append(middle + 0.1 * rng.standard_normal(32))
    looks = np.array(vectors, np.float32)
    return shots, looks / np.linalg.norm(looks, axis=1, keepdims=True)


def test_several_tastes_beat_the_simple_ways(catalogue: tuple[list[ProductShot], Vector]) -> None:
    shots, vectors = catalogue
    measured = measure(vectors, draw_shoppers(shots, 150))
    ndcg = {name: one.ndcg.value for name, one in measured.items() if one.ndcg}
    assert max(ndcg, key=ndcg.__getitem__) == "several tastes (the shop's)"
    assert min(ndcg, key=ndcg.__getitem__) == "popularity"
    assert all(0 <= one.coverage <= 1 for one in measured.values())


def test_shoppers_are_always_the_same(catalogue: tuple[list[ProductShot], Vector]) -> None:
    shots, _ = catalogue
    first, again = draw_shoppers(shots, 5), draw_shoppers(shots, 5)
    assert [(one.deeds, one.left_out) for one in first] == [(one.deeds, one.left_out) for one in again]
    assert all(one.liked is not None and one.liked[one.left_out] for one in first)
    assert all(one.left_out not in [deed.product_id for deed in one.deeds] for one in first)


@pytest.mark.django_db
def test_the_shops_own_clicks() -> None:
    with pytest.raises(CommandError, match="no shopper"):
        call_command("evaluate_recommendations")
    now, day, shopper = timezone.now(), timezone.localdate(), "12345678-1234-5678-1234-567812345678"
    rows = [Interaction(kind="clicked", shopper=shopper, product=p, at=now, day=day) for p in make_gallery(4)]
    Interaction.objects.bulk_create(rows)
    out = io.StringIO()
    call_command("evaluate_recommendations", stdout=out)
    assert "| last item | " in out.getvalue()
    assert " | – | " in out.getvalue()  # no tastes are known

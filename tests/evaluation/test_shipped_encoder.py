"""The shipped encoder on real pictures that it was not trained on."""

from pathlib import Path

import pytest

from recommendations.encoders import DEFAULT, load_encoder
from recommendations.evaluation import gallery
from recommendations.evaluation.benchmark import measure
from recommendations.evaluation.contenders import Contender
from recommendations.training.datasets import read_photos, read_products

SHARE = 5
"""Every fifth picture: a minute less, and still a hundred and more of each kind to ask with."""
# What MobileNetV2 reaches on the same pictures without any training of ours; see docs/encoder.md.
FROZEN = {
    "type P@5": 0.688,
    "type + colour P@5": 0.177,
    "photo label P@5": 0.536,
    "photo → product P@5": 0.526,
}


def test_it_beats_the_frozen_network(real_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gallery, "PHONE_LIKE_QUERIES", 60)
    monkeypatch.setattr(gallery, "STAGED_PRODUCTS", 2)
    products, photos = read_products(real_data / "products"), read_photos(real_data / "photos")
    pictures = gallery.read_gallery(products[::SHARE], photos[::SHARE])
    measures = measure(Contender(load_encoder(DEFAULT)), pictures, lambda pictures: None).measures
    figures = {name: measured.over_items() for name, measured in measures.items()}
    for name, frozen in FROZEN.items():
        figure = figures[name]
        assert figure is not None
        assert figure.value > frozen, name
    recalled = figures["same item R@20"]
    assert recalled is not None
    assert recalled.value > 0.9

"""The shipped encoder on real pictures that it was not trained on."""

from pathlib import Path

import pytest

from recommendations.encoders import DEFAULT, load_encoder
from recommendations.evaluation import benchmark
from recommendations.training.datasets import read_photos, read_products

# What MobileNetV2 reaches on the same pictures without any training of ours; see docs/encoder.md.
FROZEN = {"type": 0.753, "type + colour": 0.241, "photo label": 0.590, "photo to product type": 0.506}


def test_it_beats_the_frozen_network(real_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(benchmark, "PHONE_LIKE_QUERIES", 60)
    gallery = benchmark.read_gallery(read_products(real_data / "products"), read_photos(real_data / "photos"))
    figures = benchmark.measure(load_encoder(DEFAULT), gallery, lambda pictures: None)
    for name, frozen in FROZEN.items():
        assert figures[name].value > frozen, name
    assert figures["type + colour"].low > FROZEN["type + colour"]
    assert figures["same item, R@20"].value > 0.9

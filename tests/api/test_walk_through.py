"""docs/api.md and examples/ do what they say, against a running shop."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django.live_server_helper import LiveServer

from recommendations.models import PhotoQuery
from shop.models import Order
from tests.factories import make_jpeg
from tests.orders.kit import make_delivery
from tests.similar_looks.gallery import make_gallery

ROOT = Path(__file__).parent.parent.parent

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def shop_with_photo(tmp_path: Path) -> Path:
    """A photo of something that is sold."""
    make_delivery()
    for seed in range(6):
        make_gallery(1, seed=seed)
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(make_jpeg(seed=4, width=240, height=320))
    return photo


def test_by_curl(live_server: LiveServer, shop_with_photo: Path, tmp_path: Path) -> None:
    script, *_others = re.findall(r"```sh\n(.+?)```", (ROOT / "docs" / "api.md").read_text(), re.DOTALL)
    script = script.replace("http://127.0.0.1:8000", live_server.url)
    environment = {**os.environ, "PHOTO": str(shop_with_photo)}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads((tmp_path / "search.json").read_text())
    cart = json.loads((tmp_path / "cart.json").read_text())
    assert cart["lines"][0]["sku"] == found["results"][0]["product"]["variants"][0]["sku"]
    assert json.loads((tmp_path / "cheaper.json").read_text())["results"]
    order, again, placed = (
        json.loads((tmp_path / f"{name}.json").read_text()) for name in ("order", "again", "placed")
    )
    assert order["lines"][0]["sku"] == cart["lines"][0]["sku"]
    assert order == again == placed
    assert Order.objects.count() == 1
    assert not PhotoQuery.objects.exists()


def test_by_python(live_server: LiveServer, shop_with_photo: Path) -> None:
    example = ROOT / "examples" / "photo_to_order.py"
    done = subprocess.run(
        [sys.executable, str(example), live_server.url, str(shop_with_photo)], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    order = Order.objects.get()
    assert done.stdout.splitlines()[-2:] == [
        "In the cart: 1, €19.99",
        f"Ordered: {order.number}, €24.89, placed",
    ]
    assert not PhotoQuery.objects.exists()

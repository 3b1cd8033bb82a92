"""`manage.py make_thumbnails`"""

import io

import pytest
from django.core.management import CommandError, call_command

from catalog import enqueue
from catalog.models import Product, ProductImage
from tests.embedding.files import lose

from .conftest import store


def make_thumbnails(*options: str) -> str:
    output = io.StringIO()
    call_command("make_thumbnails", *options, stdout=output, stderr=output)
    return output.getvalue().strip()


def test_makes_what_is_missing(product: Product) -> None:
    for seed in range(20):
        store(product, seed=seed, width=160, height=160)
    assert make_thumbnails() == "20 of 20 images have their thumbnails."
    assert not ProductImage.objects.filter(thumbnail_widths=[]).exists()
    assert make_thumbnails() == "20 of 20 images have their thumbnails."


def test_makes_all_anew_when_told_so(ready: ProductImage) -> None:
    ready.file.storage.delete(f"thumbnails/{ready.pk}-{ready.digest[:12]}/160w.webp")
    make_thumbnails("--all")
    assert ready.file.storage.exists(f"thumbnails/{ready.pk}-{ready.digest[:12]}/160w.webp")


def test_names_what_failed_and_tries_it_again(image: ProductImage) -> None:
    lose(image)
    output = io.StringIO()
    for _ in range(2):
        with pytest.raises(CommandError, match="1 images have no thumbnails"):
            call_command("make_thumbnails", stdout=output, stderr=output)
    assert output.getvalue().count(f"{image.file}: The file {image.file} is missing.") == 2
    image.refresh_from_db()
    assert image.thumbnail_attempts == 2


def test_only_sends_when_told_so(image: ProductImage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(enqueue, "thumbnails", lambda *, images: asked.append(images))
    assert make_thumbnails("--no-wait") == "1 images are sent for."
    assert asked == [1]


def test_a_dead_broker_is_said(image: ProductImage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enqueue.broker, "_rests_until", float("inf"))
    with pytest.raises(CommandError, match="broker does not answer"):
        make_thumbnails("--no-wait")

"""The sample photographs: taken once, served as media, like nothing that is sold but near to it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from pytest_django import Settings

from catalog.demo.assortment import MOST, demo_products
from catalog.demo.sample_shots import take_photographs
from catalog.demo.samples import SampleFolder
from catalog.demo.studio.scenes import KEPT_BACK, SCENES, photograph
from catalog.imaging import encode_jpeg, picture_size
from catalog.selectors.samples import (
    SAMPLE_SIZE,
    SAMPLES,
    THUMBNAIL_SIZE,
    SampleNotFoundError,
    photo_name,
    sample_photo,
    sample_photos,
    thumbnail_name,
)


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> SampleFolder:
    """One photograph stands for all: the others take as long."""
    folder = SampleFolder(tmp_path_factory.mktemp("samples"))
    photo = encode_jpeg(photograph(SCENES["sneakers-in-the-dark"]()))
    for key in SCENES:
        folder.file(key).write_bytes(photo)
    return folder


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    settings.SAMPLE_PHOTOS = True


def test_photographs_and_thumbnails_are_served(taken: SampleFolder) -> None:
    (taken.path / "published").unlink(missing_ok=True)
    assert taken.missing() == []
    assert taken.publish() == len(SAMPLES) == 6
    photos = sample_photos()
    assert [photo.key for photo in photos] == list(SAMPLES)
    assert len({photo.label for photo in photos}) == 6
    first = photos[0]
    assert first.url.endswith(photo_name(first.key))
    assert first.thumbnail_url.endswith(thumbnail_name(first.key))
    assert picture_size(sample_photo(key=first.key)) == SAMPLE_SIZE
    with default_storage.open(thumbnail_name(first.key)) as file:
        assert picture_size(file.read()) == THUMBNAIL_SIZE


def test_they_are_taken_by_processes_without_django() -> None:
    """What a pool's processes import is not seen where Django is set up already."""
    without = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    script = f"import {take_photographs.__module__}"
    subprocess.run([sys.executable, "-c", script], check=True, env=without)


def test_what_is_published_is_published_once(taken: SampleFolder) -> None:
    taken.publish()
    assert taken.publish() == 0
    default_storage.delete(photo_name("bag-on-a-chair"))
    assert taken.publish() == 6


def test_a_shop_without_samples_has_none(settings: Settings) -> None:
    settings.SAMPLE_PHOTOS = False
    default_storage.save(photo_name("bag-on-a-chair"), ContentFile(b"left from a demo"))
    assert sample_photos() == ()
    with pytest.raises(SampleNotFoundError):
        sample_photo(key="bag-on-a-chair")


@pytest.mark.parametrize("key", ["bag-on-a-chair", "../secret_key", "", "no-such-thing"])
def test_what_is_not_there_is_not_found(key: str) -> None:
    with pytest.raises(SampleNotFoundError):
        sample_photo(key=key)


def test_every_photograph_has_its_words() -> None:
    assert set(SCENES) == set(SAMPLES)


def test_goods_of_the_photographs_are_held_back() -> None:
    versions = [shot.cut.version for product in demo_products(MOST) for shot, _ in product.shots]
    assert max(versions) < KEPT_BACK

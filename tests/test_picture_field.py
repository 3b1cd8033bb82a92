"""What a product image knows of its file, and which files it refuses."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from catalog.imaging import PictureError, digest
from catalog.models import ProductImage
from tests.factories import make_jpeg, make_product
from tests.imaging.pictures import heic

pytestmark = pytest.mark.django_db


def image_of(data: bytes, name: str = "photo.jpg") -> ProductImage:
    return ProductImage(product=make_product(images=0), file=ContentFile(data, name))


def test_a_saved_picture_fills_digest_and_size() -> None:
    data = make_jpeg(width=48, height=64)
    image = image_of(data)
    image.save()
    image.refresh_from_db()
    assert (image.digest, image.width, image.height) == (digest(data), 48, 64)


def test_saving_other_fields_leaves_the_file_alone() -> None:
    image = image_of(make_jpeg())
    image.save()
    name = image.file.name
    image.alt_text = "Front"
    image.save()
    assert image.file.name == name


@pytest.mark.parametrize("name", ["shirt.html", "shirt.svg", "shirt", "shirt.tar.gz"])
def test_the_stored_name_ends_as_the_bytes_do(name: str) -> None:
    image = image_of(make_jpeg(), name)
    image.save()
    assert image.file.name is not None
    assert image.file.name.endswith(".jpg")


@pytest.mark.parametrize(("data", "code"), [(b"<svg></svg>", "unsupported_format"), (b"hi", "not_a_picture")])
def test_a_file_that_is_no_picture_is_refused_by_forms_and_saves(data: bytes, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        image_of(data).full_clean()
    assert refused.value.error_dict["file"][0].code == code
    with pytest.raises(PictureError):
        image_of(data).save()


def test_a_picture_that_browsers_cannot_show_is_refused() -> None:
    with pytest.raises(PictureError) as refused:
        image_of(heic("upright"), "photo.heic").save()
    assert refused.value.code == "not_for_the_web"
    assert "Save it as JPEG" in str(refused.value)

"""What is not a photo gets words and a status on the form's own page, and leaves nothing behind."""

import base64
import io
from typing import Any

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from catalog.imaging import UPLOAD, encode_jpeg
from recommendations.models import PhotoQuery
from tests.factories import make_jpeg

from .shop import URL, answer, file, photo, post

pytestmark = pytest.mark.django_db

WHITE = np.full((300, 300, 3), 255, dtype=np.uint8)
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'


def gif() -> bytes:
    frames = [Image.fromarray(np.full((64, 64, 3), grey, dtype=np.uint8)) for grey in (0, 200)]
    data = io.BytesIO()
    frames[0].save(data, "WEBP", save_all=True, append_images=frames[1:])
    return data.getvalue()


def wide_png() -> bytes:
    data = io.BytesIO()
    Image.new("1", (20_000, 1_000)).save(data, "PNG")
    return data.getvalue()


BAD: dict[str, tuple[bytes, int, str]] = {
    "empty": (b"", 400, "empty"),
    "text": (b"hello", 415, "not a photo"),
    "html": (b"<!DOCTYPE html><html><svg></svg></html>", 415, "not a photo"),
    "svg": (SVG, 415, "JPEG, PNG, WebP or HEIC"),
    "eps": (b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) run", 415, "JPEG, PNG, WebP or HEIC"),
    "truncated": (make_jpeg(width=300, height=300)[:700], 422, "could not open"),
    "animated": (gif(), 422, "moves"),
    "one pixel": (encode_jpeg(WHITE[:1, :1]), 422, "too small"),
    "over the cap": (wide_png(), 413, "megapixels"),
    "over 25 MB": (make_jpeg() + bytes(UPLOAD.max_bytes), 413, "over 25 MB"),
    "all white": (encode_jpeg(WHITE), 422, "nothing to compare"),
}


@pytest.mark.parametrize(("data", "status", "words"), BAD.values(), ids=BAD.keys())
def test_a_bad_file(client: Client, data: bytes, status: int, words: str) -> None:
    refused = post(client, {"photo": file(data)})
    assert refused.status == status
    assert words in refused.refusal
    assert refused.page.all("form", action=URL), "the form is there for another try"
    assert not PhotoQuery.objects.exists()


@pytest.mark.parametrize(
    "picture",
    ["not base64!", base64.b64encode(b"hello").decode(), base64.b64encode(SVG).decode(), "é", "AAAA\0"],
)
def test_a_forged_copy_is_treated_like_an_upload(client: Client, picture: str) -> None:
    refused = post(client, {"picture": picture})
    assert refused.status == 415
    assert not PhotoQuery.objects.exists()


def test_a_copy_that_no_page_would_carry(client: Client) -> None:
    refused = post(client, {"picture": "A" * 3_000_000})
    assert refused.status == 413
    assert "too large" in refused.refusal


NOT_ONE: dict[str, tuple[dict[str, Any], str]] = {
    "nothing": ({}, "Choose a photo first"),
    "no file": ({"photo": ""}, "Choose a photo first"),
    "text": ({"photo": "photo.jpg"}, "Choose a photo first"),
    "another field": ({"image": photo()}, "Choose a photo first"),
    "two": ({"photo": [photo(1), photo(2)]}, "one photo at a time"),
}


@pytest.mark.parametrize(("fields", "words"), NOT_ONE.values(), ids=NOT_ONE.keys())
def test_not_one_photo(client: Client, fields: dict[str, Any], words: str) -> None:
    refused = post(client, fields)
    assert refused.status == 400
    assert words in refused.refusal
    assert not PhotoQuery.objects.exists()


def test_the_limit_is_for_all_files_together(client: Client) -> None:
    half = bytes(UPLOAD.max_bytes // 2 + 1)
    assert post(client, {"photo": [file(half), file(half)]}).status == 413


def test_more_files_than_a_form_has(client: Client) -> None:
    many = [SimpleUploadedFile(f"{n}.jpg", b"x") for n in range(150)]
    refused = post(client, {"photo": many})
    assert refused.status == 400
    assert "did not arrive whole" in refused.refusal


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b'{"photo": 1}'),
        ("image/jpeg", make_jpeg()),
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=x", b"--x\r\nrubbish"),
        ("multipart/form-data; boundary=" + "x" * 300, b""),
        ("application/x-www-form-urlencoded", b"photo=%00&left=%ff"),
    ],
)
def test_a_request_that_is_no_form(client: Client, content_type: str, body: bytes) -> None:
    refused = answer(client.generic("POST", URL, body, content_type))
    assert refused.status == 400
    assert refused.refusal


@pytest.mark.parametrize("show", ["0", "-1", "25", "1000000000", "x", "", "24\0"])
def test_pages_that_do_not_exist(client: Client, show: str) -> None:
    assert client.post(URL, {"photo": photo(), "show": show}).status_code == 404
    assert not PhotoQuery.objects.exists()

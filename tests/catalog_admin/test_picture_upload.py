"""Pictures that are dropped on the product's form, one request each."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from catalog.models import ProductImage, ProductRevision
from tests.factories import make_jpeg, make_product

from .conftest import Staff

pytestmark = pytest.mark.django_db

CHECK = reverse("admin:catalog_product_check_picture")


def _send(client: Client, address: str, data: bytes = make_jpeg(seed=5)) -> Any:
    return client.post(address, {"file": SimpleUploadedFile("a.jpg", data, "image/jpeg")})


def _add(product_id: int) -> str:
    return reverse("admin:catalog_product_add_picture", args=[product_id])


def test_each_is_stored_after_those_before(owner: Client) -> None:
    product = make_product()
    ids = [_send(owner, _add(product.pk), make_jpeg(seed=seed)).json()["id"] for seed in (8, 9)]
    assert list(product.images.values_list("pk", "position"))[1:] == [(ids[0], 1), (ids[1], 2)]
    assert list(ProductRevision.objects.values_list("act", "actor")) == [("changed", "owner"), ("found", "")]


@pytest.mark.parametrize("data", [b"<html>", b""])
def test_what_is_no_picture_is_refused_in_a_sentence(owner: Client, data: bytes) -> None:
    product = make_product(images=0)
    for address in (_add(product.pk), CHECK):
        answer = _send(owner, address, data)
        assert answer.status_code == 400
        assert answer.json()["error"].endswith((".", "empty."))
    assert owner.post(CHECK).json()["error"] == "This field is required."
    assert not ProductImage.objects.exists()


def test_a_check_stores_nothing(owner: Client) -> None:
    assert (_send(owner, CHECK).status_code, ProductImage.objects.exists()) == (200, False)


def test_a_product_that_is_gone_is_said(owner: Client) -> None:
    assert _send(owner, _add(1)).status_code == 404


def test_it_takes_the_right_to_add_pictures(staff: Staff) -> None:
    product = make_product(images=0)
    client = staff("change_product", "view_productimage")
    assert {_send(client, address).status_code for address in (_add(product.pk), CHECK)} == {403}

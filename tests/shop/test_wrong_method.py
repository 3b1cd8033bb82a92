"""An address that only takes forms is a page with ways on when it is opened by itself."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.catalog_pages.page import read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["shop:cart_add", "shop:theme"])
def test_opened_by_itself(client: Client, name: str) -> None:
    response = client.get(reverse(name))
    assert response.status_code == 405
    assert response["Allow"] == "POST"
    assert read(response).text("h1") == "This page does not exist"


def test_a_program_is_told_by_the_header_alone(client: Client) -> None:
    response = client.delete(reverse("catalog:search"))
    assert response.status_code == 405
    assert response.content == b""

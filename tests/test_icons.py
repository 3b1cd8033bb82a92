"""What a browser's tab and a phone's home screen show."""

import re

import pytest
from django.test import Client

from catalog.imaging import picture_size

pytestmark = pytest.mark.django_db


def test_every_icon_answers(client: Client) -> None:
    head = client.get("/").content.decode()
    icons = dict(re.findall(r'<link rel="(?:apple-touch-)?icon" href="/([^"]+?\.(\w+))"', head))
    assert set(icons.values()) == {"ico", "png"}
    assert re.search(r'<link rel="icon"\s+href="data:image/svg\+xml', head), "the third comes with the page"
    for address in icons:
        answer = client.get(f"/{address}")
        assert answer.status_code == 200
        assert b"".join(answer)
        answer.close()


def test_pages_that_name_no_icon_have_the_shop_s(client: Client) -> None:
    answer = client.get("/favicon.ico", follow=True)
    assert answer.status_code == 200
    assert b"".join(answer)
    answer.close()


def test_the_home_screen_s_is_a_square_of_180(client: Client) -> None:
    answer = client.get("/static/apple-touch-icon.png")
    assert picture_size(b"".join(answer)) == (180, 180)
    answer.close()

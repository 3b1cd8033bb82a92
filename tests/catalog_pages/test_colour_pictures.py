"""A list that is narrowed to a colour shows the pictures of that colour."""

import pytest
from django.test import Client

from catalog.models import Product
from tests.factories import make_category, make_image, make_product

from .page import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def shirt(db: None) -> Product:
    shirt = make_product(
        title="Shirt",
        category=make_category(slug="all"),
        colours=["Red", "Navy blue", "Sea (deep)"],
        images=0,
    )
    make_image(shirt, alt_text="Red shirt, front")
    make_image(shirt, alt_text="Reddish shirt, front", position=1, seed=1)
    make_image(shirt, alt_text="Navy blue shirt, front", position=2, seed=2)
    make_image(shirt, alt_text="Navy blue shirt, back", position=3, seed=3)
    return shirt


@pytest.mark.parametrize(
    ("url", "alt"),
    [
        ("/c/all/", "Red shirt, front"),
        ("/c/all/?colour=Navy+blue", "Navy blue shirt, front"),
        ("/c/all/?colour=Red&colour=Navy+blue", "Red shirt, front"),
        ("/c/all/?colour=Sea+(deep)", "Red shirt, front"),
        ("/search/?q=navy+blue+shirt", "Navy blue shirt, front"),
        ("/search/?q=blue+shirt", "Red shirt, front"),
    ],
)
def test_the_picture_of_the_colour(client: Client, shirt: Product, url: str, alt: str) -> None:
    (image,) = read(client.get(url)).all("img")
    assert image.attributes["alt"] == alt

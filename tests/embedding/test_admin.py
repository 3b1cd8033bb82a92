"""What the merchant sees of the vectors, and what can be done about it."""

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from catalog.models import Product, ProductImage
from recommendations import enqueue
from recommendations.models import ImageEmbedding
from recommendations.services.embedding import embed_images
from tests.embedding.files import lose, replace
from tests.factories import make_product

PRODUCTS = reverse("admin:catalog_product_changelist")
EMBEDDINGS = reverse("admin:recommendations_imageembedding_changelist")


@pytest.fixture
def owner(db: None, client: Client) -> Client:
    client.force_login(User.objects.create_superuser("owner"))
    return client


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """The images that workers were asked for."""
    asked: list[list[int]] = []
    monkeypatch.setattr(enqueue, "embed", lambda image_ids, *, encoder_key: asked.append(image_ids))
    return asked


def embed(*images: ProductImage) -> None:
    embed_images(image_ids=[image.pk for image in images])


def product_page(owner: Client, product: Product) -> str:
    return owner.get(reverse("admin:catalog_product_change", args=[product.pk])).content.decode()


def test_a_product_shows_the_state_of_each_picture(owner: Client, images: list[ProductImage]) -> None:
    lose(images[1])
    embed(*images[:2])
    page = product_page(owner, images[0].product)
    assert page.count("colour-histogram: Ready") == 1
    assert page.count("colour-histogram: Failed") == 1
    assert f"The file {images[1].file} is missing." in page
    assert "Pending" in page


def test_a_replaced_picture_is_outdated(owner: Client, image: ProductImage) -> None:
    embed(image)
    replace(image, seed=31)
    assert "colour-histogram: Outdated" in product_page(owner, image.product)


def test_the_list_shows_the_worst_state(owner: Client, images: list[ProductImage]) -> None:
    def column() -> str:
        page = owner.get(PRODUCTS).content.decode()
        return page.split('<td class="field-look">')[1].split("</td>")[0]

    embed(*images[:2])
    assert column() == "Pending"
    embed(images[2])
    assert column() == "Ready"
    lose(images[2])
    ImageEmbedding.objects.filter(image=images[2]).delete()
    embed(images[2])
    assert column() == "Failed"


def test_the_list_takes_the_same_queries_for_more_products(owner: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            owner.get(PRODUCTS)
        return len(captured)

    def add() -> None:
        embed(*make_product(images=2).images.all())

    add()
    queries()
    before = queries()
    add()
    assert queries() == before


@pytest.mark.parametrize("address", [PRODUCTS, EMBEDDINGS])
def test_failed_pictures_are_tried_again(
    owner: Client, images: list[ProductImage], sent: list[list[int]], address: str
) -> None:
    lose(images[1])
    embed(*images)
    everything = Product.objects if address == PRODUCTS else ImageEmbedding.objects
    chosen = {"_selected_action": list(everything.values_list("pk", flat=True))}
    page = owner.post(address, {"action": "retry_failed"} | chosen, follow=True)
    assert "1 picture is tried again." in page.content.decode()
    assert sent == [[images[1].pk]]
    assert ImageEmbedding.objects.get(image=images[1]).state == "pending"


def test_retrying_wants_the_right_to_change(
    client: Client, image: ProductImage, sent: list[list[int]]
) -> None:
    viewer = User.objects.create_user("viewer", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_product"))
    client.force_login(viewer)
    lose(image)
    embed(image)
    client.post(PRODUCTS, {"action": "retry_failed", "_selected_action": [image.product_id]}, follow=True)
    assert sent == []


def test_failures_are_listed_with_their_reason(owner: Client, images: list[ProductImage]) -> None:
    lose(images[0])
    embed(*images)
    page = owner.get(EMBEDDINGS, {"situation": "failed"}).content.decode()
    assert page.count("is missing.") == 1
    assert images[0].product.title in page


def test_a_vector_cannot_be_edited(owner: Client, image: ProductImage) -> None:
    embed(image)
    row = ImageEmbedding.objects.get()
    address = reverse("admin:recommendations_imageembedding_change", args=[row.pk])
    owner.post(address, {"state": "failed", "vector": "[1]", "attempts": 9})
    after = ImageEmbedding.objects.get()
    assert (after.state, after.vector, after.attempts) == (row.state, row.vector, row.attempts)

"""What a product's picture suggests: shown, accepted by a press, never silent."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from catalog.models import Product, ProductImage, ProductRevision
from recommendations.label_reading import read_labels
from tests.factories import make_image, make_product
from tests.similar_looks.gallery import embed, make_gallery

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("owner"))
    return client


@pytest.fixture
def new() -> Product:
    """Among bags of one look, of no type or colour yet."""
    make_gallery(8, product_type="Bag", gender="women", colours=["Red"], seed=40)
    new = make_product(product_type="", gender="unisex", colours=[""], seed=40)
    embed([new])
    return new


def address(product: Product) -> str:
    return reverse("admin:catalog_product_from_picture", args=[product.pk])


def page(client: Client, product: Product) -> str:
    return " ".join(client.get(address(product)).content.decode().split())


def test_each_thing_is_accepted_by_a_press_of_its_own(owner: Client, new: Product) -> None:
    assert page(owner, new).count(">Accept</button>") == 3
    new.refresh_from_db()
    assert (new.product_type, new.gender) == ("", "unisex"), "looking changes nothing"
    for accepted in ("product_type:Bag", "colour:Red", "gender:women"):
        owner.post(address(new), {"accept": accepted})
    new.refresh_from_db()
    assert (new.product_type, new.gender, new.variants.get().colour) == ("Bag", "women", "Red")
    assert page(owner, new).count("as it is") == 3
    assert ProductRevision.objects.filter(product=new.pk, actor="owner").count() == 3


def test_likely_duplicates_are_named_by_sku(owner: Client, new: Product) -> None:
    other = make_product(title="Far away", seed=900)
    ProductImage.objects.filter(product=other).update(digest=new.images.get().digest)
    shown = page(owner, new)
    assert shown.count("looks like SKU") == 9
    assert f"looks like SKU {other.variants.get().sku}" in shown
    assert "the same file" in shown


@pytest.mark.parametrize(
    "accepted", ["", "title:Bag", "gender:everyone", "product_type:Spaceship", "colour:"]
)
def test_only_what_the_shop_knows_is_accepted(owner: Client, new: Product, accepted: str) -> None:
    answer = owner.post(address(new), {"accept": accepted}, follow=True).content.decode()
    assert "This is not suggested any more." in answer
    new.refresh_from_db()
    assert (new.product_type, new.gender) == ("", "unisex")


def test_neighbours_that_differ_suggest_nothing(owner: Client) -> None:
    for number in range(6):
        embed([make_product(product_type=f"Type {number}", colours=[f"Colour {number}"], seed=40)])
    new = make_product(seed=40)
    embed([new])
    shown = page(owner, new)
    assert 'value="product_type:' not in shown
    assert 'value="colour:' not in shown


def test_then_the_encoder_says_what_it_reads_in_the_shops_own_words(owner: Client) -> None:
    for number in range(3):
        embed([make_product(colours=[f"Colour {number}"], seed=40)])
    new = make_product(colours=[""], seed=40)
    embed([new])
    (read,) = read_labels(new.images.get(), encoder_key="colour-histogram").values()
    assert 'value="colour:' not in page(owner, new), "not a word of the shop"
    make_product(colours=[read[0].upper()], images=0)
    shown = page(owner, new)
    assert f'value="colour:{read[0].upper()}"' in shown
    assert "read from the picture" in shown


def test_a_picture_that_waits_is_looked_at_again(owner: Client) -> None:
    new = make_product()
    response = owner.get(address(new))
    assert response["Refresh"] == "3"
    assert "has not been looked at yet" in response.content.decode()
    bare = make_product(images=0)
    assert "has no picture yet" in page(owner, bare)
    make_image(bare, seed=3)
    change = reverse("admin:catalog_product_change", args=[bare.pk])
    assert address(bare) in owner.get(change).content.decode()


def test_who_may_look_may_not_accept(client: Client, new: Product) -> None:
    reader = User.objects.create_user("reader", is_staff=True)
    client.force_login(reader)
    assert client.get(address(new)).status_code == 403
    reader.user_permissions.set(Permission.objects.filter(codename="view_product"))
    assert "Accept" not in page(client, new)
    assert client.post(address(new), {"accept": "product_type:Bag"}).status_code == 403

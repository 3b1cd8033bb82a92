"""Categories and brands in admin."""

import pytest
from django.test import Client
from django.urls import reverse

from catalog.models import Brand, Category
from tests.factories import make_category

pytestmark = pytest.mark.django_db


def _move(owner: Client, category: Category, parent: Category) -> str:
    data = {"name": category.name, "slug": category.slug, "parent": parent.pk, "position": 0}
    page = owner.post(reverse("admin:catalog_category_change", args=[category.pk]), data)
    return page.content.decode()


def test_category_is_moved(owner: Client) -> None:
    shirts, men = make_category(name="Shirts"), make_category(name="Men")
    assert _move(owner, shirts, men) == ""
    assert Category.objects.get(name="Shirts").parent == men


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_category_cannot_stand_below_itself(owner: Client, depth: int) -> None:
    chain = [make_category()]
    for _ in range(2):
        chain.append(make_category(parent=chain[-1]))
    assert "A category cannot stand below itself." in _move(owner, chain[0], chain[depth])
    assert Category.objects.get(pk=chain[0].pk).parent is None


def test_lists_and_search_answer(owner: Client) -> None:
    make_category(name="Shirts")
    for model in ("category", "brand"):
        assert owner.get(reverse(f"admin:catalog_{model}_changelist"), {"q": "shirt"}).status_code == 200


def test_brand_is_added(owner: Client) -> None:
    owner.post(reverse("admin:catalog_brand_add"), {"name": "Alder", "slug": "alder"})
    assert Brand.objects.get().slug == "alder"

"""What things cost the shop: typed, kept and exported by who may change products, seen by nobody else."""

import pytest
from django.test import Client
from django.urls import reverse

from catalog.models import Product, ProductRevision, Variant
from tests.factories import make_product

from .conftest import Staff
from .forms import product_form, variant_form_of

pytestmark = pytest.mark.django_db

LIST = reverse("admin:catalog_product_changelist")
COST = "17.31"


def _page(product: Product, name: str = "change") -> str:
    return reverse(f"admin:catalog_product_{name}", args=[product.pk])


def _save(client: Client, product: Product, cost: str, **variant: object) -> str:
    row = variant_form_of(product.variants.get()) | {"cost": cost} | variant
    form = product_form(product.category, variants=[row])
    return client.post(_page(product), form, follow=True).content.decode()


def _export(client: Client) -> str:
    data = {"action": "export_csv", "_selected_action": [0], "select_across": "1", "index": 0}
    return b"".join(client.post(LIST, data)).decode()


def test_a_cost_is_typed_beside_the_price_changed_and_restored(owner: Client) -> None:
    product = make_product(price_minor=4990)
    _save(owner, product, COST)
    assert product.variants.get().cost_minor == 1731
    assert f'value="{COST}"' in owner.get(_page(product)).content.decode()
    _save(owner, product, "")
    assert product.variants.get().cost_minor is None
    history = owner.get(_page(product, "history")).content.decode()
    assert "cost: – → €17.31" in history
    assert "cost: €17.31 → –" in history
    revision = ProductRevision.objects.order_by("-pk")[1]
    owner.post(reverse("admin:catalog_product_restore", args=[revision.pk]))
    assert product.variants.get().cost_minor == 1731


@pytest.mark.parametrize(
    ("cost", "currency", "said"),
    [
        ("-1", "EUR", "greater than or equal to 0"),
        ("abc", "EUR", "Enter a number"),
        ("1.5", "JPY", "no such small coins"),
        ("9" * 20, "EUR", "less than or equal to"),
    ],
)
def test_a_cost_that_is_none_is_refused_beside_its_field(
    owner: Client, cost: str, currency: str, said: str
) -> None:
    product = make_product(price_minor=1900)
    assert said in _save(owner, product, cost, currency=currency, price="19")
    assert product.variants.get().cost_minor is None


def test_who_only_looks_and_who_buys_learn_no_cost(owner: Client, staff: Staff, client: Client) -> None:
    product = make_product(price_minor=4990)
    _save(owner, product, "16.31")
    _save(owner, product, COST)
    reader = staff("view_product", "view_variant", "view_productimage")
    addresses = [_page(product), _page(product, "history"), LIST]
    seen = [reader.get(address).content.decode() for address in addresses]
    assert "SKU" in seen[0]
    assert 'name="seen"' not in seen[0], "it has all facts in it, sealed but not hidden"
    seen.append(_export(reader))
    product.refresh_from_db()
    api = reverse("catalog-api:products")
    public = (product.get_absolute_url(), api, f"{api}{product.slug}/")
    seen += [client.get(address).content.decode() for address in public]
    for text in seen:
        assert product.title in text
        for figure in (COST, "1731", "16.31", "17,31"):
            assert figure not in text.replace(product.variants.get().sku, "")
    assert "cost" not in _export(reader)
    assert COST in _export(owner)


def test_the_second_of_two_editors_is_told_of_a_cost(owner: Client) -> None:
    product = make_product()
    seen = owner.get(_page(product)).content.decode().split('name="seen" value="')[1].split('"')[0]
    Variant.objects.update(cost_minor=1731)
    row = variant_form_of(product.variants.get()) | {"cost": ""}
    page = owner.post(_page(product), product_form(product.category, variants=[row], seen=seen))
    assert "cost: – → €17.31" in page.content.decode()

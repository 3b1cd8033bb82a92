"""What became of a product, and the way back."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from catalog.models import Product, ProductImage, ProductRevision, Variant
from catalog.services.history import forget_history
from tests.factories import make_product, make_variant

from .conftest import Staff
from .forms import image_form_of, product_form, variant_form_of

pytestmark = pytest.mark.django_db


def _change(product: Product) -> str:
    return reverse("admin:catalog_product_change", args=[product.pk])


def _history(client: Client, product: Product) -> str:
    return client.get(reverse("admin:catalog_product_history", args=[product.pk])).content.decode()


def _restore(client: Client, revision: ProductRevision) -> str:
    address = reverse("admin:catalog_product_restore", args=[revision.pk])
    return client.post(address, follow=True).content.decode()


def test_each_save_is_a_step_with_what_it_changed_and_by_whom(owner: Client) -> None:
    product = make_product(title="Linen shirt", price_minor=1999)
    variant, image = product.variants.get(), product.images.get()
    form = product_form(
        product.category,
        title="Linen blouse",
        variants=[variant_form_of(variant) | {"price": "25"}],
        images=[image_form_of(image) | {"alt_text": "Front"}],
    )
    assert owner.post(_change(product), form).status_code == 302
    page = _history(owner, product)
    assert "title: Linen shirt → Linen blouse" in page
    assert f"{variant.sku}, price: €19.99 → €25.00" in page
    assert "alt text: – → Front" in page
    assert "owner" in page
    assert [revision.act for revision in ProductRevision.objects.all()] == ["changed", "found"]


def test_a_product_that_nobody_has_edited_has_an_empty_one(owner: Client) -> None:
    assert "Nobody has edited this product here yet." in _history(owner, make_product())


def test_a_save_that_changes_nothing_is_no_step(owner: Client) -> None:
    product = make_product(title="Linen shirt", slug="linen-shirt", product_type="Shirts", gender="women")
    form = product_form(
        product.category,
        variants=[variant_form_of(product.variants.get())],
        images=[image_form_of(product.images.get())],
    )
    for _ in "ab":
        assert owner.post(_change(product), form).status_code == 302
    assert ProductRevision.objects.count() == 1


def test_a_restored_product_has_its_old_facts_and_todays_stock(owner: Client) -> None:
    product = make_product(title="Linen shirt", price_minor=1999, stock=5)
    Product.objects.update(weight_grams=350)
    variant, image = product.variants.get(), product.images.get()
    form = product_form(
        product.category,
        title="Spoilt",
        weight_grams="9000",
        variants=[variant_form_of(variant) | {"price": "1"}],
        images=[image_form_of(image) | {"DELETE": "on"}],
    )
    owner.post(_change(product), form)
    Variant.objects.update(stock=2)
    make_variant(product, size="XL", sku="ADDED")
    assert "its stock is unchanged" in _restore(owner, ProductRevision.objects.last())  # type: ignore[arg-type]
    product.refresh_from_db()
    assert (product.title, product.weight_grams) == ("Linen shirt", 350)
    old = product.variants.get(pk=variant.pk)
    assert (old.price_minor, old.stock) == (1999, 2)
    assert product.variants.filter(sku="ADDED").exists()
    assert product.images.get().digest == image.digest
    assert "Restored" in _history(owner, product)


def test_a_deleted_product_comes_back_with_its_pictures_under_its_key(
    owner: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    product = make_product(title="Linen shirt", stock=4)
    file = product.images.get().file.name
    with django_capture_on_commit_callbacks(execute=True):
        owner.post(reverse("admin:catalog_product_delete", args=[product.pk]), {"post": "yes"})
    assert not Product.objects.exists()
    assert "Linen shirt" in owner.get(reverse("admin:catalog_product_deleted")).content.decode()
    _restore(owner, ProductRevision.objects.get(act="deleted"))
    back = Product.objects.get()
    assert (back.pk, back.variants.get().stock, back.images.get().file.name) == (product.pk, 0, file)
    assert default_storage.exists(file or "")


def test_what_cannot_be_put_back_is_said_and_nothing_is_changed(owner: Client) -> None:
    product = make_product(title="Linen shirt", slug="linen")
    owner.post(_change(product), product_form(product.category, title="Changed", slug="changed"))
    make_product(slug="linen")
    page = _restore(owner, ProductRevision.objects.get(act="found"))
    assert "Something else has its address" in page
    assert Product.objects.get(pk=product.pk).title == "Changed"


def test_old_history_is_forgotten_with_the_files_that_only_it_had(
    owner: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    product = make_product()
    image = product.images.get()
    form = product_form(product.category, images=[image_form_of(image) | {"DELETE": "on"}])
    with django_capture_on_commit_callbacks(execute=True):
        owner.post(_change(product), form)
    assert not ProductImage.objects.exists()
    assert default_storage.exists(image.file.name or "")
    assert forget_history(before=timezone.now() + timedelta(hours=1)) == 1
    assert not default_storage.exists(image.file.name or "")
    assert ProductRevision.objects.get().act == "changed"


def test_the_history_takes_the_same_queries_however_long(owner: Client) -> None:
    product = make_product()
    counts = []
    for turn in range(4):
        owner.post(_change(product), product_form(product.category, title=f"Shirt {turn}"))
        with CaptureQueriesContext(connection) as queries:
            _history(owner, product)
        counts.append(len(queries))
    assert counts[1] == counts[3]


def test_restoring_takes_the_right_to_change_and_add(staff: Staff, owner: Client) -> None:
    product = make_product()
    owner.post(_change(product), product_form(product.category))
    client = staff("view_product", "change_product")
    assert 'value="Restore"' not in _history(client, product)
    revision = ProductRevision.objects.last()
    assert client.post(reverse("admin:catalog_product_restore", args=[revision.pk])).status_code == 403  # type: ignore[union-attr]

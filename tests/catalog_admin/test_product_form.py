"""Adding and changing a product with its variants and pictures."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from catalog.models import Product
from catalog.money import Money
from tests.factories import make_category, make_image, make_jpeg, make_product, make_variant

from .conftest import Staff
from .forms import image_form_of, product_form, variant_form, variant_form_of

pytestmark = pytest.mark.django_db

ADD = reverse("admin:catalog_product_add")


def _change(product: Product) -> str:
    return reverse("admin:catalog_product_change", args=[product.pk])


def _photo(data: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile("shirt.jpg", make_jpeg() if data is None else data, "image/jpeg")


def test_product_is_added_with_variants_and_pictures(owner: Client) -> None:
    data = product_form(
        make_category(),
        variants=[variant_form(), variant_form(sku="A2", size="L", price="25", stock=0)],
        images=[{"file": _photo(), "alt_text": "Front", "position": 0}],
    )
    assert owner.post(ADD, data).status_code == 302
    product = Product.objects.get()
    assert [(variant.sku, variant.price) for variant in product.variants.all()] == [
        ("A1", Money(1999, "EUR")),
        ("A2", Money(2500, "EUR")),
    ]
    image = product.images.get()
    assert (image.alt_text, image.width, image.height, len(image.digest)) == ("Front", 48, 64, 64)


def test_price_is_shown_and_changed_in_major_units(owner: Client) -> None:
    product = make_product(images=0, price_minor=1999)
    variant = product.variants.get()
    page = owner.get(_change(product))
    assert b'value="19.99"' in page.content
    data = product_form(
        product.category,
        variants=[variant_form(id=variant.pk, product=product.pk, sku=variant.sku, price="20.50")],
    )
    assert owner.post(_change(product), data).status_code == 302
    assert product.variants.get().price_minor == 2050


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"price": "-1"}, "greater than or equal to 0"),
        ({"price": "1.999"}, "This currency has no such small coins."),
        ({"price": "1.5", "currency": "JPY"}, "This currency has no such small coins."),
        ({"price": "NaN"}, "Enter a number."),
        ({"stock": "-1"}, "greater than or equal to 0"),
        ({"currency": "eu"}, "is not an ISO 4217 code"),
    ],
)
def test_bad_variant_is_refused_beside_its_field(owner: Client, fields: dict[str, str], message: str) -> None:
    page = owner.post(ADD, product_form(make_category(), variants=[variant_form(**fields)]))
    assert page.status_code == 200
    assert message in page.content.decode()
    assert not Product.objects.exists()


def test_currency_may_be_typed_in_small_letters(owner: Client) -> None:
    owner.post(ADD, product_form(make_category(), variants=[variant_form(currency="gbp")]))
    assert Product.objects.get().variants.get().currency == "GBP"


def test_two_variants_of_one_look_are_refused(owner: Client) -> None:
    variants = [variant_form(), variant_form(sku="A2")]
    page = owner.post(ADD, product_form(make_category(), variants=variants))
    assert "duplicate" in page.content.decode()
    assert not Product.objects.exists()


def test_sku_of_another_product_is_refused(owner: Client) -> None:
    sku = make_product().variants.get().sku
    page = owner.post(ADD, product_form(make_category(), variants=[variant_form(sku=sku)]))
    assert "Variant with this SKU already exists." in page.content.decode()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "The submitted file is empty."),
        (b"<html>", "This file is not a photo."),
        (b"GIF89a" + bytes(100), "Use a JPEG, PNG, WebP or HEIC photo."),
        (b"\xff\xd8\xff" + bytes(100), "We could not open this photo."),
    ],
)
def test_bad_picture_is_refused_beside_its_field(owner: Client, data: bytes, message: str) -> None:
    images = [{"file": _photo(data), "alt_text": "", "position": 0}]
    page = owner.post(ADD, product_form(make_category(), images=images))
    assert page.status_code == 200
    assert message in page.content.decode()
    assert not Product.objects.exists()


def test_a_refused_form_names_the_pictures_that_came_with_it(owner: Client) -> None:
    images = [{"file": _photo(), "alt_text": "Front", "position": 0}]
    data = product_form(make_category(), images=images, title="")
    page = owner.post(ADD, data).content.decode()
    assert "data-refused" in page
    assert '<span data-lost="images-0-file">shirt.jpg</span>' in page
    assert "data-lost" not in owner.get(ADD).content.decode()


def test_a_product_may_have_hundreds_of_variants(owner: Client) -> None:
    variants = [variant_form(sku=f"SHIRT-{size}", size=str(size)) for size in range(160)]
    form = product_form(make_category(), variants=variants)
    assert len(form) > 1_000
    assert owner.post(ADD, form).status_code == 302
    assert Product.objects.get().variants.count() == 160


def test_saving_needs_one_query_for_a_row_that_nobody_touched(owner: Client) -> None:
    product = make_product(images=1, sizes=("S",))
    counts = []
    for turn in range(3):
        form = product_form(
            product.category,
            title=f"Shirt {turn}",
            variants=[variant_form_of(variant) for variant in product.variants.all()],
            images=[image_form_of(image) for image in product.images.all()],
        )
        # As the page does beside what may be changed elsewhere meanwhile.
        shown = [name for name in form if name.endswith(("-stock", "-currency"))]
        form |= {f"initial-{name}": form[name] for name in shown}
        with CaptureQueriesContext(connection) as queries:
            assert owner.post(_change(product), form).status_code == 302
        counts.append(len(queries))
        for place in range(4):
            make_image(product, seed=place)
            make_variant(product, size=f"{turn}{place}")
    assert counts[2] - counts[1] == 8  # Django looks each row's key up


@pytest.mark.parametrize(("rows", "shown"), [("5", 5), ("5000", 50), ("-1", 0), ("many", 0), ("", 0)])
def test_without_a_script_empty_rows_are_a_link_away(owner: Client, rows: str, shown: int) -> None:
    page = owner.get(ADD, {"rows": rows}).content.decode()
    assert '<a href="?rows=5">' in page
    for prefix in ("variants", "images"):
        assert f'name="{prefix}-TOTAL_FORMS" value="{shown}"' in page


def test_inlines_need_constant_queries(owner: Client) -> None:
    product = make_product(images=2, sizes=("S", "M"))
    counts = []
    for turn in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert owner.get(_change(product)).status_code == 200
        counts.append(len(queries))
        for place in range(4):
            make_image(product, seed=place)
            make_variant(product, size=f"{turn}{place}")
    assert counts[0] == counts[1]


def test_categories_of_one_name_are_told_apart(owner: Client) -> None:
    for root in ("Women", "Men"):
        make_category(name="Shirts", parent=make_category(name=root))
    page = owner.get(ADD).content.decode()
    assert ">Women › Shirts</option>" in page
    assert ">Men › Shirts</option>" in page


def test_who_may_only_look_cannot_change(staff: Staff) -> None:
    product = make_product()
    client = staff("view_product", "view_variant", "view_productimage")
    assert client.get(_change(product)).status_code == 200
    assert client.post(_change(product), product_form(product.category)).status_code == 403
    assert client.get(ADD).status_code == 403


def test_who_has_no_permission_sees_nothing(staff: Staff) -> None:
    assert staff().get(_change(make_product())).status_code == 403


def test_stranger_is_sent_to_sign_in(client: Client) -> None:
    page = client.get(ADD)
    assert page.status_code == 302
    assert "/login/" in page["Location"]

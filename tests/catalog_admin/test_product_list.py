"""The list of products: what it shows, finds and filters, in constant queries."""

import re

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from catalog.admin.product import ProductAdmin
from catalog.models import Product
from tests.factories import make_brand, make_category, make_product, make_variant

from .conftest import Staff

pytestmark = pytest.mark.django_db

LIST = reverse("admin:catalog_product_changelist")


def _titles(client: Client, **query: str) -> set[str]:
    page = client.get(LIST, query).content.decode()
    return set(re.findall(r"field-title[^>]*>\s*<a[^>]*>([^<]+)</a>", page))


def test_rows_show_picture_price_range_and_stock(owner: Client) -> None:
    product = make_product(sizes=("S",), price_minor=1000, stock=2)
    make_variant(product, size="M", price_minor=2500, stock=3)
    make_variant(product, size="L", price_minor=1500, stock=0)
    page = owner.get(LIST).content.decode()
    assert f'<img src="{product.images.get().file.url}" width="48" height="64" alt="" loading="lazy">' in page
    assert "€10.00 – €25.00" in page
    assert '<td class="field-stock">5</td>' in page


def test_product_without_picture_and_variant_is_listed(owner: Client) -> None:
    make_product(title="Bare", images=0, colours=())
    assert _titles(owner) == {"Bare"}


def test_title_sku_brand_and_id_are_searched(owner: Client) -> None:
    wanted = make_product(title="Linen shirt", brand=make_brand(name="Alder"), external_id="ext-7")
    make_variant(wanted, sku="SKU-XYZ", size="L")
    make_product(title="Wool skirt")
    for words in ("linen", "sku-xyz", "alder", "ext-7"):
        assert _titles(owner, q=words) == {"Linen shirt"}, words


def test_stock_is_filtered(owner: Client) -> None:
    half = make_product(title="Half", sizes=("S", "M"))
    half.variants.filter(size="S").update(stock=0)
    make_product(title="Out", stock=0)
    assert _titles(owner, stock="in") == {"Half"}
    assert _titles(owner, stock="out") == {"Out"}


def test_section_is_a_root_category_with_all_below_it(owner: Client) -> None:
    women = make_category(name="Women", slug="women")
    make_product(title="Below", category=make_category(name="Shirts", parent=women))
    make_product(title="Elsewhere")
    assert _titles(owner, section="women") == {"Below"}
    assert _titles(owner, section="nothing") == {"Below", "Elsewhere"}


@pytest.mark.parametrize(
    ("parameter", "value"),
    [("is_published__exact", "0"), ("gender__exact", "men"), ("product_type", "Jeans")],
)
def test_facts_are_filtered(owner: Client, parameter: str, value: str) -> None:
    make_product(title="Other")
    make_product(title="Wanted", is_published=False, gender="men", product_type="Jeans")
    assert _titles(owner, **{parameter: value}) == {"Wanted"}


def test_queries_do_not_grow_with_rows(owner: Client) -> None:
    counts = []
    for _ in range(2):
        for _ in range(4):
            make_product(brand=make_brand(), images=2, sizes=("S", "M"))
        with CaptureQueriesContext(connection) as queries:
            assert owner.get(LIST).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_hooks_of_a_subclass_are_used(rf: object) -> None:
    base = admin.site._registry[Product].__class__
    inline = type("Inline", (base.image_inline_class,), {})  # type: ignore[attr-defined]
    subclass = type("Admin", (base,), {"image_inline_class": inline, "extra_inline_classes": (inline,)})
    assert subclass(Product, admin.site).get_inlines(rf, None)[1:] == [inline, inline]


def test_list_needs_the_permission_to_view(staff: Staff) -> None:
    assert staff("view_category").get(LIST).status_code == 403


def test_what_is_narrowed_is_counted_with_its_page(owner: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ProductAdmin, "list_per_page", 2)
    for number in range(5):
        make_product(title=f"Linen {number}")
    make_product(title="Wool")
    pages = [owner.get(LIST, {"q": "linen", "p": page}) for page in ("1", "3")]
    assert [len(page.context["cl"].result_list) for page in pages] == [2, 1]
    assert {page.context["cl"].result_count for page in pages} == {5}
    assert _titles(owner, q="linen", all="") == {f"Linen {number}" for number in range(5)}
    assert owner.get(LIST, {"q": "linen", "p": "9"}).status_code == 302, "there is no such page"
    assert owner.get(LIST, {"q": "silk"}).context["cl"].result_count == 0
    with CaptureQueriesContext(connection) as queries:
        owner.get(LIST, {"q": "linen"})
    assert sum("%LINEN%" in query["sql"].upper() for query in queries) == 1

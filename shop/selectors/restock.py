"""What of a product is sold out, and who waits for it."""

from dataclasses import dataclass

from django.contrib.auth.models import User

from catalog.models import Product, Variant

from ..models import RestockNotice


@dataclass(frozen=True)
class SoldOutProduct:
    """`variants` are those that are sold out; `waited_for` the keys of those a customer waits for."""

    product: Product
    variants: list[Variant]
    waited_for: frozenset[int]


def notice_of(*, pk: int) -> RestockNotice | None:
    """None once it was called off, told or forgotten."""
    return RestockNotice.objects.select_related("variant__product").filter(pk=pk).first()


def sold_out_product(*, slug: str, customer: User | None) -> SoldOutProduct:
    """In three queries. Raises Product.DoesNotExist unless it is published."""
    product = Product.objects.published().prefetch_related("variants").get(slug=slug)
    notices = RestockNotice.objects.filter(customer=customer, variant__product=product)
    return SoldOutProduct(
        product=product,
        variants=[variant for variant in product.variants.all() if not variant.in_stock],
        waited_for=frozenset(notices.values_list("variant_id", flat=True) if customer else ()),
    )

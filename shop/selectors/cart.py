"""What a cart holds, at today's prices and stock."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Prefetch, QuerySet, Sum

from catalog.models import ProductImage, Variant
from catalog.money import Money
from catalog.pictures import LINE_SIZES, CardImage, card_image

from ..models import MAX_QUANTITY, Cart, CartLine


class LineState(StrEnum):
    """Whether a line can be bought as it stands."""

    AVAILABLE = "available"
    SHORT = "short"
    SOLD_OUT = "sold_out"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class ContentLine:
    """`counted` of the line's `quantity` can be had now and make up its total; no `url` when withdrawn.

    `name` is all that tells the variant, `title` and `choice` its parts. `price_before` is the price when it
    was put in, None unless it has changed since.
    """

    sku: str
    name: str
    title: str
    choice: str
    url: str
    image: CardImage | None
    price: Money
    price_before: Money | None
    quantity: int
    counted: int
    state: LineState

    @property
    def total(self) -> Money:
        return self.price * self.counted

    @property
    def most(self) -> int:
        """The largest quantity worth offering in the form."""
        return self.counted if self.state is LineState.SHORT else MAX_QUANTITY


@dataclass(frozen=True)
class CartContents:
    lines: tuple[ContentLine, ...] = ()

    @property
    def items(self) -> int:
        return sum(line.quantity for line in self.lines)

    @property
    def totals(self) -> tuple[Money, ...]:
        """What can be had now, one sum a currency; none when nothing can."""
        return money_totals(line.total for line in self.lines if line.counted)


@dataclass(frozen=True)
class UndoOffer:
    """A removed line that one press puts back."""

    sku: str
    name: str
    quantity: int


def money_totals(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """One sum a currency, in order of first appearance."""
    sums: dict[str, Money] = {}
    for amount in amounts:
        sums[amount.currency] = sums.get(amount.currency, Money(0, amount.currency)) + amount
    return tuple(sums.values())


def cart_contents(*, cart: Cart) -> CartContents:
    """Every line of the cart, oldest first, whether or not it can still be had."""
    if cart.pk is None:
        return CartContents()
    return CartContents(tuple(_content_line(line) for line in _lines(cart)))


def items_in_cart(*, cart: Cart) -> int:
    """How many items the cart holds, for the badge."""
    if cart.pk is None:
        return 0
    total = CartLine.objects.filter(cart=cart).aggregate(total=Sum("quantity"))["total"]
    return total or 0


def undo_offer(*, cart: Cart, sku: str, quantity: int) -> UndoOffer | None:
    """The offer to put back what was removed; None when it is unknown, or in the cart again."""
    variants = Variant.objects.select_related("product").filter(sku=sku)
    if cart.pk is not None:
        variants = variants.exclude(cart_lines__cart=cart)
    variant = variants.first()
    return UndoOffer(variant.sku, variant.full_name, quantity) if variant else None


def _lines(cart: Cart) -> QuerySet[CartLine]:
    first_images = ProductImage.objects.order_by("product_id", "position", "id").distinct("product_id")
    return (
        CartLine.objects.filter(cart=cart)
        .select_related("variant__product")
        .prefetch_related(Prefetch("variant__product__images", queryset=first_images, to_attr="first_images"))
    )


def _content_line(line: CartLine) -> ContentLine:
    variant, product = line.variant, line.variant.product
    images: list[ProductImage] = product.first_images  # type: ignore[attr-defined]
    counted = min(line.quantity, variant.stock) if product.is_published else 0
    return ContentLine(
        sku=variant.sku,
        name=variant.full_name,
        title=product.title,
        choice=", ".join(part for part in (variant.colour, variant.size) if part),
        url=product.get_absolute_url() if product.is_published else "",
        image=card_image(images[0], product.title, sizes=LINE_SIZES) if images else None,
        price=variant.price,
        price_before=_price_before(line),
        quantity=line.quantity,
        counted=counted,
        state=_state(line, counted),
    )


def _price_before(line: CartLine) -> Money | None:
    if line.price_minor is None or line.price_minor == line.variant.price_minor:
        return None
    return Money(line.price_minor, line.variant.currency)


def _state(line: CartLine, counted: int) -> LineState:
    if not line.variant.product.is_published:
        return LineState.WITHDRAWN
    if not counted:
        return LineState.SOLD_OUT
    return LineState.SHORT if counted < line.quantity else LineState.AVAILABLE

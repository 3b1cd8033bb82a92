"""What a list or a search may be narrowed to; shared by pages, photo search and similar looks."""

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True)
class ProductFilters:
    """OR within a field, AND between fields. An empty field does not narrow.

    `colours`, `sizes`, the prices (minor units of the shop's currency, inclusive) and `in_stock` must hold
    for one and the same variant.
    """

    category_id: int | None = None
    types: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    price_min: int | None = None
    price_max: int | None = None
    in_stock: bool = False
    exclude_product_ids: tuple[int, ...] = ()

    @property
    def narrows_variants(self) -> bool:
        prices = self.price_min is not None or self.price_max is not None
        return bool(self.colours or self.sizes or prices or self.in_stock)

    def without_variant_fields(self) -> "ProductFilters":
        """Only what is asked of the product itself."""
        return replace(self, colours=(), sizes=(), price_min=None, price_max=None, in_stock=False)

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) not in (None, (), False) for field in fields(self))

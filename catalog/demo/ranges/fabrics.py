"""Cloths and leathers: what a title says, what the label says; and how to look after them."""

from typing import Final

Cloth = tuple[str, str]

JERSEY: Final[tuple[Cloth, ...]] = (
    ("cotton", "100 % cotton, 160 g/m²"),
    ("organic cotton", "100 % organic cotton, 180 g/m²"),
    ("heavy jersey", "100 % cotton, 220 g/m²"),
)
SHIRTING: Final[tuple[Cloth, ...]] = (
    ("poplin", "100 % cotton poplin"),
    ("linen", "100 % European linen"),
    ("Oxford", "100 % cotton Oxford cloth"),
)
DENIM: Final[tuple[Cloth, ...]] = (
    ("rigid", "100 % cotton denim, 13 oz"),
    ("stretch", "98 % cotton, 2 % elastane denim"),
    ("washed", "100 % recycled and organic cotton denim"),
)
FLEECE: Final[tuple[Cloth, ...]] = (
    ("brushed", "80 % cotton, 20 % recycled polyester, brushed inside"),
    ("loopback", "100 % organic cotton loopback"),
)
WOOL: Final[tuple[Cloth, ...]] = (
    ("lambswool", "100 % lambswool"),
    ("merino", "100 % extra-fine merino wool"),
    ("cotton-knit", "100 % combed cotton"),
)
FLOWING: Final[tuple[Cloth, ...]] = (
    ("viscose", "100 % viscose"),
    ("satin", "97 % viscose, 3 % elastane satin"),
    ("crêpe", "100 % viscose crêpe"),
)
COTTON: Final[tuple[Cloth, ...]] = (
    ("cotton", "100 % cotton"),
    ("linen-blend", "55 % linen, 45 % cotton"),
    ("seersucker", "100 % cotton seersucker"),
)
TWILL: Final[tuple[Cloth, ...]] = (
    ("twill", "98 % cotton, 2 % elastane twill"),
    ("wool-blend", "53 % recycled wool, 43 % polyester, 4 % elastane"),
    ("linen", "100 % European linen"),
)
OUTER: Final[tuple[Cloth, ...]] = (
    ("nylon", "100 % recycled nylon, water-repellent"),
    ("cotton", "100 % cotton twill, lined"),
)
SYNTHETIC: Final[tuple[Cloth, ...]] = (
    ("quick-dry", "88 % recycled polyester, 12 % elastane"),
    ("soft-touch", "92 % cotton, 8 % elastane"),
)
CANVAS: Final[tuple[Cloth, ...]] = (
    ("canvas", "cotton canvas upper, natural rubber sole"),
    ("organic canvas", "organic cotton canvas upper, recycled rubber sole"),
)
LEATHER: Final[tuple[Cloth, ...]] = (
    ("leather", "full-grain leather"),
    ("grained leather", "grained cow leather, cotton lining"),
)
SHOE_LEATHER: Final[tuple[Cloth, ...]] = (
    ("leather", "leather upper and lining, rubber sole"),
    ("vegan-leather", "apple-based synthetic upper, rubber sole"),
)
MESH: Final[tuple[Cloth, ...]] = (("mesh", "recycled polyester mesh upper, EVA midsole"),)
ACETATE: Final[tuple[Cloth, ...]] = (
    ("acetate", "plant-based acetate, UV 400 lenses"),
    ("polarised", "acetate frame, polarised UV 400 lenses"),
)
STEEL: Final[tuple[Cloth, ...]] = (
    ("automatic", "316L steel case, automatic movement, 5 ATM"),
    ("quartz", "316L steel case, quartz movement, 5 ATM"),
)
SCARF: Final[tuple[Cloth, ...]] = (
    ("lambswool", "100 % lambswool"),
    ("wool-blend", "70 % wool, 30 % recycled polyester"),
)
SILK: Final[tuple[Cloth, ...]] = (("silk", "100 % mulberry silk"), ("wool", "100 % wool"))
SOCK: Final[tuple[Cloth, ...]] = (
    ("cotton", "78 % organic cotton, 20 % polyamide, 2 % elastane"),
    ("merino", "60 % merino, 38 % polyamide, 2 % elastane"),
)
PACK: Final[tuple[Cloth, ...]] = (
    ("canvas", "waxed cotton canvas, lined"),
    ("recycled", "600D recycled polyester, water-repellent"),
)

HAND_WASH: Final = "Hand wash cold, or a wool programme; dry flat."
DENIM_CARE: Final = "Wash cold and inside out, and not too often. Line dry."
WIPE: Final = "Wipe clean with a damp cloth; feed the leather once a season."
BRUSH: Final = "Brush off dry dirt; treat with a protector before the first wear."
DRY_CLEAN: Final = "Dry clean, or steam to freshen up."
GLASSES: Final = "Rinse under cold water and dry with the cloth that comes with them."

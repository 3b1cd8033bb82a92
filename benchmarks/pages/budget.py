"""What a first view of each kind of page may weigh and how long it may take (docs/page-speed.md)."""

from dataclasses import dataclass

KILOBYTE = 1000
LCP_MS = 1800.0
CLS = 0.02
INTERACTION_MS = 100.0
KINDS = ("html", "css", "js", "font", "image")


@dataclass(frozen=True)
class Budget:
    """Compressed kilobytes of each kind, in all, and the number of requests."""

    html: float
    css: float
    js: float
    font: float
    image: float
    total: float
    requests: int


LIST = Budget(20, 20, 30, 35, 150, 255, 16)
PRODUCT = Budget(18, 20, 30, 35, 120, 225, 18)
PHOTO_SEARCH = Budget(12, 20, 38, 35, 20, 110, 10)


@dataclass(frozen=True)
class Case:
    """A page, and the control whose answer to a tap is timed."""

    name: str
    path: str
    budget: Budget
    tap: str


def cases(category: str, product: str) -> tuple[Case, ...]:
    """Of a running shop, by the addresses of one of its categories and products."""
    return (
        Case("home", "/", LIST, ".card__choices summary"),
        Case("category", category, LIST, ".card__choices summary"),
        Case("search", "/search/?q=blue+dress", LIST, ".card__choices summary"),
        Case("product", product, PRODUCT, ".buy__form label"),
        Case("photo search", "/visual-search/", PHOTO_SEARCH, "header a"),
    )

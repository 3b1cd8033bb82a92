"""axe-core on a phone and on a desk, in light and dark: nothing serious, nothing critical."""

from typing import Any

import pytest
from playwright.sync_api import Page

from config.frontend.packages import MODULES
from tests.factories import make_category, make_product

from .conftest import OpenPage

pytestmark = pytest.mark.django_db(transaction=True)

AXE = MODULES / "axe-core" / "axe.min.js"
PAGES = {
    "home": "/",
    "menu": "/menu/",
    "category": "/c/shirts/",
    "filtered": "/c/shirts/?colour=Blue&price_max=100",
    "search": "/search/?q=linen",
    "nothing found": "/search/?q=zeppelin",
    "empty search": "/search/",
    "product": "/p/linen-shirt/",
    "sold out": "/p/wool-coat/",
    "cart": "/cart/",
    "wish-list": "/wishlist/",
    "photo search": "/visual-search/",
    "privacy": "/privacy/",
    "style guide": "/styleguide/",
}


@pytest.fixture
def shop() -> None:
    shirts = make_category(name="Shirts", slug="shirts", parent=make_category(name="Clothes"))
    make_product(title="Linen shirt", slug="linen-shirt", category=shirts, sizes=["S", "M"], images=2)
    make_product(title="Linen tunic", category=shirts, colours=["Blue", "Red", "Teal", "Tan", "Grey"])
    make_product(title="Wool coat", slug="wool-coat", category=shirts, stock=0)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.usefixtures("shop")
def test_nothing_serious(open_page: OpenPage, name: str) -> None:
    page = open_page(width=1440)
    page.goto(PAGES[name])
    page.wait_for_load_state("networkidle")
    page.evaluate(AXE.read_text())
    found: dict[str, None] = {}
    for width in (1440, 360):
        page.set_viewport_size({"width": width, "height": 800})
        for theme in ("light", "dark"):
            page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
            found |= {f"{width} {theme} {line}": None for line in serious(page)}
    assert not found, "\n".join(found)


def serious(page: Page) -> list[str]:
    result: dict[str, Any] = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in result["violations"]
        if violation["impact"] in {"serious", "critical"}
        for node in violation["nodes"]
    ]

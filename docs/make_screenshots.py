"""Photographs a running demo: `make screenshots`. 14 pages, on a phone and on a desk, in light and in dark.

URL is the demo's address, PHOTO a picture to search with, else one of its samples. Writes docs/screenshots/.
"""

import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from catalog.imaging import encode_webp, fit, open_picture

URL = (os.environ.get("URL") or "http://127.0.0.1:8000").rstrip("/")
PHOTO = os.environ.get("PHOTO")
FOLDER = Path(__file__).parent / "screenshots"
SIZES: dict[str, ViewportSize] = {
    "phone": {"width": 360, "height": 740},
    "desktop": {"width": 1440, "height": 900},
}
LONGEST_SIDE = 1080
QUALITY = 62


def main() -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("Chromium is not installed: apt-get install chromium")
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for size in SIZES:
            photograph(browser, size)
        browser.close()


def photograph(browser: Browser, size: str) -> None:
    """One shopper's way through the shop; each step is looked at in both themes."""
    page = browser.new_page(base_url=URL, viewport=SIZES[size], reduced_motion="reduce")
    page.set_default_timeout(60_000)
    for name, step in STEPS.items():
        step(page)
        for theme in ("light", "dark"):
            page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
            save(page, f"{name}-{size}-{theme}")
    page.close()


def save(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.evaluate("Promise.all([...document.images].filter(i => i.loading != 'lazy').map(i => i.decode()))")
    pixels = fit(open_picture(page.screenshot()), LONGEST_SIDE)
    (FOLDER / f"{name}.webp").write_bytes(encode_webp(pixels, QUALITY))


def home(page: Page) -> None:
    page.goto("/")


def category(page: Page) -> None:
    page.goto(category_path(page))


def filters(page: Page) -> None:
    """A list with filters applied; on a phone their sheet lies open."""
    page.goto(category_path(page) + "?colour=Black&colour=Blue&price_max=120")
    summary = page.locator(".filters__summary")
    if summary.is_visible():
        summary.click()
        page.locator("#filter-sheet").wait_for()


def search(page: Page) -> None:
    page.goto("/search/?q=blue+dress")


def nothing_found(page: Page) -> None:
    page.goto("/search/?q=zeppelin")


def product(page: Page) -> None:
    page.goto(category_path(page))
    page.locator(".card:not(.card--sold-out) h3 a").first.click()
    page.locator(".product__facts").wait_for()


def sold_out(page: Page) -> None:
    path = next((path for path in category_paths(page) if sold_out_path(page, path)), None)
    page.goto(sold_out_path(page, path) if path else "/")


def quick_view(page: Page) -> None:
    page.goto(category_path(page))
    page.locator(".quick-view-link").first.click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile("Choose a size|Add to cart")).wait_for()


def cart(page: Page) -> None:
    page.goto("/")
    for path in [card_path(page, number) for number in range(4)]:
        page.goto(path)
        for size in page.locator(".buy .choice--size:not(.choice--sold-out) input").all()[:1]:
            size.check(force=True)
        if page.locator(".buy__add").is_visible():
            page.locator(".buy__add").click()
            page.locator("#cart-drawer[open]").wait_for()
    page.goto("/cart/")


def cart_drawer(page: Page) -> None:
    page.goto(category_path(page))
    page.locator(".site-header__cart").click()
    page.locator("#cart-drawer .cart-line").first.wait_for()


def wish_list(page: Page) -> None:
    page.goto(category_path(page))
    for heart in page.locator(".card .wish__button[aria-pressed=false]").all()[:5]:
        with page.expect_response(lambda response: response.request.method == "POST"):
            heart.click()
    page.goto("/wishlist/")


def photo_search(page: Page) -> None:
    page.goto("/visual-search/")


def photo_results(page: Page) -> None:
    if PHOTO:
        page.set_input_files("#photo-file, input[type=file]", PHOTO)
    else:
        page.locator("[name=sample]").first.click()
    page.locator("#photo-found article").first.wait_for()


def not_found(page: Page) -> None:
    page.goto("/p/no-such-product/")


STEPS: dict[str, Callable[[Page], None]] = {
    step.__name__.replace("_", "-"): step
    for step in (
        home,
        category,
        filters,
        search,
        nothing_found,
        product,
        sold_out,
        quick_view,
        cart,
        cart_drawer,
        wish_list,
        photo_search,
        photo_results,
        not_found,
    )
}


def category_paths(page: Page) -> list[str]:
    page.goto("/menu/")
    links = page.locator("main .menu-links a[href^='/c/']").all()
    return [link.get_attribute("href") or "/" for link in links]


def category_path(page: Page) -> str:
    """Of the fullest kind of list: the first department."""
    return category_paths(page)[0]


def card_path(page: Page, number: int) -> str:
    return page.locator(".product-grid h3 a").nth(number).get_attribute("href") or "/"


def sold_out_path(page: Page, listing: str) -> str | None:
    page.goto(listing)
    links = page.locator(".card--sold-out h3 a").all()[:1]
    return links[0].get_attribute("href") if links else None


if __name__ == "__main__":
    main()

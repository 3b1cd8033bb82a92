"""Takes the README's pictures of a running demo: `make screenshots`.

URL is the demo's address, PHOTO a picture to search with, else a product's own. Writes docs/screenshots/.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, FilePayload, Page, sync_playwright

URL = (os.environ.get("URL") or "http://127.0.0.1:8000").rstrip("/")
FOLDER = Path(__file__).parent / "screenshots"
SIZES = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1440, "height": 900}}


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
    page = browser.new_page(viewport=SIZES[size])  # type: ignore[arg-type]
    page.goto(URL)
    save(page, f"home-{size}")
    photo = os.environ.get("PHOTO") or first_picture(page)
    page.locator("article h3 a").first.click()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")  # the row loads when it comes into view
    page.locator(".product-row article").first.wait_for()
    page.evaluate("scrollTo(0, 0)")
    save(page, f"product-{size}")
    page.goto(f"{URL}/visual-search/")
    page.set_input_files("input[type=file]", photo)  # choosing it sends it
    page.locator(".photo-search__results article").first.wait_for()
    save(page, f"photo-search-{size}")
    page.close()


def first_picture(page: Page) -> FilePayload:
    source = page.locator("article img").first.get_attribute("src") or ""
    return {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": page.request.get(URL + source).body()}


def save(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / f"{name}.jpg", type="jpeg", quality=70)


if __name__ == "__main__":
    main()

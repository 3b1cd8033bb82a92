"""Photographs the merchant's desk of a running demo into docs/screenshots/.

URL and ADMIN_PASSWORD are in the environment; the password lies in the demo's state folder. Leaves an import
that was checked, and changes nothing else.
"""

import os
import re
import shutil
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Page, sync_playwright

from catalog.imaging import encode_webp, fit, open_picture

URL = os.environ.get("URL", "http://127.0.0.1:8000").rstrip("/")
PASSWORD = os.environ["ADMIN_PASSWORD"]
FOLDER = Path(__file__).parent / "screenshots"
ROWS = (
    "external_id,title,category,type,colour,size,price,stock,images",
    "X1,Linen shirt,Women > Shirts,Shirts,Blue,M,49.90,3,x1.jpg",
    "X2,Wool skirt,Women > Skirts,Skirts,Grey,S,cheap,2,x2.jpg",
)
LONGEST_SIDE = 1200
QUALITY = 60


def main() -> None:
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or sys.exit("Chromium is not installed: apt-get install chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(base_url=URL, viewport={"width": 1280, "height": 860})
        page.set_default_timeout(60_000)
        page.goto("/admin/")
        page.get_by_label("Username:").fill("admin")
        page.get_by_label("Password:").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        for name, step in {"list": products, "picture": by_picture, "bulk": bulk, "form": form}.items():
            step(page)
            save(page, name)
        imported(page)
        save(page, "import")
        browser.close()


def save(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    pixels = fit(open_picture(page.screenshot()), LONGEST_SIDE)
    (FOLDER / f"desk-{name}.webp").write_bytes(encode_webp(pixels, QUALITY))


def products(page: Page) -> None:
    page.goto("/admin/catalog/product/?view=low-stock")


def by_picture(page: Page) -> None:
    page.goto("/admin/catalog/product/")
    picture = page.locator(".field-thumbnail img").nth(3).get_attribute("src") or ""
    photo = page.request.get(picture).body()
    page.locator("#desk-photo").set_input_files(
        [{"name": "photo.webp", "mimeType": "image/webp", "buffer": photo}]
    )
    page.locator(".desk-found li").first.wait_for()


def bulk(page: Page) -> None:
    page.goto("/admin/catalog/product/?view=low-stock")
    page.locator("#action-toggle").check()
    page.get_by_label("Action:").select_option("bulk_edit")
    page.get_by_role("button", name=re.compile("Go|Run")).click()
    page.get_by_label("Change the price by per cent:").fill("-10")


def form(page: Page) -> None:
    page.goto("/admin/catalog/product/")
    page.locator(".field-title a").nth(3).click()
    page.locator("#variants-group").scroll_into_view_if_needed()
    page.locator("#images-group").scroll_into_view_if_needed()


def imported(page: Page) -> None:
    page.goto("/admin/catalog/importjob/add/")
    table, pictures = "\n".join(ROWS).encode(), BytesIO()
    with ZipFile(pictures, "w") as archive:
        archive.writestr("x1.jpg", (FOLDER / "desk-list.webp").read_bytes())
    page.get_by_label("Table:").set_input_files(
        [{"name": "products.csv", "mimeType": "text/csv", "buffer": table}]
    )
    page.get_by_label("Pictures:").set_input_files(
        [{"name": "pictures.zip", "mimeType": "application/zip", "buffer": pictures.getvalue()}]
    )
    page.get_by_role("button", name="Check the file").click()
    page.get_by_text("nothing is imported yet").wait_for()


if __name__ == "__main__":
    main()

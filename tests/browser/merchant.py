"""A merchant in a browser."""

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import FilePayload, Locator, Page

from tests.factories import make_jpeg


def sign_in(page: Page, address: str) -> None:
    """As the owner, into the admin of the server at that address."""
    client = Client()
    client.force_login(User.objects.create_superuser("owner"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])


def picture(name: str, *, seed: int) -> FilePayload:
    return {"name": name, "mimeType": "image/jpeg", "buffer": make_jpeg(seed=seed)}


def paste(cell: Locator, text: str) -> None:
    """As Ctrl-V does with what was copied elsewhere."""
    cell.evaluate(
        """(cell, text) => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            const event = { clipboardData: data, bubbles: true, cancelable: true };
            cell.dispatchEvent(new ClipboardEvent("paste", event));
        }""",
        text,
    )

"""What a shopper sends and gets back."""

import base64
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from catalog.imaging import encode_jpeg
from tests.catalog_pages.page import Page, read
from tests.factories import make_pixels

URL = "/visual-search/"


class Answer(NamedTuple):
    status: int
    page: Page
    response: HttpResponse

    @property
    def tiles(self) -> list[int]:
        return [int(tile.attributes["data-product"]) for tile in self.page.with_class("card")]

    @property
    def heading(self) -> str:
        return self.page.text("h1")

    @property
    def refusal(self) -> str:
        return self.page.text("p", id="photo-refusal")

    @property
    def chips(self) -> list[str]:
        """The pairs that the chips of filters take away."""
        buttons = (chip.attributes for chip in self.page.with_class("chip"))
        return [button["value"] for button in buttons if button.get("name") == "without"]

    @property
    def pressed(self) -> list[str]:
        """What the chips of guesses and departments say is the case."""
        pressed = self.page.all("button", **{"aria-pressed": "true", "form": "photo-form"})
        return [button.text for button in pressed if "chip" in button.attributes["class"]]

    @property
    def offered(self) -> list[str]:
        """What one tap would put in its place."""
        return [button.attributes["value"] for button in self.page.all("button", name="instead")]

    @property
    def regions(self) -> dict[str, str]:
        """The parts of the photo to choose among: what each is called, and its edges."""
        return {label: choice["data-edges"] for label, choice in self._choices}

    @property
    def chosen(self) -> list[str]:
        """What the region that is searched is called."""
        return [label for label, choice in self._choices if "checked" in choice]

    @property
    def _choices(self) -> list[tuple[str, dict[str, str]]]:
        fields = self.page.all("input", name="region")
        labels = self.page.with_class("photo-region")
        return [(label.text, field.attributes) for label, field in zip(labels, fields, strict=True)]

    @property
    def link(self) -> str:
        return self.page.all("form", id="photo-forget")[0].attributes["action"].removesuffix("forget/")

    def forget(self, client: Client, **fields: str) -> Any:
        """Presses "Forget now", with what its form would send unless `fields` say otherwise."""
        (proof,) = self.page.all("input", name="proof")
        sent = {"proof": proof.attributes["value"]} | fields
        return client.post(f"{self.link}forget/", sent, follow=True)

    @property
    def copy(self) -> bytes:
        """The small copy of the photo that the page carries."""
        (field,) = self.page.all("input", name="picture")
        return base64.b64decode(field.attributes["value"])

    @property
    def fields(self) -> dict[str, list[str]]:
        """What the form of the page would send, its buttons left out; without the CSRF token."""
        sent: dict[str, list[str]] = {}
        for field in self.page.all("input"):
            kind, name = field.attributes.get("type"), field.attributes.get("name", "")
            is_unticked = kind in ("checkbox", "radio") and "checked" not in field.attributes
            if not name or name in _OF_OTHER_FORMS or is_unticked:
                continue
            sent.setdefault(name, []).append(field.attributes.get("value", ""))
        return sent


_OF_OTHER_FORMS = {"q", "quantity", "next", "sku", "csrfmiddlewaretoken", "product", "wanted", "proof"}


def photo(seed: int = 1, *, width: int = 240, height: int = 320) -> SimpleUploadedFile:
    data = encode_jpeg(make_pixels(seed=seed, width=width, height=height))
    return SimpleUploadedFile("photo.jpg", data, content_type="image/jpeg")


def file(data: bytes, name: str = "photo.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="image/jpeg")


def post(client: Client, fields: Mapping[str, Any]) -> Answer:
    return answer(client.post(URL, fields))


def get(client: Client, url: str) -> Answer:
    return answer(client.get(url, follow=True))


def answer(response: Any) -> Answer:
    return Answer(response.status_code, read(response), response)

"""The merchant changes the encoder, and steers a list by a rule that was looked at first."""

import re

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from catalog.models import Product
from recommendations.models import Encoder
from recommendations.presenters.similar_looks import similar_looks
from tests.encoder_change.conftest import NEXT, fill
from tests.factories import make_product

from .conftest import OpenPage
from .merchant import sign_in

pytestmark = pytest.mark.django_db(transaction=True)
DESK, PHONE = 1280, 390


@pytest.fixture
def shirts() -> list[Product]:
    shirts = [make_product(title=f"Shirt {name}") for name in ("Ada", "Bea", "Cleo", "Dora", "Edda", "Fay")]
    fill()
    return shirts


def test_an_encoder_takes_over_and_gives_back(
    open_page: OpenPage, live_server: LiveServer, shirts: list[Product]
) -> None:
    page = open_page(width=DESK)
    sign_in(page, live_server.url)
    page.goto("/admin/recommendations/encoder/")
    page.get_by_role("row", name=re.compile(f"^{NEXT}")).get_by_role("button", name="Fill").click()
    expect(page.get_by_text("is being filled")).to_be_visible()
    page.get_by_role("button", name="Switch to it").click()
    expect(page.get_by_text("6 pictures that can be found now are unknown")).to_be_visible()
    page.get_by_role("link", name="No, leave it").click()
    fill(NEXT)  # as the workers do
    page.reload()
    page.get_by_role("link", name="Compare").click()
    expect(page.get_by_role("row", name=re.compile("of the same type"))).to_contain_text("100.0 %")
    page.set_viewport_size({"width": PHONE, "height": 800})
    expect(page.get_by_role("heading", name=NEXT).first).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Switch to it").click()
    expect(page.get_by_text(f"The shop searches with {NEXT} from now on.")).to_be_visible()
    assert Encoder.objects.active().key == NEXT
    page.get_by_role("button", name="Switch back").click()
    expect(page.get_by_text("The shop searches with colour-histogram from now on.")).to_be_visible()


def test_a_rule_is_looked_at_and_switched_on(
    open_page: OpenPage, live_server: LiveServer, shirts: list[Product]
) -> None:
    last = similar_looks(shirts[0]).cards[-1].title
    page = open_page(width=DESK)
    sign_in(page, live_server.url)
    page.goto("/admin/recommendations/merchandisingrule/add/")
    page.get_by_label("Kind").select_option("pin")
    choose(page, "product", last)
    choose(page, "for_product", shirts[0].title)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("It changes 1 of 1 lists")).to_be_visible()
    assert first_link(page, "Without it") != last
    assert first_link(page, "With it") == last
    page.get_by_role("button", name="Switch on").click()
    expect(page.get_by_role("button", name="Switch off")).to_be_visible()
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.goto(f"/p/{shirts[0].slug}/similar/")
    expect(page.locator(".card__title").first).to_contain_text(last)


def choose(page: Page, field: str, title: str) -> None:
    page.locator(f".field-{field} .select2-selection").click()
    page.locator(".select2-search__field").fill(title)
    page.get_by_role("option", name=title).click()


def first_link(page: Page, heading: str) -> str | None:
    section = page.locator("section").filter(has=page.get_by_role("heading", name=heading))
    return section.get_by_role("link").first.get_attribute("title")

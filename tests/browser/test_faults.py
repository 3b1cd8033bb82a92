from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from .faults import Faults

POLICY = {"Content-Type": "text/html", "Content-Security-Policy": "script-src 'nonce-a'; style-src 'self'"}


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
def page(browser: Browser, faults: Faults) -> Iterator[Page]:
    context = browser.new_context()
    faults.watch(context)
    yield context.new_page()
    context.close()


def show(page: Page, body: str = "<p>Shown", status: int = 200) -> None:
    page.route("**/*", lambda route: route.fulfill(body=body, headers=POLICY, status=status))
    page.goto("http://shop.test/")


@pytest.mark.parametrize("body", ["<script>1</script>", "<p style='color: red'>", "<a onclick='1'>x</a>"])
def test_policy_violation_is_a_fault(page: Page, faults: Faults, body: str) -> None:
    show(page, body)
    assert any("Content Security Policy" in fault for fault in faults.seen)


def test_script_error_is_a_fault(page: Page, faults: Faults) -> None:
    with page.context.expect_event("weberror"):
        show(page, "<script nonce='a'>throw new Error('broken')</script>")
    assert any("broken" in fault for fault in faults.seen)


@pytest.mark.parametrize("status", [500, 404])
def test_failed_response_is_a_fault(page: Page, faults: Faults, status: int) -> None:
    show(page, status=status)
    assert faults.seen == [f"{status} from GET http://shop.test/"]


def test_sound_page_has_no_fault(page: Page, faults: Faults) -> None:
    show(page, "<link rel='icon' href='data:,'><h1>Sound</h1>")
    assert not faults.seen

"""A real Chromium against a live server. Each test fails on what a shopper's console would show, too."""

import os
import shutil
from collections.abc import Iterator
from typing import Protocol

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from config.frontend import build

from .visitors import TIMEOUT_MS, Kind, Visitors

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A visitor's pages share a process.
    "--renderer-process-limit=1",
]


class OpenPage(Protocol):
    """Opens an empty page of another visitor; paths are the live server's."""

    def __call__(self, *, width: int, javascript: bool = True, phone: bool = False) -> Page: ...


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(os.path.dirname(__file__)):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the system's Chromium; of its headless shell, where there is one."""
    path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if path is None:
        missing = "Chromium is not installed: apt-get install chromium-headless-shell"
        if os.environ.get("VITRINE_REQUIRE_BROWSER") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    return path


@pytest.fixture(scope="session", autouse=True)
def built() -> None:
    """The style sheets and scripts as their sources are now, also where pytest was not started by make."""
    build()


# The package's, not the session's: while Playwright runs, its event loop makes Django refuse to touch the
# database in this thread, or gives it another connection. It ends before the database.
@pytest.fixture(scope="package")
def browser(chromium: str, django_db_setup: None) -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        expect.set_options(timeout=TIMEOUT_MS)
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def visitors(browser: Browser, live_server: LiveServer) -> Visitors:
    return Visitors(browser, live_server.url)


@pytest.fixture
def open_page(visitors: Visitors) -> Iterator[OpenPage]:
    def open_page(*, width: int, javascript: bool = True, phone: bool = False) -> Page:
        return visitors.come(Kind(javascript, phone)).open_page(width)

    yield open_page
    faults = visitors.leave()
    assert not faults, "\n".join(faults)

"""Browsers of shoppers, used by one test after the other.

A context of its own for each test would have Chromium start a process and read every script and style again,
a fifth of what such a test costs. Each keeps a page open, and so its process.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from .faults import Faults

TIMEOUT_MS = 30_000
"""Costs nothing where all is well, and other processes may have the cores for some seconds."""
HEIGHT = 800


class Kind(NamedTuple):
    """What cannot be changed afterwards."""

    javascript: bool
    phone: bool
    """With a finger instead of a mouse."""


@dataclass
class Visitor:
    """Somebody with a browser that remembers nothing of earlier tests."""

    kind: Kind
    context: BrowserContext
    kept: Page
    session: CDPSession
    faults: Faults = field(default_factory=Faults)

    def open_page(self, width: int) -> Page:
        page = self.context.new_page()
        page.set_viewport_size({"width": width, "height": HEIGHT})
        return page

    def forget(self) -> list[str]:
        """Closes the pages, empties cookies and storage, and returns the faults that were seen."""
        for page in self.context.pages:
            if page != self.kept:
                page.close()
        self.context.set_offline(False)
        self.context.clear_cookies()
        everything = {"origin": self.kept.url.rpartition("/")[0], "storageTypes": "all"}
        self.session.send("Storage.clearDataForOrigin", everything)
        seen, self.faults.seen[:] = list(self.faults.seen), []
        return seen


class Visitors:
    def __init__(self, browser: Browser, url: str) -> None:
        self._browser, self._url = browser, url
        self._idle: dict[Kind, list[Visitor]] = defaultdict(list)
        self._busy: list[Visitor] = []

    def come(self, kind: Kind) -> Visitor:
        """Another than those that came since the last `leave`."""
        idle = self._idle[kind]
        visitor = idle.pop() if idle else self._new(kind)
        self._busy.append(visitor)
        return visitor

    def leave(self) -> list[str]:
        """All of them; returns the faults that they saw."""
        seen = [fault for visitor in self._busy for fault in visitor.forget()]
        for visitor in self._busy:
            self._idle[visitor.kind].append(visitor)
        self._busy.clear()
        return seen

    def _new(self, kind: Kind) -> Visitor:
        context = self._browser.new_context(
            base_url=self._url,
            java_script_enabled=kind.javascript,
            has_touch=kind.phone,
            is_mobile=kind.phone,
        )
        context.set_default_timeout(TIMEOUT_MS)
        kept = context.new_page()
        kept.goto("/robots.txt")
        visitor = Visitor(kind, context, kept, context.new_cdp_session(kept))
        visitor.faults.watch(context)
        return visitor

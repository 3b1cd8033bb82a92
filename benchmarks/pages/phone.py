"""An ordinary phone on 4G, played by Chromium: a quarter of this machine's speed, a slow and distant line."""

import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, CDPSession, sync_playwright

SLOWDOWN = 4
LATENCY_MS = 170
DOWN_MBITS, UP_MBITS = 9.0, 9.0
"""WebPageTest's "4G" profile."""
_BYTES_PER_MBIT = 125_000
_KIND = {"Document": "html", "Stylesheet": "css", "Script": "js", "Font": "font", "Image": "image"}


@contextmanager
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        sys.exit("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@dataclass
class Traffic:
    """Bytes as they come over the line, compressed, with headers, by kind; and the requests."""

    bytes_of: Counter[str] = field(default_factory=Counter)
    requests: int = 0
    _kinds: dict[str, str] = field(default_factory=dict)

    def listen(self, session: CDPSession) -> None:
        session.on("Network.responseReceived", self._begin)
        session.on("Network.loadingFinished", self._end)

    def _begin(self, event: dict[str, Any]) -> None:
        if not event["response"]["url"].startswith("data:"):
            self._kinds[event["requestId"]] = _KIND.get(event["type"], "other")

    def _end(self, event: dict[str, Any]) -> None:
        if kind := self._kinds.pop(event["requestId"], None):
            self.requests += 1
            self.bytes_of[kind] += int(event["encodedDataLength"])


def slow_down(session: CDPSession) -> None:
    """The processor and the line, with an empty cache."""
    session.send("Network.enable")
    session.send("Network.clearBrowserCache")
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY_MS,
            "downloadThroughput": DOWN_MBITS * _BYTES_PER_MBIT,
            "uploadThroughput": UP_MBITS * _BYTES_PER_MBIT,
        },
    )

"""One first view of a page: its vitals and its weight."""

from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from .budget import Case
from .phone import Traffic, slow_down

VIEWPORT = {"width": 360, "height": 740}
PIXELS_PER_PX = 2
SETTLED_MS = 1500
OBSERVE = """() => {
  window.vitals = {lcp: 0, cls: 0, interaction: 0};
  const watch = (type, take, more) => new PerformanceObserver(list => list.getEntries().forEach(take))
    .observe({type, buffered: true, ...more});
  watch("largest-contentful-paint", entry => { vitals.lcp = entry.startTime; });
  watch("layout-shift", entry => { if (!entry.hadRecentInput) vitals.cls += entry.value; });
  watch("event", entry => {
    if (entry.interactionId) vitals.interaction = Math.max(vitals.interaction, entry.duration);
  }, {durationThreshold: 16});
}"""

STAY = "link => link.matches('a') && link.addEventListener('click', event => event.preventDefault())"


@dataclass(frozen=True)
class View:
    """Times in milliseconds; `interaction` is None where there was nothing to tap."""

    lcp: float
    cls: float
    interaction: float | None
    traffic: Traffic


def first_view(browser: Browser, url: str, case: Case) -> View:
    """With a cold cache. The tap comes once the page has settled, with what is tapped in view."""
    context = browser.new_context(
        viewport=VIEWPORT,  # type: ignore[arg-type]
        device_scale_factor=PIXELS_PER_PX,
        has_touch=True,
        is_mobile=True,
    )
    try:
        page = context.new_page()
        session, traffic = context.new_cdp_session(page), Traffic()
        traffic.listen(session)
        slow_down(session)
        page.add_init_script(f"({OBSERVE})()")
        page.goto(url + case.path, wait_until="load")
        page.wait_for_timeout(SETTLED_MS)
        loaded = Traffic(traffic.bytes_of.copy(), traffic.requests)
        tapped = _tap(page, case.tap)
        vitals = page.evaluate("window.vitals")
        return View(vitals["lcp"], vitals["cls"], vitals["interaction"] if tapped else None, loaded)
    finally:
        context.close()


def _tap(page: Page, selector: str) -> bool:
    control = page.locator(selector).first
    if not control.count() or not control.is_visible():
        return False
    control.evaluate(STAY)
    control.tap(trial=True)  # in view, with nothing over it
    page.wait_for_timeout(SETTLED_MS)  # nobody taps in the very frame of a scroll
    box = control.bounding_box()
    assert box
    # By touch alone: `control.tap()` runs a check of its own within the page, and times that, too.
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(SETTLED_MS / 3)
    return True

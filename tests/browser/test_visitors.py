"""What a test leaves in a browser is gone for the next, which gets the same one."""

from playwright.sync_api import Page

from .visitors import Kind, Visitors

KIND = Kind(javascript=True, phone=False)
REMEMBER = """() => {
  document.cookie = 'a=1; path=/';
  localStorage.a = sessionStorage.a = 1;
  return new Promise((done) => { indexedDB.open('a').onsuccess = done; }).then(() => undefined);
}"""
REMEMBERED = """async () => [document.cookie, localStorage.length, sessionStorage.length,
  (await indexedDB.databases()).length, navigator.onLine, history.length]"""


def visit(visitors: Visitors) -> Page:
    page = visitors.come(KIND).open_page(360)
    page.goto("/robots.txt")
    return page


def test_a_visitor_starts_anew(visitors: Visitors) -> None:
    page = visit(visitors)
    unused = page.evaluate(REMEMBERED)
    page.evaluate(REMEMBER)
    page.context.set_offline(True)
    page.evaluate("console.error('Content Security Policy')")
    context = page.context
    context.add_cookies([{"name": "a", "value": "1", "url": "http://bank.test/"}])
    assert len(visitors.leave()) == 1
    page = visit(visitors)
    assert page.context == context
    assert context.cookies() == []
    assert page.evaluate(REMEMBERED) == unused == ["", 0, 0, 0, True, 2]
    assert visit(visitors).context != context
    assert visitors.leave() == []

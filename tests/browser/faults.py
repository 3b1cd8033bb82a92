"""What goes wrong behind a page that looks right."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Response

REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`Content Security Policy: ${event.violatedDirective} blocked ${event.blockedURI}`));
"""


class Faults:
    """Policy violations, script errors, broken links to files and server errors of the watched contexts."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def watch(self, context: BrowserContext) -> None:
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("console", self._on_console)
        context.on("weberror", lambda error: self.seen.append(f"script error: {error.error}"))
        context.on("response", self._on_response)

    def _on_console(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.seen.append(message.text)

    def _on_response(self, response: Response) -> None:
        if response.status >= 500 or response.status == 404:
            self.seen.append(f"{response.status} from {response.request.method} {response.url}")

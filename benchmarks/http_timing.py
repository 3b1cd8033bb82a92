"""Requests as a browser sends them, timed from the first byte sent to the last byte of the page."""

import http.client
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

REDIRECTS = {301, 302, 303, 307, 308}
MOST_REDIRECTS = 5


class UnexpectedAnswer(RuntimeError):  # noqa: N818 - named for what is the case
    """A page that is not the one to be measured."""


@dataclass(frozen=True)
class Request:
    """`proof` must be in the page: an error page would be quick, too."""

    path: str
    proof: str
    method: str = "GET"
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    page: str
    cookies: dict[str, str]
    seconds: float


def fetch(port: int, request: Request) -> Answer:
    """Sends it on a new connection, opened before the clock starts, and follows redirects.

    Raises UnexpectedAnswer.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    with closing(connection):
        connection.connect()
        start = time.perf_counter()
        response, body = _final(connection, request)
        seconds = time.perf_counter() - start
    page = body.decode(errors="replace")
    if response.status not in (200, 201) or request.proof not in page:
        raise UnexpectedAnswer(f"{request.method} {request.path} gave {response.status}: {page[:2000]}")
    cookies = SimpleCookie(", ".join(response.headers.get_all("Set-Cookie", [])))
    return Answer(page, {name: morsel.value for name, morsel in cookies.items()}, seconds)


def _final(
    connection: http.client.HTTPConnection, request: Request
) -> tuple[http.client.HTTPResponse, bytes]:
    connection.request(request.method, request.path, request.body or None, dict(request.headers))
    response = connection.getresponse()
    body = response.read()
    for _ in range(MOST_REDIRECTS):
        if response.status not in REDIRECTS:
            break
        target = urlsplit(response.headers["Location"])
        kept = {name: value for name, value in request.headers.items() if name != "Content-Type"}
        connection.request("GET", f"{target.path}?{target.query}", headers=kept)
        response = connection.getresponse()
        body = response.read()
    return response, body

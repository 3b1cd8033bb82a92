"""Reading a page the way a person would: by its headings, links and fields."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from typing import Protocol


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    _texts: list[str]
    """The whole page's, of which this element has those from `_first` up to `_end`."""
    _first: int
    _end: int | None = None

    @cached_property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self._texts[self._first : self._end])).strip()


@dataclass
class Page:
    elements: list[Element] = field(default_factory=list)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        return [
            element
            for element in self.elements
            if element.tag == tag and attributes.items() <= element.attributes.items()
        ]

    def texts(self, tag: str, **attributes: str) -> list[str]:
        return [element.text for element in self.all(tag, **attributes)]

    def text(self, tag: str, **attributes: str) -> str:
        (only,) = self.texts(tag, **attributes)
        return only

    def with_class(self, name: str) -> list[Element]:
        return [element for element in self.elements if name in element.attributes.get("class", "").split()]


class _Reader(HTMLParser):
    _VOID = {"img", "input", "meta", "link", "br", "path", "circle"}

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._texts: list[str] = []
        self._open: list[Element] = []
        self._templates = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._templates += tag == "template"
        if self._templates:
            return  # not of the page until a script puts it there
        element = self._add(tag, attrs)
        if tag in self._VOID:
            element._end = element._first
        else:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._templates:
            element = self._add(tag, attrs)
            element._end = element._first

    def handle_endtag(self, tag: str) -> None:
        if self._templates:
            self._templates -= tag == "template"
            return
        while self._open:
            element = self._open.pop()
            element._end = len(self._texts)
            if element.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self._templates:
            self._texts.append(data)

    def updatepos(self, i: int, j: int) -> int:
        """Nobody asks in which line something is, and counting them takes time."""
        return j

    def _add(self, tag: str, attrs: list[tuple[str, str | None]]) -> Element:
        element = Element(tag, {name: value or "" for name, value in attrs}, self._texts, len(self._texts))
        self.page.elements.append(element)
        return element


class _Response(Protocol):
    @property
    def content(self) -> bytes: ...


def read(response: _Response) -> Page:
    return read_html(response.content.decode())


def read_html(html: str) -> Page:
    reader = _Reader()
    reader.feed(html)
    return reader.page

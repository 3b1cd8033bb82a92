"""Reading a page the way a person would: by its headings, links and fields."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Protocol


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""


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
        self._open: list[Element] = []
        self._templates = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._templates += tag == "template"
        if self._templates:
            return  # not of the page until a script puts it there
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.page.elements.append(element)
        if tag not in self._VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._templates:
            return
        self.page.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if self._templates:
            self._templates -= tag == "template"
            return
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._templates:
            return
        for element in self._open:
            element.text += data


class _Response(Protocol):
    @property
    def content(self) -> bytes: ...


def read(response: _Response) -> Page:
    return read_html(response.content.decode())


def read_html(html: str) -> Page:
    reader = _Reader()
    reader.feed(html)
    for element in reader.page.elements:
        element.text = re.sub(r"\s+", " ", element.text).strip()
    return reader.page

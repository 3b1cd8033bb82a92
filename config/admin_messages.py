"""The texts of Django's own templates, for Babel, which reads Python and Jinja2 alone (babel.cfg)."""

import io
from collections.abc import Iterator
from typing import IO, Any

from babel.messages.extract import extract_python
from django.utils.translation.template import templatize


def extract_django(
    file: IO[bytes], keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    """As `extract_python` has them: `templatize` writes a template as the Python calls it stands for."""
    lines = templatize(file.read().decode("utf-8")).splitlines()
    source = "\n".join(line.strip() for line in lines)  # a page's indentation is none of Python's
    yield from extract_python(io.BytesIO(source.encode()), keywords, comment_tags, options)

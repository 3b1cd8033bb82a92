"""What must not be told to logs and error reports: addresses of people and networks, and what they typed."""

import re
import traceback
from ipaddress import ip_address
from typing import Final

from django.db import OperationalError
from redis import RedisError

_EMAIL: Final = re.compile(r"[^\s@<>\"'(]+@[^\s@<>\"'),;]+")
_LONG_NUMBER: Final = re.compile(r"(?<![\w-])(?!\d{4}-\d\d-\d\d\b)\+?\d(?:[ -]?\d){8,}(?![\w-])")
_ADDRESS: Final = re.compile(
    r"\b\d{1,3}(?:\.\d{1,3}){3}\b|(?<![\w:])[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{0,4}){3,7}"
)
_QUERY: Final = re.compile(r"\?[^\s\"']+")
_OWN_WORDS: Final = (OSError, OperationalError, RedisError)
"""Errors that speak of machines. All others may quote a form, a row or a mail."""


def redacted(text: str) -> str:
    """Without email addresses, phone and card numbers, query strings, and addresses of the internet."""
    text = _EMAIL.sub("[email]", _QUERY.sub("?[query]", text))
    return _LONG_NUMBER.sub("[number]", _ADDRESS.sub(_unless_ours, text))


def traceback_of(error: BaseException) -> str:
    """Where it was raised and what kind it is, with its causes; its words only if those are harmless."""
    parts = []
    seen: BaseException | None = error
    while seen is not None:
        frames = "".join(traceback.format_tb(seen.__traceback__))
        parts.append(f"{frames}{_named(seen)}")
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\ncaused by\n".join(parts)


def _named(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{name}: {redacted(str(error))}" if isinstance(error, _OWN_WORDS) else name


def _unless_ours(match: re.Match[str]) -> str:
    try:
        return "[address]" if ip_address(match[0]).is_global else match[0]
    except ValueError:
        return match[0]

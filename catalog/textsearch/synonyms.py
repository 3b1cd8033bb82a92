"""Words for the same thing, from `synonyms.txt` beside this file."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from .words import all_words_of, without_accents, words_of

_FILE = Path(__file__).with_name("synonyms.txt")
_LONE_LETTER = re.compile(r"\b(\w) (?=\w)")
_SIBILANTS = ("sses", "shes", "ches", "xes", "zes")

LONGEST = 3
"""So many words a synonym may have."""


def synonyms_of(words: Iterable[str]) -> tuple[str, ...]:
    """Of one word or of several that stand together; each may be a phrase. The words are not among them."""
    return _synonyms().get(_key(words), ())


def same_word(text: str) -> str:
    """The same for a word in singular and plural, and however its parts are joined."""
    return _key(words_of(text))


def known_words() -> frozenset[str]:
    """Single words that have synonyms; somebody may misspell them."""
    return _known_words()


def parse_synonyms(lines: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Key of a word → its synonyms. Raises ValueError for a line without two words, naming it."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for number, line in enumerate(lines, start=1):
        said = line.partition("#")[0].strip()
        if not said:
            continue
        asked, arrow, given = said.partition("=>")
        meanings = _phrases(given if arrow else asked)
        if not _phrases(asked) or not meanings or not (arrow or len(meanings) > 1):
            raise ValueError(f"line {number} of the synonyms has no second word: {line.strip()}")
        for phrase in _phrases(asked):
            found[_key(phrase.split())].update(dict.fromkeys(meanings))
    return {
        key: tuple(phrase for phrase in phrases if _key(phrase.split()) != key)
        for key, phrases in found.items()
    }


def _phrases(text: str) -> list[str]:
    # "T-shirt" is one word: as two it would find, and put first, what is a shirt of another kind.
    return [_LONE_LETTER.sub(r"\1", " ".join(all_words_of(part))) for part in text.split(",") if part.strip()]


def _key(words: Iterable[str]) -> str:
    # One key for "t-shirts", "t shirt" and "tshirt".
    return _singular(without_accents("".join(words)))


def _singular(word: str) -> str:
    if word.endswith(_SIBILANTS):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=1)
def _synonyms() -> Mapping[str, tuple[str, ...]]:
    return parse_synonyms(_FILE.read_text(encoding="utf-8").splitlines())


@lru_cache(maxsize=1)
def _known_words() -> frozenset[str]:
    phrases = {phrase for meanings in _synonyms().values() for phrase in meanings}
    return frozenset(phrase for phrase in phrases if " " not in phrase)

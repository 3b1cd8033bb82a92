"""A search taken apart into terms, each with all that satisfies it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .synonyms import LONGEST, synonyms_of
from .words import words_of


@dataclass(frozen=True)
class Term:
    """One `word` of a search; a product has it when it has one of `spellings`, the word itself among them, or
    of `synonyms`, which are words or phrases.

    `begins` means that it need not be written to its end.
    """

    word: str
    spellings: tuple[str, ...]
    synonyms: tuple[str, ...] = ()
    begins: bool = False

    @property
    def phrases(self) -> tuple[str, ...]:
        return (*self.spellings, *self.synonyms)

    def as_written(self) -> "Term":
        """Without its synonyms."""
        return replace(self, synonyms=())


def read_terms(text: str, *, unfinished: bool = False) -> list[Term]:
    """The terms of `text`, in order; the last one begins a word where the text is `unfinished`."""
    words = _with_letters(words_of(text))
    last = len(words) - 1
    return [
        Term(word, _spellings(words, place), _synonyms(words, place), begins=unfinished and place == last)
        for place, word in enumerate(words)
    ]


def _with_letters(words: Sequence[str]) -> list[str]:
    """A letter that makes a word of the synonyms with the next is none of its own: a T-shirt is no shirt."""
    whole: list[str] = []
    for word in words:
        if whole and len(whole[-1]) == 1 and synonyms_of((whole[-1], word)):
            whole[-1] += word
        else:
            whole.append(word)
    return whole


def _spellings(words: Sequence[str], place: int) -> tuple[str, ...]:
    pairs = (words[start : start + 2] for start in (place - 1, place) if 0 <= start < len(words) - 1)
    return (words[place], *("".join(pair) for pair in pairs))  # "t shirt" is "tshirt"


def _synonyms(words: Sequence[str], place: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for start in range(max(0, place - LONGEST + 1), place + 1):
        for end in range(place + 1, min(len(words), start + LONGEST) + 1):
            found |= dict.fromkeys(_with_closed(synonyms_of(words[start:end])))
    return tuple(found)


def _with_closed(phrases: Sequence[str]) -> list[str]:
    """With "tank top" also "tanktop", the form that a hyphen leaves in the index."""
    return [form for phrase in phrases for form in dict.fromkeys((phrase, phrase.replace(" ", "")))]

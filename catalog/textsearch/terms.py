"""A search taken apart into terms, each with all that satisfies it."""

from collections.abc import Sequence
from dataclasses import dataclass

from .synonyms import LONGEST, synonyms_of
from .words import needs_substrings, words_of


@dataclass(frozen=True)
class Term:
    """One `word` of a search; a product has it when it has one of `phrases`, the word itself among them.

    `begins` means that it need not be written to its end.
    """

    word: str
    phrases: tuple[str, ...]
    begins: bool = False

    @property
    def has_substrings(self) -> bool:
        """Whether it is to be found inside other words, too."""
        return needs_substrings(self.word)


def read_terms(text: str, *, unfinished: bool = False) -> list[Term]:
    """The terms of `text`, in order; the last one begins a word where the text is `unfinished`."""
    words = words_of(text)
    last = len(words) - 1
    return [
        Term(word, _phrases(words, place), begins=unfinished and place == last)
        for place, word in enumerate(words)
    ]


def _phrases(words: Sequence[str], place: int) -> tuple[str, ...]:
    phrases = {words[place]: None}
    for start in range(max(0, place - LONGEST + 1), place + 1):
        for end in range(place + 1, min(len(words), start + LONGEST) + 1):
            together = words[start:end]
            if len(together) == 2:
                phrases["".join(together)] = None  # "t shirt" is "tshirt"
            phrases |= dict.fromkeys(_with_closed(synonyms_of(together)))
    return tuple(phrases)


def _with_closed(phrases: Sequence[str]) -> list[str]:
    """With "tank top" also "tanktop", the form that a hyphen leaves in the index."""
    return [form for phrase in phrases for form in dict.fromkeys((phrase, phrase.replace(" ", "")))]

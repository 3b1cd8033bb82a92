"""Text taken apart the way that the database takes a product's text apart (`catalog_parted`)."""

import re
import unicodedata

MAX_WORDS = 16
"""What is written after so many words does not narrow a search any further."""

_POSSESSIVE = re.compile(r"['’]s\b")
_APOSTROPHE = re.compile(r"['’]")
# From the first of the scripts that are written without spaces or with endings joined on.
_JOINED = r"\u0e00-\u0eff\u1100-\u11ff\u2e80-\uffef\U00020000-\U0003ffff"
_JOINED_SCRIPTS = re.compile(f"[{_JOINED}]")
_WORD = re.compile(rf"[^\W_{_JOINED}]+|(?:(?!_)[\w](?<=[{_JOINED}]))+")

# Dropped where other words are left.
STOP_WORDS = frozenset(
    {
        *("a", "an", "and", "any", "are", "as", "at", "be", "by", "for", "from", "i", "in", "is", "it", "me"),
        *("my", "of", "on", "or", "some", "that", "the", "this", "to", "with", "you", "your"),
    }
)


def words_of(text: str) -> list[str]:
    """Small letters, in order, at most MAX_WORDS; "Women's T-shirt" is `["women", "t", "shirt"]`."""
    words = all_words_of(text)
    return ([word for word in words if word not in STOP_WORDS] or words)[:MAX_WORDS]


def all_words_of(text: str) -> list[str]:
    text = unicodedata.normalize("NFKC", text).lower()
    return _WORD.findall(_APOSTROPHE.sub("", _POSSESSIVE.sub("", text)))


def without_accents(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    return unicodedata.normalize(
        "NFKC", "".join(char for char in decomposed if not unicodedata.combining(char))
    )


def is_joined(word: str) -> bool:
    """Whether its script joins words to each other, so that they are found inside longer ones: 셔츠."""
    return bool(_JOINED_SCRIPTS.search(word))


def bigrams(word: str) -> list[str]:
    """리넨셔츠 is 리넨, 넨셔, 셔츠."""
    return [word[start : start + 2] for start in range(len(word) - 1)]

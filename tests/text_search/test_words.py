"""How a search is read, without a database."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.textsearch import every_of, read_terms, same_word, words_of
from catalog.textsearch.synonyms import parse_synonyms, synonyms_of
from catalog.textsearch.words import MAX_WORDS


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Women's T-shirt", ["women", "t", "shirt"]),
        ("Levi’s 501", ["levi", "501"]),
        ("a dress for the beach", ["dress", "beach"]),
        ("the", ["the"]),
        ("H&M", ["h", "m"]),
        ("Ｗｉｄｅ", ["wide"]),
        ("파란 셔츠", ["파란", "셔츠"]),
        ("A라인 dress를 2벌", ["라인", "dress", "를", "2", "벌"]),
        ("_ % \\ 👗", []),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_what_is_too_long_is_cut() -> None:
    assert len(words_of("b c " * 100)) == MAX_WORDS


@pytest.mark.parametrize(
    ("text", "synonym"),
    [
        ("tee", "tshirt"),
        ("tees", "tshirt"),
        ("T-shirts", "tee"),
        ("tank tops", "singlet"),
        ("hooded sweatshirt", "hoodie"),
        ("trousers", "pants"),
        ("pants", "trousers"),
        ("shoes", "sneaker"),
        ("kids", "girls"),
    ],
)
def test_synonyms(text: str, synonym: str) -> None:
    assert all(synonym in term.synonyms for term in read_terms(text))


def test_a_narrower_word_does_not_find_the_wider_one() -> None:
    assert "shoe" not in synonyms_of(["sneaker"])


@pytest.mark.parametrize(
    ("one", "other"),
    [("dress", "Dresses"), ("tee", "tees"), ("t-shirt", "T shirts"), ("café", "cafe"), ("box", "boxes")],
)
def test_one_word_in_two_forms(one: str, other: str) -> None:
    assert same_word(one) == same_word(other)


@pytest.mark.parametrize(
    ("one", "other"), [("dress", "dres"), ("glass", "glas"), ("bus", "bu"), ("pant", "pat")]
)
def test_two_words(one: str, other: str) -> None:
    assert same_word(one) != same_word(other)


def test_the_format_of_synonyms() -> None:
    assert parse_synonyms(["# a comment", "", "a-line, aline dress", "shoe => boot, sandal  # wider"]) == {
        "aline": ("aline dress",),
        "alinedress": ("aline",),
        "shoe": ("boot", "sandal"),
    }


@pytest.mark.parametrize("line", ["lonely", "shoe =>", "=> boot"])
def test_a_line_of_one_word_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="line 2 of the synonyms"):
        parse_synonyms(["a, b", line])


@given(st.text(max_size=200))
def test_any_text_is_a_query_of_quoted_words(text: str) -> None:
    assert re.fullmatch(r"[\w' |&():*]*", every_of(read_terms(text, unfinished=True)))

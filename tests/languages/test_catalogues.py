"""Every text in every language, whole. `make check` tells whether a catalogue knows all texts of the code."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po
from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "locale"
PLACEHOLDERS = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%%")
TAGS = re.compile(r"<[^>]+>")
LANGUAGES = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def _catalogue(language: str) -> Catalog:
    with (FOLDER / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language)


MESSAGES = {
    f"{language}: {message.context or ''} {message.id}": message
    for language in LANGUAGES
    for message in _catalogue(language)
    if message.id
}


def _pairs(message: Message) -> Iterator[tuple[str, str]]:
    """Each translation with the text it stands for: the plural says everything that the singular does."""
    text = message.id if isinstance(message.id, str) else message.id[-1]
    for translation in _forms(message):
        yield text, translation


def _forms(message: Message) -> tuple[str, ...]:
    forms = message.string or ""
    return (forms,) if isinstance(forms, str) else tuple(forms)


def test_there_is_korean() -> None:
    assert LANGUAGES == ["ko"]
    assert len(MESSAGES) > 400


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_the_languages_own(language: str) -> None:
    found = _catalogue(language)
    assert (found.num_plurals, found.plural_expr) == (1, "0")
    plurals = [message for message in found if message.pluralizable]
    assert plurals
    assert all(len(_forms(message)) == found.num_plurals for message in plurals)


def test_everything_is_translated_for_sure() -> None:
    wanting = [
        name
        for name, message in MESSAGES.items()
        if message.fuzzy or not all(translation.strip() for _, translation in _pairs(message))
    ]
    assert wanting == []


@pytest.mark.parametrize("pattern", [PLACEHOLDERS, TAGS], ids=["placeholders", "tags"])
def test_translations_have_what_the_text_has(pattern: re.Pattern[str]) -> None:
    different = [
        (text, translation)
        for message in MESSAGES.values()
        for text, translation in _pairs(message)
        if Counter(pattern.findall(text)) != Counter(pattern.findall(translation))
    ]
    assert different == []


def test_particles_do_not_depend_on_a_names_last_sound() -> None:
    # "%(name)s은" is wrong after a vowel, "%(name)s는" after a consonant.
    particle = re.compile(r"[\w)]\)s[’”]?(?:은|는|이|가|을|를|과|와|으로|로)(?=[\s.,]|$)")
    assert [
        translation
        for message in MESSAGES.values()
        for _, translation in _pairs(message)
        if particle.search(translation)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_compiled(language: str) -> None:
    compiled = FOLDER / language / "LC_MESSAGES" / "django.mo"
    assert compiled.exists(), "run make tools"

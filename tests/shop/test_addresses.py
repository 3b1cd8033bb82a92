"""What each country makes of an address."""

from dataclasses import replace

import pytest
from django.utils.translation import override

from shop.addresses import (
    InvalidAddress,
    PostalAddress,
    address_rules,
    country_choices,
    country_codes,
    normalized,
)

GERMAN = PostalAddress("DE", name="Ada", street_address="Weg 1", city="Berlin", postal_code="10115")
AMERICAN = PostalAddress(
    "US", name="Ada", street_address="1 Road", city="Reno", country_area="NV", postal_code="89501"
)
KOREAN = PostalAddress(
    "KR",
    name="김에이다",
    street_address="테헤란로 1",
    city="강남구",
    country_area="서울특별시",
    postal_code="06236",
)


def errors_of(address: PostalAddress) -> dict[str, str]:
    with pytest.raises(InvalidAddress) as refusal:
        normalized(address)
    return dict(refusal.value.errors)


@pytest.mark.parametrize("address", [GERMAN, AMERICAN, KOREAN])
def test_a_right_address_stays_as_it_is(address: PostalAddress) -> None:
    assert normalized(address) == address
    assert normalized(normalized(address)) == address


def test_spaces_are_trimmed_and_places_get_their_usual_names() -> None:
    assert normalized(replace(GERMAN, street_address=" Weg \n 1 ", postal_code="10115\n")) == GERMAN
    assert normalized(replace(AMERICAN, country_area="nevada")) == AMERICAN
    assert normalized(replace(KOREAN, country_area="Seoul")) == KOREAN


def test_codes_are_in_capitals() -> None:
    british = PostalAddress("GB", name="A", street_address="Mall 1", city="London", postal_code="sw1a 1aa")
    assert normalized(british).postal_code == "SW1A 1AA"


def test_what_a_country_does_not_use_is_dropped() -> None:
    assert normalized(replace(GERMAN, country_area="Brandenburg", city_area="Mitte")) == GERMAN


def test_what_is_missing_is_named_as_the_country_names_it() -> None:
    assert errors_of(PostalAddress("US")) == {
        "name": "Full name is missing.",
        "street_address": "Street and number is missing.",
        "city": "City is missing.",
        "country_area": "State is missing.",
        "postal_code": "ZIP code is missing.",
    }


def test_a_code_of_the_wrong_form_or_place_is_told_by_example() -> None:
    assert errors_of(replace(GERMAN, postal_code="1011")) == {"postal_code": "Codes there look like 26133."}
    elsewhere = errors_of(replace(AMERICAN, postal_code="10001"))  # New York's
    assert elsewhere["postal_code"].startswith("Codes there look like 8")


def test_only_listed_states_but_any_city() -> None:
    assert errors_of(replace(AMERICAN, country_area="Bavaria")) == {
        "country_area": "Choose one from the list."
    }
    assert normalized(replace(KOREAN, city="새구")).city == "새구"


@pytest.mark.parametrize("code", ["", "XX", "ZZ", "de", "../de", "\x00", "DE/"])
def test_an_unknown_country_is_refused_in_words(code: str) -> None:
    assert errors_of(replace(GERMAN, country_code=code)) == {
        "country_code": "Choose a country from the list."
    }


def test_every_country_has_rules_and_a_name() -> None:
    assert len(country_codes()) > 240
    names = dict(country_choices())
    for code in country_codes():
        rules = address_rules(code)
        assert rules.required <= set(rules.order)
        assert names[code] != code or code in {"AC", "TA"}


def test_lines_are_a_parcels() -> None:
    flat = replace(AMERICAN, street_address_2="Flat 4")
    assert flat.lines() == ("Ada", "1 Road", "Flat 4", "RENO, NV 89501", "United States")


def test_countries_and_provinces_are_in_the_readers_language() -> None:
    with override("ko"):
        assert GERMAN.lines()[-1] == "독일"
        assert ("서울특별시", "서울") in address_rules("KR").areas
    assert ("서울특별시", "Seoul") in address_rules("KR").areas
    assert country_choices(["FR", "DE"]) == [("FR", "France"), ("DE", "Germany")]

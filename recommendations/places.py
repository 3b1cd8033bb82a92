"""The lists of the shop whose tiles are counted, under the names that their links and forms carry."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Place(TextChoices):
    """A list that recommends; `?source=` in its links and `source` in its forms are its value."""

    SIMILAR = "similar", _("Similar looks")
    PHOTO = "photo-search", _("Photo search")
    OUTFIT = "wear-it-with", _("Wear it with")
    FOR_YOU = "for-you", _("For you")


def place_named(name: str) -> str:
    """The name if it is a place's, else an empty one: what comes from elsewhere is no list of ours."""
    return name if name in Place.values else ""

"""Which part of a photo to search with: the shopper's, else the first of the goods that are found in it."""

from dataclasses import dataclass

from django.conf import settings

from catalog.imaging import Box, Pixels
from catalog.stages import stage

from .edges import Edges
from .regions import Region, suggest

MIDDLE = Edges(10, 10, 90, 90)
WHOLE = Edges(0, 0, 100, 100)


@dataclass(frozen=True)
class Focus:
    """`box` is searched; `regions` are the goods in the photo. `is_unsure`: we had to guess."""

    box: Box
    regions: tuple[Region, ...] = ()
    is_unsure: bool = False


@stage("regions")
def focus_on(pixels: Pixels, asked: Box | None) -> Focus:
    """What is in the photo, and which part of it to search: the `asked` one if there is one.

    A suggested box lies on whole per cents, so that the page's form sends exactly the same one back.
    Raises ArtefactError.
    """
    if not settings.VITRINE_REGIONS:
        return Focus(asked or WHOLE.box)
    regions = tuple(suggest(pixels))
    if asked:
        return Focus(asked, regions)
    first = Edges.of(regions[0].box) if regions else MIDDLE
    return Focus(first.box, regions, is_unsure=not regions)

"""What a person should know of the data before hours are spent on it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from recommendations.training.batches import BatchPlan
from recommendations.training.datasets import PhonePhoto, ProductShot
from recommendations.training.labels import NO_LABEL, photo_types

SHOWN = 8


def about_data(
    products: Sequence[ProductShot], photos: Sequence[PhonePhoto], plan: BatchPlan
) -> Iterator[str]:
    """Sentences: what is learned, what has too few pictures, and what cannot be read or does not match."""
    learned = ", ".join(f"{len(labels)} labels of {head}" for head, labels in plan.labels.items())
    yield f"Learning {learned}." if learned else "No label has enough pictures: learning the looks alone."
    unreadable = len(products) + len(photos) - len(plan.products.pixels) - len(plan.photos.pixels)
    if unreadable:
        yield f"{unreadable} pictures cannot be read and are left out."
    rare = Counter(shot.type for shot in products if shot.type not in NO_LABEL)
    if few := [kind for kind in rare if kind not in plan.labels.get("type", ())]:
        more = f" and {len(few) - SHOWN} more" if len(few) > SHOWN else ""
        yield f"Too few pictures to learn these types by name: {', '.join(few[:SHOWN])}{more}."
    foreign = {photo.label for photo in photos} - NO_LABEL - set(photo_types())
    if foreign:
        yield f"These photo labels stand for no product type: {', '.join(sorted(foreign)[:SHOWN])}."

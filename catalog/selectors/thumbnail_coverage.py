"""How many images have their thumbnails."""

from dataclasses import dataclass

from django.db.models import Count, Q

from ..models import ProductImage


@dataclass(frozen=True, slots=True)
class ThumbnailCoverage:
    """Counts of images: all, those that lack nothing, those whose last attempt failed."""

    images: int
    ready: int
    failed: int

    @property
    def missing(self) -> int:
        """Those nobody has tried yet, or somebody is just trying for the first time."""
        return self.images - self.ready - self.failed


def thumbnail_coverage() -> ThumbnailCoverage:
    due = Q(thumbnails_due_at__isnull=False)
    return ThumbnailCoverage(
        **ProductImage.objects.aggregate(
            images=Count("pk"),
            ready=Count("pk", filter=~due),
            failed=Count("pk", filter=due & ~Q(thumbnail_error="")),
        )
    )

"""Several workers, one table."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Lock

import pytest
from django.db import connection
from django.utils import timezone

from catalog.imaging import Pixels, open_picture
from catalog.models import ProductImage
from catalog.services import thumbnails
from catalog.services.thumbnails import ThumbnailReport, make_due_thumbnails
from tests.factories import make_product

from .conftest import store


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_open_the_same_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    product = make_product(images=0)
    for seed in range(6):
        store(product, seed=seed)
    together, guard = Barrier(2, timeout=20), Lock()
    opened: list[bytes] = []

    def note(data: bytes, *, side: int) -> Pixels:
        with guard:
            opened.append(data)
        if len(opened) <= 2:
            together.wait()  # both have taken one before either has finished
        return open_picture(data, side=side)

    monkeypatch.setattr(thumbnails, "open_picture", note)
    with ThreadPoolExecutor(2) as workers:
        reports = list(workers.map(lambda _: work(), range(2)))
    assert sum(report.made for report in reports) == len(opened) == len(set(opened)) == 6
    assert not ProductImage.objects.filter(thumbnails_due_at__isnull=False).exists()


def work() -> ThumbnailReport:
    try:
        return make_due_thumbnails(now=timezone.now())
    finally:
        connection.close()

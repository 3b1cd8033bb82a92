"""The page that says how the vectors are, with what can be done about those that failed."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from catalog.models import ProductImage
from recommendations import enqueue
from recommendations.models import Encoder, ImageEmbedding
from recommendations.selectors.search_check import check_search
from recommendations.selectors.vector_health import vector_health
from recommendations.services.embedding import embed_images
from recommendations.services.gaps import forget_sources
from tests.embedding.files import lose, replace
from tests.factories import make_product

STATE = reverse("admin:recommendations_imageembedding_state")
RETRY = reverse("admin:recommendations_imageembedding_retry")
ROWS = reverse("admin:recommendations_imageembedding_changelist")


@pytest.fixture
def owner(db: None, client: Client) -> Client:
    client.force_login(User.objects.create_superuser("owner"))
    return client


def embed_all() -> None:
    embed_images(image_ids=list(ProductImage.objects.values_list("pk", flat=True)))


def page(owner: Client, url: str = STATE, **query: object) -> str:
    return " ".join(owner.get(url, query).content.decode().split())  # type: ignore[arg-type]


def test_what_is_known_what_waits_and_what_failed(owner: Client, encoder: Encoder) -> None:
    images = list(make_product(images=5).images.all())
    for lost in images[:2]:
        lose(lost)
    embed_images(image_ids=[image.pk for image in images[:4]])
    replace(images[3], seed=70)
    health = vector_health(encoder=encoder, now=timezone.now())
    coverage = health.coverage
    assert (coverage.images, coverage.ready, coverage.failed, coverage.missing) == (5, 1, 2, 2)
    assert (health.stale, health.a_minute) == (1, 0.4)
    ((reason, count),) = ((failure.reason, failure.count) for failure in health.failures)
    assert (reason, count) == ("The file … is missing.", 2)
    shown = page(owner)
    assert "1 / 5" in shown
    assert "of which 1 has an older picture" in shown
    assert images[3].product.title in page(owner, ROWS, situation="stale")


def test_one_reason_or_all_are_tried_again(owner: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    images = list(make_product(images=2).images.all())
    for lost in images:
        lose(lost)
    embed_all()
    ImageEmbedding.objects.filter(image=images[1]).update(error="Given up.")
    sent: list[list[int]] = []
    monkeypatch.setattr(enqueue, "embed", lambda image_ids, *, encoder_key: sent.append(image_ids))
    owner.post(RETRY, {"reason": "Given up."})
    owner.post(RETRY)
    owner.post(RETRY)
    assert sent == [[images[1].pk], [images[0].pk]]


def test_how_long_a_new_picture_waits(encoder: Encoder) -> None:
    shirt = make_product(images=2)
    old, new = shirt.images.all()
    ProductImage.objects.filter(pk=old.pk).update(created_at=encoder.created_at - timedelta(days=1))
    ProductImage.objects.filter(pk=new.pk).update(created_at=timezone.now() - timedelta(seconds=90))
    Encoder.objects.update(created_at=timezone.now() - timedelta(hours=1))
    encoder.refresh_from_db()
    embed_all()
    health = vector_health(encoder=encoder, now=timezone.now())
    assert health.searchable == 1
    assert health.searchable_p50
    assert 90 <= health.searchable_p50.total_seconds() < 100
    first = ImageEmbedding.objects.get(image=new).searchable_after
    forget_sources(encoder=encoder)
    embed_all()
    assert ImageEmbedding.objects.get(image=new).searchable_after == first


def test_the_search_is_checked_on_request(owner: Client, encoder: Encoder) -> None:
    assert check_search(encoder=encoder) is None
    assert "There is nothing to search yet." in page(owner, check="1")
    for _ in range(4):
        make_product()
    embed_all()
    check = check_search(encoder=encoder)
    assert check
    assert (check.sample, check.recall.value, check.themselves.value, check.is_indexed) == (
        4,
        1.0,
        1.0,
        False,
    )
    assert "so few pictures are compared one by one" in page(owner, check="1")
    assert "compared one by one" not in page(owner)


def test_the_page_asks_no_more_for_more_pictures(owner: Client, encoder: Encoder) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            page(owner)
        return len(captured)

    make_product(images=1)
    embed_all()
    before = queries()
    make_product(images=6)
    embed_all()
    assert queries() == before


def test_only_for_who_may(client: Client) -> None:
    client.force_login(User.objects.create_user("editor", is_staff=True))
    assert client.get(STATE).status_code == 403
    assert client.post(RETRY).status_code == 403


@pytest.fixture(autouse=True)
def _database(db: None) -> None:
    pass

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from catalog.models import ProductImage
from recommendations import enqueue
from recommendations.management.commands import reembed as command
from recommendations.models import Encoder, ImageEmbedding
from recommendations.selectors import embedding_coverage
from recommendations.services.embedding import embed_images
from tests.embedding.files import lose


@pytest.fixture(autouse=True)
def no_index(monkeypatch: pytest.MonkeyPatch) -> list[Encoder]:
    """Building an index wants committed rows; here it is only noted for which encoder it is asked."""
    asked: list[Encoder] = []
    monkeypatch.setattr(command, "ensure_index", lambda *, encoder: asked.append(encoder))
    return asked


def reembed(*arguments: str) -> str:
    out = StringIO()
    call_command("reembed", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue().strip()


def test_fills_every_gap_and_sees_to_the_index(
    images: list[ProductImage], encoder: Encoder, no_index: list[Encoder]
) -> None:
    embed_images(image_ids=[images[0].pk])
    assert reembed("--inline") == "Done: 3 of 3 images have a vector of colour-histogram."
    assert embedding_coverage().complete
    assert no_index == [encoder]


def test_a_second_run_has_nothing_to_do(images: list[ProductImage]) -> None:
    reembed("--inline")
    before = list(ImageEmbedding.objects.values_list("pk", "updated_at"))
    assert reembed("--inline").startswith("Nothing to do: 3 of 3 images")
    assert list(ImageEmbedding.objects.values_list("pk", "updated_at")) == before


def test_says_how_many_were_given_up(images: list[ProductImage]) -> None:
    lose(images[0])
    assert "2 of 3 images" in (said := reembed("--inline"))
    assert "1 given up" in said
    assert "1 given up" in reembed("--inline")


def test_all_makes_every_vector_anew(images: list[ProductImage]) -> None:
    lose(images[0])
    reembed("--inline")
    before = dict(ImageEmbedding.objects.values_list("image_id", "updated_at"))
    reembed("--inline", "--all")
    after = dict(ImageEmbedding.objects.values_list("image_id", "updated_at"))
    assert all(after[image_id] > before[image_id] for image_id in before), "the failed one too"
    assert set(ImageEmbedding.objects.values_list("attempts", flat=True)) == {1}


def test_one_broken_picture_stops_nobody(images: list[ProductImage]) -> None:
    lose(images[1])
    reembed("--inline")
    assert embedding_coverage().ready == 2


def test_an_unknown_encoder_is_named(db: None) -> None:
    with pytest.raises(CommandError, match="no encoder 'no-such'"):
        reembed("--encoder", "no-such")


def test_a_storage_that_fails_is_said(images: list[ProductImage], monkeypatch: pytest.MonkeyPatch) -> None:
    def read(name: str) -> bytes:
        raise ConnectionError("no route to the bucket")

    monkeypatch.setattr("catalog.services.stored_pictures._read", read)
    with pytest.raises(CommandError, match="3 images still lack a vector"):
        reembed("--inline")


def test_a_dead_broker_is_said(images: list[ProductImage], monkeypatch: pytest.MonkeyPatch) -> None:
    broker = enqueue.Broker()
    broker._rests_until = float("inf")
    monkeypatch.setattr(enqueue, "broker", broker)
    with pytest.raises(CommandError, match="broker does not answer"):
        reembed()


@pytest.fixture
def unheard(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """Messages that no worker takes."""
    sent: list[list[int]] = []
    monkeypatch.setattr(enqueue, "embed", lambda image_ids, *, encoder_key: sent.append(image_ids))
    return sent


def test_sends_without_waiting_when_told_so(images: list[ProductImage], unheard: list[list[int]]) -> None:
    assert reembed("--no-wait") == "3 images are queued."
    assert unheard == [[image.pk for image in images]]


def test_waits_for_nobody_forever(
    images: list[ProductImage], unheard: list[list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "POLL_SECONDS", 0.001)
    monkeypatch.setattr(command, "STALLED_SECONDS", 0.01)
    with pytest.raises(CommandError, match="Is a Celery worker running"):
        reembed()

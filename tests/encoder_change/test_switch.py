"""Another encoder takes over in one step, and gives back in one."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from catalog.imaging import Box
from catalog.models import Product
from recommendations import tasks
from recommendations.models import Encoder, EncoderSwitch, ImageEmbedding, PhotoQuery
from recommendations.selectors import active_encoder, similar_to
from recommendations.services.encoders import (
    ArtefactIsGone,
    EncoderIsActive,
    EncoderIsIncomplete,
    delete_encoder,
    fill_beside,
    missing_beside,
    stop_filling,
)
from recommendations.services.gaps import queue_for_sweep
from recommendations.services.photo_queries import create_photo_query
from tests.factories import make_image, make_pixels

from .conftest import NEXT, Switch, fill

pytestmark = pytest.mark.django_db


def test_the_next_request_searches_with_it_and_the_one_after_a_rollback_does_not(
    shirts: list[Product], successor: Encoder, switch: Switch
) -> None:
    before = active_encoder()
    fill(NEXT)
    done = switch(encoder=successor)
    assert done
    assert (done.from_key, done.to_key, done.missing) == ("colour-histogram", NEXT, 0)
    assert active_encoder() == successor
    assert similar_to(product=shirts[0]) == similar_to(product=shirts[0], encoder=successor)
    switch(encoder=before)
    assert active_encoder() == before
    assert similar_to(product=shirts[0]) == similar_to(product=shirts[0], encoder=before)


def test_pressed_twice_it_is_pressed_once(successor: Encoder, switch: Switch) -> None:
    fill(NEXT)
    assert switch(encoder=successor)
    assert switch(encoder=successor) is None
    assert EncoderSwitch.objects.count() == 1


def test_half_filled_it_says_what_would_be_lost(
    shirts: list[Product], successor: Encoder, switch: Switch
) -> None:
    fill(NEXT)
    make_image(shirts[0], seed=99, position=1)
    fill()
    with pytest.raises(EncoderIsIncomplete, match="1 picture that can be found now"):
        switch(encoder=successor)
    assert active_encoder().key == "colour-histogram"
    done = switch(encoder=successor, anyway=True)
    assert done
    assert done.missing == 1


def test_without_its_file_it_is_refused(shirts: list[Product], switch: Switch) -> None:
    gone = Encoder.objects.create(key=NEXT, dimension=3, digest="0" * 64)
    with pytest.raises(ArtefactIsGone):
        switch(encoder=gone)


def test_both_are_filled_until_one_is_given_up(
    shirts: list[Product], successor: Encoder, switch: Switch
) -> None:
    before = fill_beside(key="colour-histogram")
    fill_beside(key=NEXT)
    tasks.embed_images([shirts[0].images.get().pk], NEXT)
    assert missing_beside(successor, before) == 5
    fill(NEXT)
    switch(encoder=successor)
    image = make_image(shirts[0], seed=99, position=1)
    assert Encoder.objects.to_fill() == [successor, before], "the way back stays open"
    assert queue_for_sweep(now=timezone.now(), encoder=before) == [[image.pk]]
    stop_filling(encoder=before)
    tasks.embed_images([image.pk], before.key)
    assert not ImageEmbedding.objects.of(before).ready().filter(image=image).exists()


def test_what_is_given_up_goes_with_its_rows_and_stays_away(
    shirts: list[Product], successor: Encoder, switch: Switch
) -> None:
    before = active_encoder()
    fill(NEXT)
    with pytest.raises(EncoderIsActive):
        delete_encoder(encoder=before)
    switch(encoder=successor)
    assert delete_encoder(encoder=before) == 6
    assert set(ImageEmbedding.objects.values_list("encoder__key", flat=True)) == {NEXT}
    tasks.embed_images([shirts[0].images.get().pk], "colour-histogram")
    assert set(Encoder.objects.all()) == {successor}


def test_a_search_by_photo_goes_on_in_its_own_encoder(
    client: Client, shirts: list[Product], successor: Encoder, switch: Switch
) -> None:
    query = create_photo_query(pixels=make_pixels(seed=3), box=Box.whole(), now=timezone.now())
    url = reverse("recommendations:photo_query", args=[query.token])
    found = client.get(url).content.decode()
    fill(NEXT)
    switch(encoder=successor)
    assert client.get(url).content.decode().count("data-product=") == found.count("data-product=") == 6
    newer = create_photo_query(pixels=make_pixels(seed=3), box=Box.whole(), now=timezone.now())
    assert (PhotoQuery.objects.get(pk=query.pk).encoder.key, newer.encoder) == ("colour-histogram", successor)

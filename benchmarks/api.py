"""The API over HTTP: lists, similar looks, and what a search by photo costs beyond looking at the photo."""

import statistics
from collections.abc import Sequence

from django.utils import timezone

from catalog.stages import stage_ended
from recommendations.looking import look
from recommendations.services.photo_queries import forget_photo_query

from .figures import Figure, milliseconds
from .http_timing import Request, fetch
from .photos import phone_photo
from .requests import slugs_of_products

ROOT = "/api/v1"
PRODUCTS = 50
SEEN = frozenset({"decode", "regions", "encode"})
"""The stages of a search that only the photo decides."""
_BOUNDARY = "----------------------------1f0c2d3e4b5b"
_TILE = '"slug":'


def measure_api(port: int, source: bytes, repetitions: int) -> list[Figure]:
    """`source` is a small real photo. Raises UnexpectedAnswer."""
    lists = {
        "API, first page of all products": "products/",
        "API, filtered and sorted": "products/?colour=Blue&in_stock=true&sort=price_up",
    }
    figures = [
        milliseconds(name, _times(port, [_get(path)], repetitions), goal=25.0) for name, path in lists.items()
    ]
    similar = [_get(f"products/{slug}/similar/") for slug in slugs_of_products(PRODUCTS)]
    figures.append(milliseconds("API, similar looks", _times(port, similar, repetitions), goal=20.0))
    return figures + _searches(port, phone_photo(source, width=864, height=1152), repetitions)


def _searches(port: int, photo: bytes, repetitions: int) -> list[Figure]:
    _seconds_of_looking(photo)  # which loads the encoder
    seen = [_seconds_of_looking(photo) for _ in range(repetitions)]
    taken = _times(port, [_search(photo)], repetitions)
    beyond = 1000 * (statistics.median(taken) - statistics.median(seen))
    return [
        milliseconds("API, search by a photo of 1 megapixel", taken),
        milliseconds("decoding and encoding alone", seen),
        Figure("API, search beyond decoding and encoding", beyond, "ms", goal=15.0),
    ]


def _times(port: int, requests: Sequence[Request], repetitions: int) -> list[float]:
    """Seconds of each after a first round, which is not counted."""
    for request in requests:
        fetch(port, request)
    rounds = max(1, repetitions // len(requests))
    return [fetch(port, request).seconds for _ in range(rounds) for request in requests]


def _seconds_of_looking(photo: bytes) -> float:
    """In this process, by the stages that a search itself tells."""
    stages: list[float] = []

    def hear(*, stage: str, seconds: float, **_more: object) -> None:
        if stage in SEEN:
            stages.append(seconds)

    stage_ended.connect(hear)
    try:
        seen = look(photo, asked=None, now=timezone.now())
    finally:
        stage_ended.disconnect(hear)
    forget_photo_query(token=seen.query.token)
    return sum(stages)


def _get(path: str) -> Request:
    return Request(f"{ROOT}/{path}", _TILE)


def _search(photo: bytes) -> Request:
    head = (
        f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="photo"; filename="photo.jpg"\r\n'
        "Content-Type: image/jpeg\r\n\r\n"
    )
    body = head.encode() + photo + f"\r\n--{_BOUNDARY}--\r\n".encode()
    headers = {"Content-Type": f"multipart/form-data; boundary={_BOUNDARY}"}
    return Request(f"{ROOT}/visual-searches/", _TILE, "POST", body, headers)

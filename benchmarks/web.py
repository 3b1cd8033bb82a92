"""Pages over HTTP, and what the web processes take."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from catalog.imaging import Box, open_picture
from recommendations.sharpness import sharp_side

from .figures import Figure, median_cpu_ms, milliseconds
from .http_timing import Request, fetch
from .machine import PACE
from .memory import children_of, has_tensorflow, memory_of
from .photos import phone_photo
from .requests import PhotoForm, product_pages, similar_fragments

PARALLEL = 8
WARM_ROUNDS = 3
PACE_ROUNDS = 20
PAGES = 50
MEMORY_GOAL_MB = 250.0


@dataclass(frozen=True)
class PhotoCase:
    """A photo of width × height, upright, and the most that a search with it may take."""

    name: str
    width: int
    height: int
    goal_ms: float


CASES = (
    PhotoCase("12 megapixels", 3024, 4032, 60.0),
    PhotoCase("1 megapixel", 864, 1152, 35.0),
)


def measure_web(port: int, master: int, source: bytes, repetitions: int) -> list[Figure]:
    """Of the server on `port` whose first process is `master`; `source` is a small real photo.

    Raises UnexpectedAnswer.
    """
    form = PhotoForm.opened(port)
    photos = {case: phone_photo(source, width=case.width, height=case.height) for case in CASES}
    searches = {case: form.search(photo) for case, photo in photos.items()}
    at_once(port, list(searches.values()) * (PARALLEL * WARM_ROUNDS // len(searches)))
    figures = [
        milliseconds(
            f"photo search, {case.name}, JPEG of {len(photos[case]) / 1e6:.1f} MB",
            one_by_one(port, [request] * repetitions),
            goal=case.goal_ms,
        )
        for case, request in searches.items()
    ]
    figures.append(Figure(PACE, _cpu_of_opening(photos[CASES[0]]), "ms"))
    for name, pages, goal in (
        ("similar looks, fragment", similar_fragments(PAGES), 25.0),
        ("product page", product_pages(PAGES), 40.0),
    ):
        one_by_one(port, pages)
        rounds = max(1, repetitions // len(pages))
        figures.append(milliseconds(name, one_by_one(port, pages * rounds), goal=goal))
    at_once(port, [searches[CASES[0]]] * PARALLEL)
    return figures + memory_figures(master)


def _cpu_of_opening(photo: bytes) -> float:
    """As a search does it; in milliseconds."""
    return median_cpu_ms(lambda: open_picture(photo, side=sharp_side(Box.whole())), times=PACE_ROUNDS)


def one_by_one(port: int, requests: Sequence[Request]) -> list[float]:
    """Seconds of each."""
    return [fetch(port, request).seconds for request in requests]


def at_once(port: int, requests: Sequence[Request]) -> None:
    with ThreadPoolExecutor(PARALLEL) as threads:
        list(threads.map(lambda request: fetch(port, request), requests))


def memory_figures(master: int) -> list[Figure]:
    """Of the largest process that serves."""
    serving = children_of(master)
    memory = [memory_of(pid) for pid in serving]
    after = f"after {PARALLEL} parallel searches"
    return [
        Figure(f"web process {after}, resident", max(m.resident for m in memory), "MB", goal=MEMORY_GOAL_MB),
        Figure(f"web process {after}, its share", max(m.proportional for m in memory), "MB"),
        Figure("web processes with TensorFlow", sum(map(has_tensorflow, serving)), "", goal=0),
    ]

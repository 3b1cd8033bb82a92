"""What each web process counts by itself; Prometheus' client adds the processes up (docs/operate.md)."""

from typing import Final

from prometheus_client import Counter, Histogram

_PAGE_SECONDS: Final = (0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3, 6, 12)
_STAGE_MS: Final = (1, 2, 5, 10, 20, 40, 80, 160, 320, 640, 1280, 5000)

requests = Counter(
    "vitrine_requests", "Requests by view, method and status.", labelnames=("view", "method", "status")
)
request_seconds = Histogram(
    "vitrine_request_seconds", "Time to answer, by view.", labelnames=("view",), buckets=_PAGE_SECONDS
)
stage_milliseconds = Histogram(
    "vitrine_search_stage_milliseconds",
    "Time of each stage of a search by photo.",
    labelnames=("stage",),
    buckets=_STAGE_MS,
)

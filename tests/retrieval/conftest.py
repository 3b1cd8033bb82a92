import pytest

from recommendations.models import Encoder
from recommendations.selectors import vector_query, vector_search
from tests.retrieval.gallery import make_encoder


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    vector_search._MANY.clear()


@pytest.fixture
def encoder(db: None) -> Encoder:
    return make_encoder()


@pytest.fixture(params=["exact", "index"])
def each_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to answer, whatever the size of the gallery."""
    way: str = request.param
    most = 10**9 if way == "exact" else -1
    monkeypatch.setattr(vector_search, "EXACT_AT_LEAST", most)
    monkeypatch.setattr(vector_query, "EXACT_SHARE", 0.0)
    return way

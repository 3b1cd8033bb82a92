"""Limits of requests, that hold in parallel."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client, RequestFactory
from pytest_django import Settings
from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from config.api.addresses import client_address
from config.api.counters import Counters, counters
from config.api.limits import Limit

from .customer import Customer
from .guest import Guest

pytestmark = pytest.mark.django_db

URL = "/api/v1/categories/"


@pytest.fixture
def address() -> str:
    """One that no other test has."""
    number = uuid4().int
    return f"10.{number % 250}.{number // 250 % 250}.{number // 62500 % 250}"


@pytest.fixture
def three(settings: Settings) -> None:
    settings.VITRINE_LIMITS = {**settings.VITRINE_LIMITS, "everything": "3/minute"}


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = Counters(Redis(port=1, retry=Retry(NoBackoff(), 0)))
    monkeypatch.setattr("config.api.limits.counters", lambda: nowhere)


def ask(client: Client, address: str, **headers: str) -> Any:
    return client.get(URL, REMOTE_ADDR=address, headers=headers)


def test_the_fourth_is_too_many(client: Client, address: str, three: None) -> None:
    left = [ask(client, address)["RateLimit-Remaining"] for _ in range(3)]
    refused = ask(client, address)
    assert left == ["2", "1", "0"]
    assert (refused.status_code, refused.json()["code"]) == (429, "throttled")
    assert 0 < int(refused["Retry-After"]) <= 60
    assert refused.json()["detail"].startswith("Too many requests. Try again in ")
    assert refused["RateLimit-Limit"] == "3"
    assert 0 < int(refused["RateLimit-Reset"]) <= 60


def test_wrong_tokens_are_counted_too(client: Client, address: str, three: None) -> None:
    for headers in ({}, {"Authorization": "Bearer x"}, {"Guest-Token": "made:up"}):
        answer = client.get("/api/v1/cart/", REMOTE_ADDR=address, headers=headers)
        assert (answer.status_code, answer["RateLimit-Limit"]) == (401, "3")
    refused = client.get("/api/v1/cart/", REMOTE_ADDR=address)
    assert (refused.status_code, refused.json()["code"]) == (429, "throttled")
    assert 0 < int(refused["Retry-After"]) <= 60


def test_a_forged_header_changes_nothing(client: Client, address: str, three: None) -> None:
    answers = [ask(client, address, **{"X-Forwarded-For": f"1.2.3.{number}"}) for number in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "1.1.1.1", "9.9.9.9"),
        (1, "forged, 1.1.1.1", "1.1.1.1"),
        (2, "forged, 1.1.1.1, 2.2.2.2", "1.1.1.1"),
        (2, "", "9.9.9.9"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (1, "no address", "no address"),
    ],
)
def test_the_address_behind_the_proxies(
    proxies: int, forwarded: str, expected: str, settings: Settings
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="9.9.9.9", headers={"X-Forwarded-For": forwarded})
    assert client_address(request) == expected


def test_no_two_requests_have_the_same_count() -> None:
    key = f"test:{uuid4()}"
    with ThreadPoolExecutor(16) as pool:
        counts = list(pool.map(lambda _: counters().add(key, window=60).count, range(200)))
    assert sorted(counts) == list(range(1, 201))


def test_without_valkey_browsing_goes_on_and_each_process_counts(
    client: Client, address: str, three: None, away: None
) -> None:
    assert [ask(client, address).status_code for _ in range(4)] == [200, 200, 200, 429]


def test_a_customer_counts_wherever_they_ask_from(three: None) -> None:
    customer = Customer()
    paths = ["cart/", "wishlist/", "account/", "orders/"]
    answers = [
        customer.client.get(f"/api/v1/{path}", REMOTE_ADDR=f"10.251.{number}.1", headers=customer.headers)
        for number, path in enumerate(paths)
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]


@pytest.mark.parametrize(
    ("scope", "path"),
    [
        ("login", "auth/login/"),
        ("login", "auth/refresh/"),
        ("checkout", "orders/"),
        ("photo", "visual-searches/"),
    ],
)
def test_what_has_a_limit_of_its_own(scope: str, path: str, address: str, settings: Settings) -> None:
    settings.VITRINE_LIMITS = {**settings.VITRINE_LIMITS, scope: "1/hour"}
    client, guest = Client(), Guest()
    url = f"/api/v1/{path}"
    answers = [client.post(url, REMOTE_ADDR=address, headers=guest.headers) for _ in range(2)]
    assert answers[0].status_code in (400, 415)
    assert (answers[1].status_code, answers[1].json()["code"]) == (429, "throttled")
    assert int(answers[1]["Retry-After"]) > 3000
    assert client.get(URL, REMOTE_ADDR=address).status_code == 200


def test_a_window_ends() -> None:
    here = Counters(Redis(port=1, retry=Retry(NoBackoff(), 0)))
    assert here.add("a", window=0).count == 1
    assert here.add("a", window=0).count == 1


def test_limits_are_written_in_words() -> None:
    assert Limit.parse("20/minute") == Limit(20, 60)
    with pytest.raises(ValueError, match="write it as"):
        Limit.parse("20/fortnight")

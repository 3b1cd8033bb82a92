import pytest
from pytest_django.live_server_helper import LiveServer

from benchmarks.http_timing import Request, UnexpectedAnswer, fetch

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def port(live_server: LiveServer) -> int:
    return int(live_server.thread.port or 0)


def test_answer_has_page_cookies_and_time(port: int) -> None:
    answer = fetch(port, Request("/visual-search/", 'name="photo"'))
    assert "csrftoken" in answer.cookies
    assert answer.seconds > 0


def test_redirect_is_followed_to_the_page(port: int) -> None:
    assert "Log in" in fetch(port, Request("/admin/", 'name="username"')).page


@pytest.mark.parametrize("request_", [Request("/nowhere/", ""), Request("/visual-search/", "no such thing")])
def test_page_that_is_not_meant_is_not_timed(port: int, request_: Request) -> None:
    with pytest.raises(UnexpectedAnswer):
        fetch(port, request_)

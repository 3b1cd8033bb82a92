"""/api/v1/auth/: by password or code, refreshing, signing out"""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from pytest_django import Settings

from tests.accounts.people import PASSWORD, make_customer, new_client, new_email
from tests.at_once import at_once

from .customer import Customer, sign_in
from .guest import Caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(db: None) -> User:
    return make_customer()


def post(path: str, client: Client | None = None, headers: dict[str, str] | None = None, **body: Any) -> Any:
    return (client or new_client()).post(
        f"/api/v1/auth/{path}", body, "application/json", headers=headers or {}
    )


def opens(access_token: str) -> bool:
    answer = Caller({"Authorization": f"Bearer {access_token}"}).get("cart/")
    assert answer.status_code == 200 or answer.json()["code"] == "invalid_token"
    return bool(answer.status_code == 200)


def test_by_password_and_no_cookie(user: User) -> None:
    answer = sign_in(user.email.upper())
    assert answer.status_code == 200
    assert not answer.cookies
    assert set(answer.json()) == {"access_token", "refresh_token", "expires_in", "guest_token"}
    assert opens(answer.json()["access_token"])
    assert "no-store" in answer["Cache-Control"]


def test_a_wrong_password_and_an_unknown_address_look_the_same(user: User) -> None:
    wrong, unknown = sign_in(user.email, "wrong"), sign_in(new_email(), "wrong")
    for answer in (wrong, unknown):
        assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
        assert answer.json()["errors"][0]["code"] == "email_password_mismatch"
    assert wrong.json()["detail"] == unknown.json()["detail"]


def test_who_was_shut_out(user: User) -> None:
    User.objects.update(is_active=False)
    answer = sign_in(user.email)
    assert (answer.status_code, answer.json()["code"]) == (403, "account_inactive")


def test_who_is_signed_in_already(user: User) -> None:
    customer, other = Customer(user), make_customer()
    answer = customer.post("auth/login/", email=other.email, password=PASSWORD)
    assert answer.status_code == 200
    assert opens(customer.tokens["access_token"])


def test_who_has_not_confirmed_gets_another_mail() -> None:
    answer = sign_in(make_customer(confirmed=False).email)
    assert (answer.status_code, answer.json()["pending"]) == (202, "verify_email")
    assert len(mail.outbox) == 1


def test_by_code(user: User) -> None:
    asked = post("code/", email=user.email)
    assert (asked.status_code, asked.json()["pending"]) == (202, "login_by_code")
    headers = {"X-Session-Token": asked.json()["session_token"]}
    (code,) = re.findall(r"^\s*([A-Z0-9-]{6,12})\s*$", str(mail.outbox[0].body), re.MULTILINE)
    wrong = post("code/confirm/", headers=headers, code="nothing")
    assert (wrong.status_code, wrong.json()["errors"][0]["code"]) == (400, "incorrect_code")
    answer = post("code/confirm/", headers=headers, code=code)
    assert answer.status_code == 200
    assert opens(answer.json()["access_token"])
    assert post("code/confirm/", headers=headers, code=code).status_code in (401, 409)


def test_a_code_is_not_guessed_for_long(user: User) -> None:
    headers = {"X-Session-Token": post("code/", email=user.email).json()["session_token"]}
    answers = [post("code/confirm/", headers=headers, code=f"guess{number}") for number in range(5)]
    assert [answer.status_code for answer in answers[-2:]] == [409, 409]


def test_a_code_for_nobody_looks_the_same() -> None:
    assert post("code/", email=new_email()).status_code == 202
    without = post("code/confirm/", code="ABC-DEF")
    assert (without.status_code, without.json()["code"]) == (409, "conflict")
    made_up = post("code/confirm/", headers={"X-Session-Token": "made-up"}, code="ABC-DEF")
    assert (made_up.status_code, made_up.json()["code"]) == (401, "invalid_token")


def test_refreshing_rotates(user: User) -> None:
    first = sign_in(user.email).json()
    second = post("refresh/", refresh_token=first["refresh_token"])
    assert second.status_code == 200
    assert opens(second.json()["access_token"])
    again = post("refresh/", refresh_token=first["refresh_token"])
    assert (again.status_code, again.json()["code"], again["WWW-Authenticate"]) == (
        401,
        "invalid_token",
        "Bearer",
    )
    assert post("refresh/", refresh_token=second.json()["refresh_token"]).status_code == 200
    for other in (first["access_token"], "made.up.token", "x"):
        assert post("refresh/", refresh_token=other).status_code == 401


@pytest.mark.django_db(transaction=True)
def test_of_two_that_refresh_at_once_one_is_answered() -> None:
    token = sign_in(make_customer().email).json()["refresh_token"]
    answers = at_once([lambda: post("refresh/", refresh_token=token).status_code for _ in range(4)])
    assert sorted(answers) == [200, 401, 401, 401]


def test_signing_out_calls_both_back(user: User) -> None:
    customer = Customer(user)
    assert customer.delete("auth/session/").status_code == 204
    assert not opens(customer.tokens["access_token"])
    assert post("refresh/", refresh_token=customer.tokens["refresh_token"]).status_code == 401
    assert not Session.objects.exists()


def test_a_token_runs_out(user: User, settings: Settings) -> None:
    settings.HEADLESS_JWT_ACCESS_TOKEN_EXPIRES_IN = -1
    answer = Customer(user).get("cart/")
    assert (answer.status_code, answer.json()["code"]) == (401, "invalid_token")
    assert (answer["WWW-Authenticate"], answer["Content-Type"]) == ("Bearer", "application/problem+json")


def test_another_password_ends_every_session(user: User) -> None:
    customer = Customer(user)
    user.set_password("another-sentence-43")
    user.save()
    assert not opens(customer.tokens["access_token"])
    assert post("refresh/", refresh_token=customer.tokens["refresh_token"]).status_code == 401


@pytest.mark.parametrize("header", ["Bearer", "Bearer a b", "Bearer \xff", "Basic YTpi", "Bearer x"])
def test_headers_that_are_no_token(header: str) -> None:
    assert Caller({"Authorization": header}).get("cart/").status_code == 401


def test_a_sessions_cookie_counts_for_nothing(user: User) -> None:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/api/v1/cart/").status_code == 401
    assert sign_in(user.email, client=client).status_code == 200
    assert client.get("/account/").status_code == 200


def test_after_five_wrong_passwords_there_is_a_pause(user: User) -> None:
    answers = [sign_in(user.email, "wrong").status_code for _ in range(5)]
    refused = sign_in(user.email)
    assert answers == [400] * 5
    assert (refused.status_code, refused.json()["code"]) == (429, "throttled")
    assert int(refused["Retry-After"]) == 300


@pytest.mark.django_db(transaction=True)
def test_the_pause_holds_for_all_who_guess_at_once() -> None:
    email = make_customer().email
    guesses = [lambda: sign_in(email, "wrong").status_code for _ in range(8)]
    assert sorted(at_once(guesses) + at_once(guesses)) == [400] * 5 + [429] * 11


def test_without_valkey_sign_in_goes_on_and_still_counts(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("config.cache.ValkeyOrLocalCache.away_until", float("inf"))
    assert sign_in(user.email).status_code == 200
    assert [sign_in(user.email, "wrong").status_code for _ in range(6)] == [400] * 5 + [429]
    page = new_client().post("/account/login/", {"login": user.email, "password": PASSWORD})
    assert "Too many attempts" in page.content.decode()

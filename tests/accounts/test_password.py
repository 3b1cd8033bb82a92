import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from .people import PASSWORD, link_in_last_mail, new_client, new_email

pytestmark = pytest.mark.django_db

URL = "/account/password/reset/"
NEW = "quite-another-sentence-7"


def ask(client: Client, email: str) -> str:
    return client.post(URL, {"email": email}, follow=True).content.decode()


def can_sign_in(email: str, password: str) -> bool:
    response = new_client().post("/account/login/", {"login": email, "password": password})
    return response.status_code == 302


def choose(client: Client, link: str, password: str, again: str = "") -> str:
    form = client.get(link, follow=True)
    path = form.request["PATH_INFO"]
    sent = {"password1": password, "password2": again or password}
    return client.post(path, sent, follow=True).content.decode()


def test_the_link_in_the_mail_leads_to_a_new_password_once(client: Client, customer: User) -> None:
    ask(client, customer.email)
    link = link_in_last_mail()
    assert "Your password is changed" in choose(client, link, NEW)
    assert can_sign_in(customer.email, NEW)
    assert not can_sign_in(customer.email, PASSWORD)
    shown = new_client().get(link, follow=True).content.decode()
    assert "This link has been used already or is too old." in shown


def test_an_unknown_address_looks_the_same(client: Client, customer: User) -> None:
    known, unknown = ask(client, customer.email), ask(new_client(), new_email())
    assert "A mail is on its way to that address." in known
    assert [line for line in known.splitlines() if "csrf" not in line] == [
        line for line in unknown.splitlines() if "csrf" not in line
    ]
    assert mail.outbox[-1].subject == "There is no account with this address"


@pytest.mark.parametrize("key", ["1-set-password", "zz-nonsense", "1-abc-" + "0" * 300])
def test_a_link_that_is_no_good_says_so_and_what_to_do(client: Client, db: None, key: str) -> None:
    response = client.get(f"/account/password/reset/key/{key}/", follow=True)
    assert response.status_code == 200
    assert "This link has been used already or is too old." in response.content.decode()


def test_two_that_differ_are_refused(client: Client, customer: User) -> None:
    ask(client, customer.email)
    assert 'id="id_password2_error"' in choose(client, link_in_last_mail(), NEW, again="something-else-9")
    assert can_sign_in(customer.email, PASSWORD)


def test_asking_often_is_answered_by_a_page_that_says_to_wait(client: Client, customer: User) -> None:
    answers = [client.post(URL, {"email": customer.email}) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [429]
    assert "Wait a few minutes" in answers[-1].content.decode()


def test_changing_it_asks_for_the_old_one_and_tells_by_mail(customers_client: Client, customer: User) -> None:
    url = "/account/password/change/"
    sent = {"oldpassword": "wrong", "password1": NEW, "password2": NEW}
    assert 'id="id_oldpassword_error"' in customers_client.post(url, sent).content.decode()
    shown = customers_client.post(url, sent | {"oldpassword": PASSWORD}, follow=True).content.decode()
    assert "Your password is changed." in shown
    assert can_sign_in(customer.email, NEW)
    assert mail.outbox[-1].subject == "Your password was changed"

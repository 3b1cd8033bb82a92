import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from .page import read


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError


urlpatterns = [path("broken/", broken), path("", include("config.urls"))]


@override_settings(ROOT_URLCONF=__name__)
def test_a_fault_of_ours_is_owned_without_touching_the_database() -> None:
    response = Client(raise_request_exception=False).get("/broken/")
    assert response.status_code == 500
    assert read(response).text("h1") == "Something went wrong here"
    assert "RuntimeError" not in response.content.decode()


def test_a_missing_page_without_the_database(client: Client) -> None:
    response = client.get("/no/such/page/")
    assert response.status_code == 404
    assert read(response).text("h1") == "This page does not exist"


@pytest.mark.django_db
@override_settings(DATA_UPLOAD_MAX_NUMBER_FIELDS=3)
def test_too_many_fields_are_a_bad_request(client: Client) -> None:
    response = client.get("/search/?" + "&".join(f"a{number}=1" for number in range(4)))
    assert response.status_code == 400
    assert read(response).text("h1") == "We could not read this request"


def test_a_form_without_its_token_is_explained() -> None:
    response = Client(enforce_csrf_checks=True).post("/cart/add/", {"sku": "x"})
    assert response.status_code == 403
    assert read(response).text("h1") == "This form has expired"

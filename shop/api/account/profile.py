"""Name, email address and password; a copy of all data, and the account's end."""

from typing import Any

from allauth.headless.account import views as allauth
from allauth.headless.constants import Client
from django.contrib.auth.models import User
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from catalog.api.examples import shown
from catalog.api.freshness import private
from catalog.api.queries import check_names

from ...selectors.personal_data import personal_data
from ...services.accounts import delete_account, rename_customer
from ..auth.headless import ask
from ..auth.tokens import TOKENS, TokensSerializer, tokens_of_session
from ..bodies import read
from ..customers import CustomerView, customer_of
from ..refusals import refusals

_CHANGE_PASSWORD = allauth.ChangePasswordView.as_api_view(client=Client.APP)
_CHANGE_EMAIL = allauth.ManageEmailView.as_api_view(client=Client.APP)
_SHOW_PASSWORD = allauth.ReauthenticateView.as_api_view(client=Client.APP)


class AccountSerializer(serializers.Serializer[User]):
    email = serializers.CharField()
    name = serializers.CharField(source="get_full_name")
    opened_at = serializers.DateTimeField(source="date_joined")


class NameSerializer(serializers.Serializer[dict[str, Any]]):
    name = serializers.CharField(max_length=150, allow_blank=True)


class PasswordSerializer(serializers.Serializer[dict[str, Any]]):
    password = serializers.CharField(
        max_length=1000, trim_whitespace=False, help_text="The account's, once more."
    )


class NewEmailSerializer(PasswordSerializer):
    email = serializers.EmailField(max_length=254)


class ChangePasswordSerializer(serializers.Serializer[dict[str, Any]]):
    current_password = serializers.CharField(max_length=1000, trim_whitespace=False)
    new_password = serializers.CharField(max_length=1000, trim_whitespace=False)


_ACCOUNT = {"email": "ada@example.com", "name": "Ada Adler", "opened_at": "2026-03-01T09:30:00Z"}
_DATA = {
    "account": {"email": "ada@example.com", "name": "Ada Adler"},
    "addresses": [],
    "cart": [],
    "wish-list": [],
    "recently viewed": [],
    "orders": [],
}


@private
class AccountView(CustomerView):
    @extend_schema(
        operation_id="account_retrieve",
        summary="Look at one's account",
        tags=["account"],
        responses=AccountSerializer,
        examples=shown(_ACCOUNT),
    )
    def get(self, request: Request) -> Response:
        check_names(request)
        return Response(AccountSerializer(customer_of(request)).data)

    @extend_schema(
        operation_id="account_partial_update",
        summary="Change one's name",
        tags=["account"],
        request=NameSerializer,
        responses=AccountSerializer,
        examples=shown(_ACCOUNT),
    )
    def patch(self, request: Request) -> Response:
        check_names(request)
        customer = customer_of(request)
        rename_customer(customer=customer, name=read(NameSerializer, request)["name"])
        return Response(AccountSerializer(customer).data)


@private
class PasswordView(CustomerView):
    throttle_scopes = {"POST": "login"}

    @extend_schema(
        operation_id="account_password_create",
        summary="Change one's password",
        description="Ends every session, this one's tokens too: answers with new ones.",
        tags=["account"],
        request=ChangePasswordSerializer,
        responses=TokensSerializer,
        examples=shown(TOKENS),
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        read(ChangePasswordSerializer, request)
        answer = ask(request, _CHANGE_PASSWORD)
        return Response(tokens_of_session(answer.meta["session_token"]))


@private
class EmailView(CustomerView):
    throttle_scopes = {"POST": "login"}

    @extend_schema(
        operation_id="account_email_create",
        summary="Change one's email address",
        description=(
            "The old one holds until the link that is sent to the new one is opened: its key goes to "
            "`POST /auth/email/confirm/`."
        ),
        tags=["account"],
        request=NewEmailSerializer,
        responses={204: None},
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        read(NewEmailSerializer, request)
        ask(request, _SHOW_PASSWORD)
        ask(request, _CHANGE_EMAIL)
        return Response(status=204)


@private
class DataView(CustomerView):
    @extend_schema(
        operation_id="account_data_retrieve",
        summary="Take along all that is kept of one",
        description="The same file as on the account's page; its keys are for people, and may change.",
        tags=["account"],
        responses=OpenApiTypes.OBJECT,
        examples=shown(_DATA),
    )
    def get(self, request: Request) -> Response:
        check_names(request)
        return Response(personal_data(customer=customer_of(request)))


@private
class DeletionView(CustomerView):
    throttle_scopes = {"POST": "login"}
    refusals = {"POST": (403, 422)}

    @extend_schema(
        operation_id="account_deletion_create",
        summary="Delete one's account",
        description=(
            "At once, with all that is kept, for good; orders stay for the books, without the person. Not "
            "while an order is under way."
        ),
        tags=["account"],
        request=PasswordSerializer,
        responses={204: None},
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        read(PasswordSerializer, request)
        ask(request, _SHOW_PASSWORD)
        with refusals():
            delete_account(customer=customer_of(request))
        return Response(status=204)

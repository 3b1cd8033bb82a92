"""Whose a cart or a wish-list is, in the API: a customer's who is signed in, else a guest's."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from ..holder import Holder
from .customers import CustomerAuthentication
from .guests import GuestAuthentication


class HasHolder(BasePermission):
    """A cart or wish-list is somebody's."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        return bool(request.user.is_authenticated) or isinstance(request.auth, Holder)


class HolderView(APIView):
    """Of things that are somebody's. Beside an access token, a guest's counts for nothing."""

    authentication_classes = [CustomerAuthentication, GuestAuthentication]
    permission_classes = [HasHolder]


def holder_of(request: Request) -> Holder:
    """Whoever a HolderView has let through."""
    if request.user.is_authenticated:
        return Holder(customer_id=request.user.pk)
    if not isinstance(request.auth, Holder):
        raise TypeError("this view lets in requests without a holder")
    return request.auth

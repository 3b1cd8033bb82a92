"""Addresses that lead nowhere, so that these too are answered in JSON."""

from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.views import APIView


@extend_schema(exclude=True)
class NowhereView(APIView):
    def initial(self, request: Request, *args: object, **kwargs: object) -> None:
        """Before a method is looked for: there is none that would do. Raises NotFound."""
        super().initial(request, *args, **kwargs)
        raise NotFound

from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import NotFound, UnsupportedMediaType
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from catalog.api.examples import shown
from catalog.api.freshness import private
from catalog.api.queries import check_names, check_sent, cleaned, parameters, properties
from catalog.selectors import sold_facets

from ...looking import look
from ...models import PhotoQuery
from ...search_proof import proven_token
from ...selectors.photo_queries import live_photo_query
from ...services.photo_queries import forget_photo_query
from ...uploads import PHOTO_FIELD, photo_bytes, receive
from .answers import answer_of_look, answer_to
from .examples import NEW_SEARCH, SEARCH
from .forms import NewSearchForm, VisualSearchForm
from .refusals import WrongToken, refusals
from .serializers import NewSearchSerializer, VisualSearchSerializer

_MULTIPART = "multipart/form-data"
_TOKEN = OpenApiParameter(
    "Search-Token", str, OpenApiParameter.HEADER, description="The `token` that the search was answered with."
)
_BODY = {
    "type": "object",
    "properties": {
        PHOTO_FIELD: {"type": "string", "format": "binary", "description": "JPEG, PNG, WebP or HEIC."},
        **properties(NewSearchForm),
    },
    "required": [PHOTO_FIELD],
}


@private
class VisualSearchesView(APIView):
    refusals = {"POST": (422,)}
    throttle_scopes = {"POST": "photo"}

    @extend_schema(
        operation_id="visual_searches_create",
        summary="Search with a photo",
        description=(
            "The photo is looked at in memory and not kept: for another box, send it again. Filters that the "
            "photo gives away are `guessed`, unless they are given or named in `any`."
        ),
        tags=["looks"],
        request={_MULTIPART: _BODY},
        responses={201: NewSearchSerializer},
        examples=shown(NEW_SEARCH, 201),
    )
    def post(self, request: Request) -> Response:
        check_names(request)
        if not (request.content_type or "").startswith(_MULTIPART):
            raise UnsupportedMediaType(request.content_type or "")
        with refusals():
            receive(request._request)
        sent = request._request.POST
        check_sent({*sent, *request._request.FILES} - {PHOTO_FIELD}, NewSearchForm)
        sold = sold_facets()
        form = NewSearchForm(sent, choices=sold)
        cleaned(form)
        with refusals():
            seen = look(photo_bytes(request._request), asked=form.asked_box(), now=timezone.now())
        answer = answer_to(request, seen.query, form, sold=sold, is_owner=True) | answer_of_look(seen)
        return Response(answer, status=201)


@private
class VisualSearchView(APIView):
    refusals = {"GET": (403,), "DELETE": (403,)}

    @extend_schema(
        operation_id="visual_searches_retrieve",
        summary="Look at a search again",
        description="With other filters or another part of the list; no photo is needed.",
        tags=["looks"],
        parameters=[_TOKEN, *parameters(VisualSearchForm)],
        responses=VisualSearchSerializer,
        examples=shown(SEARCH),
    )
    def get(self, request: Request, token: str) -> Response:
        check_names(request, VisualSearchForm)
        query = _live(token)
        sold = sold_facets()
        form = VisualSearchForm(request.query_params, choices=sold)
        cleaned(form)
        answer = answer_to(request, query, form, sold=sold, is_owner=_is_owner(request, token))
        return Response(answer)

    @extend_schema(
        operation_id="visual_searches_destroy",
        summary="Forget a search",
        description="At once, with all that was read from the photo.",
        tags=["looks"],
        parameters=[_TOKEN],
        responses={204: None},
    )
    def delete(self, request: Request, token: str) -> Response:
        check_names(request)
        _live(token)
        if not _is_owner(request, token):
            raise WrongToken
        forget_photo_query(token=token)
        return Response(status=204)


def _live(token: str) -> PhotoQuery:
    """Raises NotFound."""
    query = live_photo_query(token=token, now=timezone.now())
    if query is None:
        raise NotFound
    return query


def _is_owner(request: Request, token: str) -> bool:
    """Whether the search's own token came along. Raises WrongToken for another one."""
    shown = request.headers.get("Search-Token", "")
    if shown and proven_token(shown) != token:
        raise WrongToken
    return bool(shown)

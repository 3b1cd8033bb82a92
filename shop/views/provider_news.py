"""Where payment providers tell what became of a payment (webhooks)."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .. import enqueue
from ..payments import NotGenuine, ProviderTimeout, provider
from ..services.provider_news import hear_news


@csrf_exempt
@require_POST
def provider_news(request: HttpRequest, method: str) -> HttpResponse:
    """204 for whatever was signed, news or not; 400 for what was not; 503 where it is to be told again."""
    try:
        news = provider(method).read_news(body=request.body, headers=request.headers)
    except KeyError as error:
        raise Http404 from error
    except NotGenuine:
        return HttpResponseBadRequest("The signature does not fit.", content_type="text/plain")
    try:
        hear_news(method=method, news=news)
    except ProviderTimeout:
        again = HTTPStatus.SERVICE_UNAVAILABLE
        return HttpResponse("Tell it again.", status=again, content_type="text/plain")
    enqueue.mails()
    return HttpResponse(status=HTTPStatus.NO_CONTENT)

"""Where payment providers tell what became of a payment (webhooks)."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .. import enqueue
from ..payments import NotGenuine, provider
from ..services.provider_news import hear_news


@csrf_exempt
@require_POST
def provider_news(request: HttpRequest, method: str) -> HttpResponse:
    """204 for whatever was signed, news or not; 400 for what was not."""
    try:
        news = provider(method).read_news(body=request.body, headers=request.headers)
    except KeyError as error:
        raise Http404 from error
    except NotGenuine:
        return HttpResponseBadRequest("The signature does not fit.", content_type="text/plain")
    hear_news(method=method, news=news)
    enqueue.mails()
    return HttpResponse(status=HTTPStatus.NO_CONTENT)

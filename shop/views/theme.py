from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from ..forms import safe_next
from ..htmx import SeeOther
from ..theme import remember_theme


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    response = SeeOther(safe_next(request.POST.get("next", ""), reverse("shop:home")))
    remember_theme(response, request.POST.get("theme", ""))
    return response

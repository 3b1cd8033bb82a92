"""The page that says how the vectors are: what is known, waits or failed, and how well it searches."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Encoder, ImageEmbedding
from ..selectors import active_encoder
from ..selectors.search_check import check_search
from ..selectors.vector_health import failed_for, vector_health
from .actions import retry_and_say


def vectors_view(model_admin: "admin.ModelAdmin[ImageEmbedding]", request: HttpRequest) -> HttpResponse:
    """With `?check` the search is checked, too: it compares some pictures with all others."""
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    encoder = _encoder(request)
    is_asked = "check" in request.GET
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("The state of the vectors"),
        "opts": model_admin.opts,
        "health": vector_health(encoder=encoder, now=timezone.now()),
        "check": check_search(encoder=encoder) if is_asked else None,
        "is_asked": is_asked,
        "encoders": Encoder.objects.order_by("-is_active", "key"),
        "may_retry": model_admin.has_change_permission(request),
    }
    return TemplateResponse(request, "admin/recommendations/vectors.html", context)


def retry_view(model_admin: "admin.ModelAdmin[ImageEmbedding]", request: HttpRequest) -> HttpResponse:
    """Everything that failed, or what failed for one reason."""
    if request.method != "POST" or not model_admin.has_change_permission(request):
        raise PermissionDenied
    encoder = _encoder(request)
    retry_and_say(model_admin, request, failed_for(encoder=encoder, reason=request.POST.get("reason")))
    address = reverse("admin:recommendations_imageembedding_state")
    return HttpResponseRedirect(f"{address}?encoder={encoder.pk}")


def _encoder(request: HttpRequest) -> Encoder:
    text = request.GET.get("encoder", "")[:15]
    asked = Encoder.objects.filter(pk=int(text)).first() if text.isascii() and text.isdigit() else None
    return asked or active_encoder()

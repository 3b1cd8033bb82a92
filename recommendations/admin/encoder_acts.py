"""The buttons beside an encoder: each posts what is to be done, and a doubt is asked about first."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .. import enqueue
from ..encoders import EncoderArtefactError, UnknownEncoder
from ..models import Encoder
from ..services.encoders import (
    EncoderChangeError,
    EncoderIsIncomplete,
    delete_encoder,
    fill_beside,
    stop_filling,
    switch_encoder,
)


class Doubt(Exception):  # noqa: N818 - it says what is the case
    """Something to be confirmed: `str()` is the sentence."""


@dataclass(frozen=True)
class Act:
    """What a button does; `carry_out` says what was done. Raises Doubt unless it is `sure`."""

    label: str | Promise
    permission: str
    carry_out: Callable[[HttpRequest, str, bool], str]


def act_view(model_admin: "admin.ModelAdmin[Encoder]", request: HttpRequest) -> HttpResponse:
    act = ACTS.get(request.POST.get("act", ""))
    if request.method != "POST" or act is None:
        raise Http404
    if not request.user.has_perm(f"recommendations.{act.permission}_encoder"):
        raise PermissionDenied
    which = request.POST.get("encoder", "")
    try:
        messages.success(request, act.carry_out(request, which, bool(request.POST.get("sure"))))
    except Doubt as doubt:
        return _ask(model_admin, request, act, doubt)
    except (EncoderChangeError, UnknownEncoder, EncoderArtefactError) as error:
        messages.error(request, str(error))
    return HttpResponseRedirect(reverse("admin:recommendations_encoder_changelist"))


def _ask(
    model_admin: "admin.ModelAdmin[Encoder]", request: HttpRequest, act: Act, doubt: Doubt
) -> HttpResponse:
    context = {
        **model_admin.admin_site.each_context(request),
        "title": act.label,
        "opts": model_admin.opts,
        "doubt": str(doubt),
        "act": request.POST["act"],
        "encoder": request.POST.get("encoder", ""),
    }
    return TemplateResponse(request, "admin/recommendations/encoder_doubt.html", context, status=409)


def _fill(request: HttpRequest, which: str, sure: bool) -> str:
    encoder = fill_beside(key=which)
    enqueue.sweep()
    return _("Filling %(key)s beside the encoder in use.") % {"key": encoder.key}


def _stop(request: HttpRequest, which: str, sure: bool) -> str:
    encoder = _record(which)
    stop_filling(encoder=encoder)
    return _("No longer filling %(key)s. Its vectors are kept.") % {"key": encoder.key}


def _switch(request: HttpRequest, which: str, sure: bool) -> str:
    encoder = _record(which)
    try:
        done = switch_encoder(encoder=encoder, by=str(request.user), now=timezone.now(), anyway=sure)
    except EncoderIsIncomplete as error:
        raise Doubt(str(error)) from error
    if done is None:
        return _("The shop searches with %(key)s already.") % {"key": encoder.key}
    return _("The shop searches with %(key)s from now on.") % {"key": encoder.key}


def _delete(request: HttpRequest, which: str, sure: bool) -> str:
    encoder = _record(which)
    if not sure:
        raise Doubt(
            _("All vectors of %(key)s are deleted. To have them again, every picture has to be looked at.")
            % {"key": encoder.key}
        )
    count = delete_encoder(encoder=encoder)
    enqueue.sweep()
    return ngettext("%(count)d vector was deleted.", "%(count)d vectors were deleted.", count) % {
        "count": count
    }


def _record(which: str) -> Encoder:
    encoder = Encoder.objects.filter(pk=int(which)).first() if which.isdecimal() else None
    if encoder is None:
        raise EncoderIsGone
    return encoder


class EncoderIsGone(EncoderChangeError):  # noqa: N818 - named for what is the case
    """Deleted meanwhile, or never there."""

    def __str__(self) -> str:
        return _("This encoder has no vectors here any more.")


ACTS = {
    "fill": Act(gettext_lazy("Fill"), "change", _fill),
    "stop": Act(gettext_lazy("Stop filling"), "change", _stop),
    "switch": Act(gettext_lazy("Search with this encoder"), "change", _switch),
    "delete": Act(gettext_lazy("Delete the vectors"), "delete", _delete),
}

"""Two files make an encoder: the network and its card."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..encoders import EncoderArtefactError
from ..models import Encoder
from ..services.encoder_files import LARGEST_CARD, LARGEST_MODEL, install_encoder


class EncoderForm(forms.Form):
    """Checks names and sizes; what is in the files is looked at when they are installed."""

    card = forms.FileField(label=gettext_lazy("Card (card.json)"))
    model = forms.FileField(label=gettext_lazy("Network (model.tflite)"))

    def clean_card(self) -> Any:
        return self._small("card", LARGEST_CARD)

    def clean_model(self) -> Any:
        return self._small("model", LARGEST_MODEL)

    def _small(self, name: str, most: int) -> Any:
        file = self.cleaned_data[name]
        if (file.size or 0) > most:
            raise forms.ValidationError(_("This file is too large for what it should be."))
        return file


def install_view(model_admin: "admin.ModelAdmin[Encoder]", request: HttpRequest) -> HttpResponse:
    """Whoever adds an encoder has the shop run it: that wants a permission of its own."""
    if not request.user.has_perm("recommendations.add_encoder"):
        raise PermissionDenied
    form = EncoderForm(request.POST, request.FILES) if request.method == "POST" else EncoderForm()
    if form.is_valid():
        try:
            card = install_encoder(
                card=form.cleaned_data["card"].read(), model=form.cleaned_data["model"].read()
            )
        except EncoderArtefactError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Installed: %(key)s. Now it can be filled.") % {"key": card.key})
            return HttpResponseRedirect(reverse("admin:recommendations_encoder_changelist"))
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Add an encoder"),
        "opts": model_admin.opts,
        "form": form,
    }
    return TemplateResponse(request, "admin/recommendations/encoder_form.html", context)

"""Where the product's form sends each picture that is dropped on it."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Product
from ..services.add_picture import add_picture, check_picture


class FileForm(forms.Form):
    file = forms.FileField(max_length=255)


class PictureUploadAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Answers in JSON: `id` of a stored picture, or `error`, a sentence."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("check-picture/", view(self.check_picture_view), name="catalog_product_check_picture"),
            path(
                "<int:product_id>/pictures/", view(self.add_picture_view), name="catalog_product_add_picture"
            ),
            *super().get_urls(),
        ]

    def add_picture_view(self, request: HttpRequest, product_id: int) -> JsonResponse:
        if not (self.has_change_permission(request) and request.user.has_perm("catalog.add_productimage")):
            return JsonResponse({"error": _("You may not add pictures.")}, status=403)
        actor = request.user.get_username()
        try:
            image = add_picture(product_id=product_id, file=_file(request), actor=actor, now=timezone.now())
        except ValidationError as error:
            return _refusal(error)
        except Product.DoesNotExist:
            return JsonResponse({"error": _("This product was deleted.")}, status=404)
        return JsonResponse({"id": image.pk}, status=201)

    def check_picture_view(self, request: HttpRequest) -> JsonResponse:
        """For a product that is not stored yet: the file comes again with its form."""
        if not request.user.has_perm("catalog.add_productimage"):
            return JsonResponse({"error": _("You may not add pictures.")}, status=403)
        try:
            check_picture(file=_file(request))
        except ValidationError as error:
            return _refusal(error)
        return JsonResponse({})


def _file(request: HttpRequest) -> Any:
    """Raises ValidationError."""
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        raise ValidationError([*form.errors["file"]])
    return form.cleaned_data["file"]


def _refusal(error: ValidationError) -> JsonResponse:
    return JsonResponse({"error": " ".join(error.messages)}, status=400)

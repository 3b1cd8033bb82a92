"""What a product's picture suggests, each thing to be accepted with one press and never by itself."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from catalog.admin import ProductAdmin
from catalog.admin.images import thumbnail
from catalog.models import Product

from ..selectors.suggestions import suggestions_for
from ..services.suggestions import NoSuchSuggestion, accept_suggestion

_REFRESH_SECONDS = "3"


class FromPictureAdmin(ProductAdmin):
    """Products with a page of suggestions, to which a new product with a picture leads."""

    change_form_template = "admin/recommendations/product_form.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.from_picture)
        return [
            path("<int:pk>/from-picture/", view, name="catalog_product_from_picture"),
            *super().get_urls(),
        ]

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        if obj.images.exists():
            link = format_html('<a href="{}">{}</a>', _address(obj), _("See what its picture suggests."))
            messages.info(request, link)
        return super().response_add(request, obj, post_url_continue)

    def from_picture(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A POST accepts one suggestion: `accept` is a field and its value."""
        product = get_object_or_404(Product, pk=pk)
        if not self.has_view_permission(request, product):
            raise PermissionDenied
        if request.method == "POST":
            if not self.has_change_permission(request, product):
                raise PermissionDenied
            return self._accept(request, product)
        found = suggestions_for(product=product)
        image = product.images.order_by("position", "pk").first()
        context = {
            **self.admin_site.each_context(request),
            "title": _("What the picture suggests"),
            "opts": self.opts,
            "product": product,
            "picture": thumbnail(image) if image else "",
            "found": found,
            "duplicates": [(one, thumbnail(one.image)) for one in found.duplicates],
            "may_change": self.has_change_permission(request, product),
        }
        response = TemplateResponse(request, "admin/recommendations/from_picture.html", context)
        if found.is_waiting:
            response["Refresh"] = _REFRESH_SECONDS
        return response

    def _accept(self, request: HttpRequest, product: Product) -> HttpResponse:
        field, _colon, value = request.POST.get("accept", "").replace("\x00", "").partition(":")
        actor = request.user.get_username()
        try:
            accept_suggestion(product=product, field=field, value=value, actor=actor, now=timezone.now())
        except NoSuchSuggestion as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("Accepted: %(value)s.") % {"value": value})
        return HttpResponseRedirect(_address(product))


def _address(product: Product) -> str:
    return reverse("admin:catalog_product_from_picture", args=[product.pk])

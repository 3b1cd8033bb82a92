"""Drop a photo on the product list, and find the product."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.admin import ProductAdmin
from catalog.admin.images import thumbnail
from catalog.imaging import PictureError
from catalog.models import Product, ProductImage

from ..encoders import EncoderBusy
from ..looking import look
from ..selectors.catalogue_search import nearest_of_all
from ..services.photo_queries import NothingToCompare, forget_photo_query
from ..uploads import UploadError, photo_bytes

SHOWN = 24


@dataclass(frozen=True)
class Found:
    """`alike` is the similarity in per cent."""

    product: Product
    thumbnail: str
    skus: str
    alike: int


class PictureSearch(ProductAdmin):
    """The list with a place to drop a photo on."""

    list_panels = (*ProductAdmin.list_panels, "admin/recommendations/by_picture_form.html")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.by_picture)
        return [path("by-picture/", view, name="catalog_product_by_picture"), *super().get_urls()]

    def by_picture(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        found, refusal, status = [], "", 200
        if request.method == "POST":
            try:
                found = find_products(photo_bytes(request))
            except (PictureError, UploadError, NothingToCompare, EncoderBusy) as error:
                refusal, status = str(error), getattr(error, "status", 503)
        context = self.admin_site.each_context(request) | {
            "title": _("Products that look like the photo"),
            "opts": self.opts,
            "found": found,
            "refusal": refusal,
        }
        return TemplateResponse(request, "admin/recommendations/by_picture.html", context, status=status)


def find_products(photo: bytes) -> list[Found]:
    """The products that look most like it, of all there are. Nothing of the photo is kept.

    Raises PictureError, NothingToCompare, EncoderBusy.
    """
    query = look(photo, asked=None, now=timezone.now()).query
    forget_photo_query(token=query.token)
    matches = nearest_of_all(query.vector, limit=SHOWN, encoder=query.encoder)
    images = ProductImage.objects.in_bulk([match.image_id for match in matches])
    products = Product.objects.prefetch_related("variants").in_bulk([match.product_id for match in matches])
    return [
        Found(
            product := products[match.product_id],
            thumbnail(images[match.image_id]),
            ", ".join(variant.sku for variant in product.variants.all()),
            round(100 * match.similarity),
        )
        for match in matches
    ]

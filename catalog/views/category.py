from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from ..cards import share_picture
from ..models import Category, Product
from ..selectors import breadcrumb
from .listing import product_listing, render_listing


@require_safe
def category(request: HttpRequest, slug: str) -> HttpResponse:
    category = get_object_or_404(Category, slug=slug)
    listing = product_listing(request=request, scope=Product.objects.published().in_category(category.pk))
    context = {
        "category": category,
        "breadcrumb": breadcrumb(category_id=category.pk),
        "share_picture": share_picture(listing.cards),
        "subcategories": Category.objects.filter(parent=category).with_products(),
    }
    return render_listing(request, "catalog/category.html", listing, context)

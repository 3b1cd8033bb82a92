"""“Tell me when it is back”: asked on a page of its own, which works for everybody."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from catalog.models import Product

from .. import enqueue
from ..htmx import SeeOther
from ..restock_form import RestockForm
from ..restock_mails import confirmed_by, stopped_by
from ..selectors.restock import SoldOutProduct, notice_of, sold_out_product
from ..services.restock import RestockError, ask_for_notice, call_off, confirm_notice


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def restock(request: HttpRequest, slug: str) -> HttpResponse:
    """Which of the product's variants to wait for; a guest writes an address, too."""
    customer = request.user if request.user.is_authenticated else None
    try:
        page = sold_out_product(slug=slug, customer=customer)
    except Product.DoesNotExist as error:
        raise Http404(_("This product is not sold any more.")) from error
    first = page.variants[0].pk if len(page.variants) == 1 else None
    form = RestockForm(
        request.POST if request.method == "POST" else None,
        variants=page.variants,
        asks_email=customer is None,
        initial={"variant": request.GET.get("variant", first)},
    )
    if form.is_valid() and _noted(request, form, page):
        return SeeOther(page.product.get_absolute_url())
    return render(
        request, "shop/restock.html", {"page": page, "form": form}, status=422 if form.errors else 200
    )


def _noted(request: HttpRequest, form: RestockForm, page: SoldOutProduct) -> bool:
    customer = request.user if request.user.is_authenticated else None
    details = form.cleaned_data
    try:
        ask_for_notice(
            variant=next(variant for variant in page.variants if variant.pk == details["variant"]),
            email=details.get("email", ""),
            language=get_language() or "en",
            now=timezone.now(),
            customer=customer,
        )
    except RestockError as error:
        form.add_error(None, str(error))
        return False
    enqueue.restock_mails()
    if customer:
        messages.success(request, _("We write to you as soon as it is back."))
    else:
        messages.success(
            request, _("One more step: we have sent you a mail. Open the link in it to confirm.")
        )
    return True


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def restock_confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The link only shows a button: programs that look into mails open links, too."""
    pk = confirmed_by(token)
    notice = notice_of(pk=pk) if pk else None
    if notice is None:
        raise Http404(_("This link is too old, or not whole. Ask again on the product's page."))
    if request.method != "POST":
        return render(request, "shop/restock_confirm.html", {"notice": notice})
    confirm_notice(notice=notice, now=timezone.now())
    enqueue.restock_mails()
    messages.success(request, _("We write to you as soon as it is back."))
    return SeeOther(notice.variant.product.get_absolute_url())


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def restock_stop(request: HttpRequest, token: str) -> HttpResponse:
    """The token is proof enough: mail programs post here by themselves (RFC 8058)."""
    email = stopped_by(token)
    if email is None:
        raise Http404(_("This link is not whole. Copy all of it from the mail."))
    if request.method != "POST":
        return render(request, "shop/restock_stop.html")
    call_off(email=email)
    messages.success(request, _("Called off. We do not write about things that are back."))
    return SeeOther(reverse("shop:home"))

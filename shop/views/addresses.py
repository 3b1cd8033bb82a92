from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ..address_form import AddressForm
from ..addresses import country_choices, country_codes
from ..htmx import SeeOther
from ..models import Address
from ..quotes import delivery_countries, preset_country
from ..services.addresses import TooManyAddresses, add_address, change_address, remove_address, use_first
from .account import CustomerRequest

REFRESH = "refresh"
"""What `act` says when another country was chosen: its fields are shown, and nothing is checked yet."""


@never_cache
@require_safe
@login_required
def addresses(request: CustomerRequest) -> HttpResponse:
    found = Address.objects.filter(customer=request.user)
    return render(request, "account/addresses.html", {"addresses": found})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def address_new(request: CustomerRequest) -> HttpResponse:
    return _edit(request, None, {"name": request.user.get_full_name()})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def address_edit(request: CustomerRequest, pk: int) -> HttpResponse:
    address = get_object_or_404(Address, pk=pk, customer=request.user)
    parts = {**vars(address.postal), "phone": address.phone}
    return _edit(request, address, parts)


@require_POST
@login_required
def address_remove(request: CustomerRequest, pk: int) -> HttpResponse:
    remove_address(address=get_object_or_404(Address, pk=pk, customer=request.user))
    messages.success(request, _("The address is removed."))
    return SeeOther(reverse("shop:addresses"))


@require_POST
@login_required
def address_first(request: CustomerRequest, pk: int) -> HttpResponse:
    use_first(address=get_object_or_404(Address, pk=pk, customer=request.user))
    messages.success(request, _("The checkout begins with this address now."))
    return SeeOther(reverse("shop:addresses"))


def _edit(request: CustomerRequest, address: Address | None, known: dict[str, str]) -> HttpResponse:
    form = _form(request, known)
    if form.is_valid():
        postal, phone = form.cleaned_data["address"], form.cleaned_data["phone"]
        try:
            if address:
                change_address(address=address, postal=postal, phone=phone)
            else:
                add_address(customer=request.user, postal=postal, phone=phone)
        except TooManyAddresses as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The address is saved."))
            return SeeOther(reverse("shop:addresses"))
    context = {"form": form, "address": address}
    return render(request, "account/address.html", context, status=422 if form.errors else 200)


def _form(request: CustomerRequest, known: dict[str, str]) -> AddressForm:
    sent = request.POST.dict() if request.method == "POST" else {}
    countries = delivery_countries()
    chosen = {**known, **sent}.get("country_code", "")
    country = chosen if chosen in country_codes() else preset_country(countries)
    checked = sent if sent and sent.get("act") != REFRESH else None
    # An address in a country that is not delivered to any more can still be looked at.
    choices = country_choices({*countries, known.get("country_code", country)})
    initial = {**known, **sent, "country_code": country}
    return AddressForm(checked, countries=choices, country_code=country, initial=initial)

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ..account_forms import DeleteForm, NameForm
from ..htmx import HtmxRequest, SeeOther
from ..selectors.account import account_page
from ..selectors.personal_data import personal_data
from ..services.accounts import AccountError, delete_account, rename_customer


class CustomerRequest(HtmxRequest):
    """Of somebody who is signed in."""

    user: User


@never_cache
@require_safe
@login_required
def account(request: CustomerRequest) -> HttpResponse:
    return render(request, "account/overview.html", {"page": account_page(customer=request.user)})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def account_name(request: CustomerRequest) -> HttpResponse:
    form = NameForm(request.POST or None, initial={"name": request.user.get_full_name()})
    if form.is_valid():
        rename_customer(customer=request.user, name=form.cleaned_data["name"])
        messages.success(request, _("Your name is changed."))
        return SeeOther(reverse("shop:account"))
    return render(request, "account/name.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_safe
@login_required
def account_data(request: CustomerRequest) -> HttpResponse:
    """What is kept, and the ways to have it or be rid of it."""
    return render(request, "account/data.html")


@never_cache
@require_safe
@login_required
def account_export(request: CustomerRequest) -> HttpResponse:
    data = personal_data(customer=request.user)
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="vitrine-data.json"'
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@reauthentication_required  # type: ignore[untyped-decorator]
def account_delete(request: CustomerRequest) -> HttpResponse:
    form = DeleteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            delete_account(customer=request.user)
        except AccountError as error:
            form.add_error(None, str(error))
        else:
            logout(request)
            messages.success(request, _("Your account is deleted. Thank you for having been here."))
            return SeeOther(reverse("shop:home"))
    return render(request, "account/delete.html", {"form": form}, status=422 if form.errors else 200)

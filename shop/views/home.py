from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ..selectors.home import home_page


def home(request: HttpRequest) -> HttpResponse:
    return render(request, "shop/home.html", {"page": home_page()})

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..forms import SearchForm
from ..selectors import Suggestions, suggestions


@require_safe
def search_suggestions(request: HttpRequest) -> HttpResponse:
    """The list below the search field, for its script."""
    form = SearchForm(request.GET)
    found = suggestions(text=form.cleaned_data["q"]) if form.is_valid() else Suggestions()
    status = HTTPStatus.OK if form.is_valid() else HTTPStatus.BAD_REQUEST
    response = render(request, "catalog/suggestions.html", {"suggestions": found}, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response

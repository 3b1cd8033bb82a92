"""Who may know what things cost the shop: those who may change products, and nobody who only looks."""

from django.http import HttpRequest


def may_see_costs(request: HttpRequest) -> bool:
    return request.user.has_perm("catalog.change_product")

"""Reads of the catalogue that span its models."""

from .categories import Crumb, breadcrumb
from .choices import Choice, choose
from .facets import Facet, Facets, colour_facets, product_facets
from .product_page import ProductPage, product_page, withdrawn_product
from .sold import sold_facets
from .suggestions import Suggestions, suggestions
from .text_search import TextSearch, text_search
from .thumbnail_coverage import ThumbnailCoverage, thumbnail_coverage

__all__ = [
    "Choice",
    "Crumb",
    "Facet",
    "Facets",
    "ProductPage",
    "Suggestions",
    "TextSearch",
    "ThumbnailCoverage",
    "breadcrumb",
    "choose",
    "colour_facets",
    "product_facets",
    "product_page",
    "sold_facets",
    "suggestions",
    "text_search",
    "thumbnail_coverage",
    "withdrawn_product",
]

"""What shoppers may ask of a list of products."""

from .filters import ProductFilterForm, Selection
from .listing import ProductListForm, SearchForm

__all__ = ["ProductFilterForm", "ProductListForm", "SearchForm", "Selection"]

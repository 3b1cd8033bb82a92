"""What shoppers may ask of a list of products."""

from .filters import ProductFilterForm, Selection
from .listing import MAX_SHOWN, STEP, ProductListForm, SearchForm

__all__ = ["MAX_SHOWN", "STEP", "ProductFilterForm", "ProductListForm", "SearchForm", "Selection"]

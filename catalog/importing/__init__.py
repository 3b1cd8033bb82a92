"""A folder with a table and pictures → products. docs/import.md describes the tables."""

from .errors import CatalogueFileError, Reject
from .lock import ImportRunningError
from .run import Batch, import_products
from .source import Source, open_source

__all__ = [
    "Batch",
    "CatalogueFileError",
    "ImportRunningError",
    "Reject",
    "Source",
    "import_products",
    "open_source",
]

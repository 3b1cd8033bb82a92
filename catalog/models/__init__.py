"""What is sold: categories, brands, products with variants and images."""

from .brand import Brand
from .bulk_edit import BulkEdit
from .category import Category
from .image import ProductImage
from .product import INVENTED, Gender, Product
from .revision import Act, ProductRevision
from .search import SearchDocument, SearchWord
from .variant import Variant

__all__ = [
    "INVENTED",
    "Act",
    "Brand",
    "BulkEdit",
    "Category",
    "Gender",
    "Product",
    "ProductImage",
    "ProductRevision",
    "SearchDocument",
    "SearchWord",
    "Variant",
]

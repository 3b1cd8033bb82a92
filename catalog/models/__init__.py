"""What is sold: categories, brands, products with variants and images."""

from .brand import Brand
from .category import Category
from .image import ProductImage
from .product import INVENTED, Gender, Product
from .search import SearchDocument, SearchWord
from .variant import Variant

__all__ = [
    "INVENTED",
    "Brand",
    "Category",
    "Gender",
    "Product",
    "ProductImage",
    "SearchDocument",
    "SearchWord",
    "Variant",
]

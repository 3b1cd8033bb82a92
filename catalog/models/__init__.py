"""What is sold: categories, brands, products with variants and images."""

from .brand import Brand
from .category import Category
from .image import ProductImage
from .product import INVENTED, Gender, Product
from .variant import Variant

__all__ = ["INVENTED", "Brand", "Category", "Gender", "Product", "ProductImage", "Variant"]

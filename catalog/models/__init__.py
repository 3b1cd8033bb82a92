"""What is sold: categories, brands, products with variants and images."""

from .brand import Brand
from .bulk_edit import BulkEdit
from .category import Category
from .image import ProductImage
from .import_job import WORKING, ImportJob, ImportLine, JobState, Outcome
from .merchant_token import MerchantToken
from .product import INVENTED, Gender, Product
from .revision import Act, ProductRevision
from .search import SearchDocument, SearchWord
from .variant import Variant
from .webhook import Webhook, WebhookDelivery

__all__ = [
    "INVENTED",
    "WORKING",
    "Act",
    "Brand",
    "BulkEdit",
    "Category",
    "Gender",
    "ImportJob",
    "ImportLine",
    "JobState",
    "MerchantToken",
    "Outcome",
    "Product",
    "ProductImage",
    "ProductRevision",
    "SearchDocument",
    "SearchWord",
    "Variant",
    "Webhook",
    "WebhookDelivery",
]

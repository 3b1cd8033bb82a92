"""A large catalogue by a few statements: distinct rows, pictures that repeat."""

from typing import Any

from django.core.files.base import ContentFile
from django.db import connection

from catalog.models import Brand, Category, ProductImage
from recommendations.models import Encoder
from tests.factories import make_jpeg

PICTURES = 60
IMAGES_EACH = 2
VARIANTS_EACH = 3
_TYPES = "ARRAY['Shirts', 'Jeans', 'Dresses', 'Heels', 'Caps']"
_WORDS = "ARRAY['Linen', 'Wool', 'Silk', 'Denim', 'Cotton', 'Velvet', 'Corduroy']"
_PRODUCTS = f"""
    INSERT INTO catalog_product (title, slug, description, category_id, brand_id, product_type, gender,
        attributes, is_published, external_id, created_at, updated_at)
    SELECT ({_WORDS})[1 + n %% 7] || ' ' || ({_TYPES})[1 + n %% 5] || ' ' || n, 'desk-' || n,
        repeat('Cool. ', 20), %(category)s + n %% %(categories)s, %(brand)s + n %% %(brands)s,
        ({_TYPES})[1 + n %% 5], 'women', '{{}}', n %% 20 > 0, 'desk-' || n,
        now() - n * interval '1 minute', now()
    FROM generate_series(1, %(products)s) n
"""
_VARIANTS = """
    INSERT INTO catalog_variant (product_id, sku, size, colour, price_minor, currency, stock, position)
    SELECT id, 'SKU-' || id || '-' || place, (ARRAY['S', 'M', 'L'])[place], 'Blue', 1000 + id %% 9000, 'EUR',
        (id + place) %% 12, place
    FROM catalog_product, generate_series(1, %s) place
"""
_IMAGES = """
    INSERT INTO catalog_productimage (product_id, file, position, alt_text, digest, width, height,
        thumbnail_widths, thumbnail_attempts, thumbnail_error, created_at)
    SELECT p.id, f.name, place, '', f.digest, 48, 64, '{}', 0, '', now()
    FROM catalog_product p, generate_series(1, %(each)s) place,
        unnest(%(names)s::text[], %(digests)s::text[]) WITH ORDINALITY AS f (name, digest, number)
    WHERE f.number = 1 + (p.id * %(each)s + place) %% %(pictures)s
"""
_VECTORS = """
    INSERT INTO recommendations_imageembedding (image_id, encoder_id, dimension, vector, state,
        source_digest, attempts, error, updated_at)
    SELECT id, %(encoder)s, %(dimension)s, array_fill(0.1::real, ARRAY[%(dimension)s])::halfvec, 'ready',
        digest, 1, '', now()
    FROM catalog_productimage
"""


def fill(products: int) -> None:
    """So many products, each with two pictures of sixty and three variants, all with a vector."""
    categories = [Category.objects.create(name=f"Category {n}", slug=f"category-{n}") for n in range(40)]
    brands = [Brand.objects.create(name=f"Brand {n}", slug=f"brand-{n}") for n in range(200)]
    encoder = Encoder.objects.ensure("colour-histogram")
    names, digests = zip(*(_stored(seed) for seed in range(PICTURES)), strict=True)
    values: dict[str, Any] = {
        "products": products,
        "category": categories[0].pk,
        "categories": len(categories),
        "brand": brands[0].pk,
        "brands": len(brands),
        "each": IMAGES_EACH,
        "names": list(names),
        "digests": list(digests),
        "pictures": PICTURES,
        "encoder": encoder.pk,
        "dimension": encoder.dimension,
    }
    with connection.cursor() as cursor:
        cursor.execute(_PRODUCTS, values)
        cursor.execute(_VARIANTS, [VARIANTS_EACH])
        cursor.execute(_IMAGES, values)
        cursor.execute(_VECTORS, values)
        cursor.execute("VACUUM ANALYZE")


def _stored(seed: int) -> tuple[str, str]:
    """Name and digest of a picture, by way of a row that is not kept."""
    image = ProductImage(file=ContentFile(make_jpeg(seed=seed), name=f"desk-{seed}.jpg"))
    image.file.field.pre_save(image, True)
    return str(image.file.name), image.digest

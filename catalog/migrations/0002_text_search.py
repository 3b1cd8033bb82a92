import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations, models

# English endings without English stop words: what is not worth searching for is decided where a query is read.
CONFIGURATION = """
CREATE TEXT SEARCH DICTIONARY vitrine_stem (TEMPLATE = snowball, Language = english);
CREATE TEXT SEARCH CONFIGURATION vitrine (COPY = english);
ALTER TEXT SEARCH CONFIGURATION vitrine ALTER MAPPING
    FOR asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart
    WITH unaccent, vitrine_stem;
"""
CONFIGURATION_BACK = """
DROP TEXT SEARCH CONFIGURATION vitrine;
DROP TEXT SEARCH DICTIONARY vitrine_stem;
"""

# Scripts that are written without spaces, or with endings joined on, are found by pairs of their letters.
JOINED = r"\u0e00-\u0eff\u1100-\u11ff\u2e80-\uffef\U00020000-\U0003ffff"

# "Crème" is "creme"; "women's" is "women", "don't" is "dont"; other punctuation parts words.
# "T-shirt" and "T shirt" must be found as "tshirt" too: hyphens are closed, neighbours are joined.
WORDS = r"""
CREATE FUNCTION catalog_fold(value text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT lower(unaccent(normalize(value, NFKC)))
$$;
CREATE FUNCTION catalog_plain(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(regexp_replace(value, '[''’]s\M', '', 'gi'), '[''’]', '', 'g')
$$;
CREATE FUNCTION catalog_parted(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(
        regexp_replace(catalog_plain(value), '[-‐–—/\\_.,:;()\[\]{}&+*"“”!?#@|<>~=%$]+', ' ', 'g'),
        '([0-9A-Za-z])(?=[JOINED])|([JOINED])(?=[0-9A-Za-z])', '\1\2 ', 'g'
    )
$$;
CREATE FUNCTION catalog_closed(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT catalog_parted(regexp_replace(value, '(\w)[-‐](?=\w)', '\1', 'g'))
$$;
CREATE FUNCTION catalog_pairs(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT string_agg(word || next, ' ') FROM (
        SELECT word, lead(word) OVER (ORDER BY place) AS next
        FROM regexp_split_to_table(trim(catalog_parted(value)), '\s+') WITH ORDINALITY AS words (word, place)
    ) AS pairs WHERE next <> ''
$$;
CREATE FUNCTION catalog_bigrams(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_agg(substr(run[1], place, 2), ' '), '')
    FROM regexp_matches(value, '[JOINED]+', 'g') AS run, generate_series(1, length(run[1])) AS place
$$;
""".replace("JOINED", JOINED)
WORDS_BACK = """
DROP FUNCTION catalog_bigrams(text);
DROP FUNCTION catalog_pairs(text);
DROP FUNCTION catalog_closed(text);
DROP FUNCTION catalog_parted(text);
DROP FUNCTION catalog_plain(text);
DROP FUNCTION catalog_fold(text);
"""

# The lock comes first: of two writers of one product, the second must see what the first has written.
REFRESH = r"""
ALTER TABLE catalog_searchdocument ADD CONSTRAINT searchdocument_of_product
    FOREIGN KEY (product_id) REFERENCES catalog_product (id) ON DELETE CASCADE;

CREATE FUNCTION catalog_search_refresh(ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM catalog_searchdocument WHERE product_id = ANY (ids) ORDER BY product_id FOR UPDATE;

    INSERT INTO catalog_searchdocument AS stored (product_id, vector)
    SELECT
        product.id,
        setweight(to_tsvector('vitrine', catalog_closed(coalesce(colours, ''))), 'C')
        || setweight(to_tsvector('vitrine', catalog_closed(title)), 'A')
        || setweight(to_tsvector('vitrine', catalog_closed(product_type)), 'B')
        || setweight(to_tsvector('vitrine', catalog_closed(concat_ws(' ', brand.name, audience, category.name))), 'C')
        || setweight(to_tsvector('vitrine', concat_ws(' ', catalog_pairs(title), catalog_pairs(product_type))), 'D')
        || setweight(to_tsvector('vitrine', catalog_parted(concat_ws(' ', title, product_type, description))), 'D')
        || setweight(to_tsvector('vitrine', catalog_bigrams(concat_ws(' ', title, product_type))), 'B')
        || setweight(to_tsvector('vitrine', catalog_bigrams(concat_ws(' ', colours, brand.name, category.name))), 'C')
        || setweight(to_tsvector('vitrine', catalog_bigrams(description)), 'D')
    FROM catalog_product AS product
    JOIN catalog_category AS category ON category.id = product.category_id
    LEFT JOIN catalog_brand AS brand ON brand.id = product.brand_id
    CROSS JOIN LATERAL (
        SELECT string_agg(DISTINCT colour, ' ') AS colours FROM catalog_variant WHERE product_id = product.id
    ) AS variants
    CROSS JOIN LATERAL (
        SELECT CASE gender WHEN 'unisex' THEN 'unisex women men' ELSE gender END AS audience
    ) AS shoppers
    WHERE product.id = ANY (ids)
    ON CONFLICT (product_id) DO UPDATE SET vector = EXCLUDED.vector
    WHERE stored.vector IS DISTINCT FROM EXCLUDED.vector;

    INSERT INTO catalog_searchword (word, shown)
    SELECT DISTINCT ON (word) word, shown
    FROM (
        SELECT catalog_fold(regexp_replace(shown, '[-‐]', '', 'g')) AS word, shown
        FROM catalog_product AS product
        JOIN catalog_category AS category ON category.id = product.category_id
        LEFT JOIN catalog_brand AS brand ON brand.id = product.brand_id
        LEFT JOIN catalog_variant AS variant ON variant.product_id = product.id
        CROSS JOIN regexp_split_to_table(
            catalog_plain(lower(concat_ws(
                ' ', title, product_type, colour, brand.name, category.name
            ))), '[^[:alnum:]-]+'
        ) AS shown
        WHERE product.id = ANY (ids)
    ) AS found
    WHERE length(word) BETWEEN 3 AND 40 AND word !~ '\d' AND length(shown) <= 80
    AND NOT EXISTS (SELECT 1 FROM catalog_searchword AS known WHERE known.word = found.word)
    ORDER BY word, shown;
END
$$;
"""
REFRESH_BACK = """
DROP FUNCTION catalog_search_refresh(bigint[]);
ALTER TABLE catalog_searchdocument DROP CONSTRAINT searchdocument_of_product;
"""

TRIGGERS = """
CREATE FUNCTION catalog_search_products_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM catalog_search_refresh(array_agg(id)) FROM rows;
    RETURN NULL;
END
$$;
CREATE FUNCTION catalog_search_product_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM catalog_search_refresh(ARRAY[NEW.id]);
    RETURN NULL;
END
$$;
CREATE FUNCTION catalog_search_variants_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM catalog_search_refresh(array_agg(DISTINCT product_id)) FROM rows;
    RETURN NULL;
END
$$;
CREATE FUNCTION catalog_search_variant_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM catalog_search_refresh(ARRAY[OLD.product_id, NEW.product_id]);
    RETURN NULL;
END
$$;
CREATE FUNCTION catalog_search_brand_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM catalog_search_refresh(array_agg(id)) FROM catalog_product WHERE brand_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE FUNCTION catalog_search_category_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM catalog_search_refresh(array_agg(id)) FROM catalog_product WHERE category_id = NEW.id;
    RETURN NULL;
END
$$;

CREATE TRIGGER search_added AFTER INSERT ON catalog_product
    REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION catalog_search_products_added();
CREATE TRIGGER search_changed AFTER UPDATE ON catalog_product FOR EACH ROW
    WHEN ((OLD.title, OLD.product_type, OLD.description, OLD.gender, OLD.brand_id, OLD.category_id)
        IS DISTINCT FROM (NEW.title, NEW.product_type, NEW.description, NEW.gender, NEW.brand_id, NEW.category_id))
    EXECUTE FUNCTION catalog_search_product_changed();
CREATE TRIGGER search_added AFTER INSERT ON catalog_variant
    REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION catalog_search_variants_changed();
CREATE TRIGGER search_deleted AFTER DELETE ON catalog_variant
    REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION catalog_search_variants_changed();
CREATE TRIGGER search_changed AFTER UPDATE ON catalog_variant FOR EACH ROW
    WHEN ((OLD.colour, OLD.product_id) IS DISTINCT FROM (NEW.colour, NEW.product_id))
    EXECUTE FUNCTION catalog_search_variant_changed();
CREATE TRIGGER search_changed AFTER UPDATE ON catalog_brand FOR EACH ROW
    WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION catalog_search_brand_changed();
CREATE TRIGGER search_changed AFTER UPDATE ON catalog_category FOR EACH ROW
    WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION catalog_search_category_changed();

SELECT catalog_search_refresh(array_agg(id)) FROM catalog_product;
"""
TRIGGERS_BACK = """
DROP TRIGGER search_changed ON catalog_category;
DROP TRIGGER search_changed ON catalog_brand;
DROP TRIGGER search_changed ON catalog_variant;
DROP TRIGGER search_deleted ON catalog_variant;
DROP TRIGGER search_added ON catalog_variant;
DROP TRIGGER search_changed ON catalog_product;
DROP TRIGGER search_added ON catalog_product;
DROP FUNCTION catalog_search_category_changed();
DROP FUNCTION catalog_search_brand_changed();
DROP FUNCTION catalog_search_variant_changed();
DROP FUNCTION catalog_search_variants_changed();
DROP FUNCTION catalog_search_product_changed();
DROP FUNCTION catalog_search_products_added();
"""


class Migration(migrations.Migration):
    dependencies = [("catalog", "0001_initial")]

    operations = [
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RemoveIndex(model_name="product", name="product_search"),
        migrations.RemoveField(model_name="product", name="search"),
        migrations.CreateModel(
            name="SearchDocument",
            fields=[
                (
                    "product",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="search",
                        serialize=False,
                        to="catalog.product",
                    ),
                ),
                ("vector", django.contrib.postgres.search.SearchVectorField(editable=False)),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["vector"], name="search_vector"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("word", models.CharField(db_index=True, editable=False, max_length=60)),
                ("shown", models.CharField(editable=False, max_length=80)),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GistIndex(
                        fields=["word"], name="search_word_nearest", opclasses=["gist_trgm_ops"]
                    )
                ],
            },
        ),
        migrations.RunSQL(CONFIGURATION, CONFIGURATION_BACK),
        migrations.RunSQL(WORDS, WORDS_BACK),
        migrations.RunSQL(REFRESH, REFRESH_BACK),
        migrations.RunSQL(TRIGGERS, TRIGGERS_BACK),
    ]

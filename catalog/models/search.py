from django.contrib.postgres.indexes import GinIndex, GistIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from .product import Product


class SearchDocument(models.Model):
    """What text search reads of a product: derived, and kept true by the database's own triggers.

    `vector` weighs title A, type B, colours, brand, audience and category C, description D.
    """

    # The database deletes it with its product: Django, deleting variants after it, would have it made again.
    product = models.OneToOneField(
        Product, on_delete=models.DO_NOTHING, db_constraint=False, primary_key=True, related_name="search"
    )
    vector = SearchVectorField(editable=False)

    class Meta:
        # Read far more often than written, so no list of pending entries stands before the index.
        indexes = [GinIndex(fields=["vector"], fastupdate=False, name="search_vector")]

    def __str__(self) -> str:
        return str(self.product)


class SearchWord(models.Model):
    """A word that a product has, or had: the vocabulary that misspelt words are compared with.

    Written by triggers. Two transactions may write the same word: waiting for each other would cost more
    than a word that is there twice. A reader asks whether a published product has it still.
    """

    word = models.CharField(max_length=60, editable=False, db_index=True)
    shown = models.CharField(max_length=80, editable=False)

    class Meta:
        indexes = [GistIndex(fields=["word"], opclasses=["gist_trgm_ops"], name="search_word_nearest")]

    def __str__(self) -> str:
        return self.shown

"""Set-based statements on the embedding rows, which the ORM has no words for."""

from typing import Any

from django.db import connection

from ..models import Encoder


def run(statement: str, encoder: Encoder, **values: Any) -> list[tuple[Any, ...]]:
    """The rows it returns, none when it returns none. %(encoder)s and %(dimension)s are the encoder's."""
    with connection.cursor() as cursor:
        cursor.execute(statement, {"encoder": encoder.pk, "dimension": encoder.dimension, **values})
        return cursor.fetchall() if cursor.description else []

"""What is to be forgotten within a day stays out of the write-ahead log, and so of replicas and backups."""

import pytest
from django.db import connection

from recommendations.models import PhotoQuery


@pytest.mark.django_db
def test_the_table_of_photo_queries_is_unlogged() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relpersistence FROM pg_class WHERE oid = %s::regclass", [PhotoQuery._meta.db_table]
        )
        assert cursor.fetchone() == ("u",)

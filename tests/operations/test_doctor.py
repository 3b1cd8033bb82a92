"""What the doctor finds, and says to do."""

import io
import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import DatabaseError, OperationalError, ProgrammingError, connection
from pytest_django import Settings

from operations.beat import mark_beat
from operations.doctor import Finding, Level, broker, database, disk, encoder, examine, indexes, mail, storage
from operations.doctor.broker import scheduler
from operations.doctor.finding import fine
from operations.doctor.replicas import replica
from recommendations.selectors import active_encoder
from recommendations.services.embedding import embed_images
from recommendations.services.vector_index import index_name
from tests.factories import make_product


def said(findings: Iterable[Finding], level: Level) -> str:
    return " ".join(finding.text for finding in findings if finding.level == level)


@pytest.mark.parametrize(
    ("offered", "installed", "level", "sentence"),
    [
        ("0.8.6", "0.8.6", Level.FINE, "pgvector 0.8.6"),
        ("0.8.3", "0.8.3", Level.WARNING, "install 0.8.4 or newer on the server, then run ALTER EXTENSION"),
        ("0.7.4", "0.7.4", Level.PROBLEM, "is too old to search with filters"),
        ("0.8.6", None, Level.PROBLEM, "let a superuser run CREATE EXTENSION vector"),
        (None, None, Level.PROBLEM, "PostgreSQL has no pgvector: install it"),
    ],
)
def test_pgvector(offered: str | None, installed: str | None, level: Level, sentence: str) -> None:
    finding = database.pgvector(offered, installed)
    assert finding.level == level
    assert sentence in finding.text


@pytest.mark.parametrize(
    ("offered", "installed", "ids"),
    [("0.8.6", "0.8.6", []), ("0.8.6", "0.8.3", ["operations.W001"]), ("0.8.6", "0.7.4", ["operations.E001"]),
     ("0.7.4", None, ["operations.E001"]), (None, None, ["operations.E001"]), ("0.8.6", None, [])],
)  # fmt: skip
def test_a_database_is_not_migrated_beside_an_old_pgvector(
    db: None, monkeypatch: pytest.MonkeyPatch, offered: str | None, installed: str | None, ids: list[str]
) -> None:
    monkeypatch.setattr(database, "extensions", lambda: {"vector": (offered, installed)} if offered else {})
    assert [str(message.id) for message in run_checks(databases=["default"])] == ids
    assert run_checks() == []


def test_a_database_is_not_migrated_by_whom_may_not_create_extensions(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP EXTENSION vector CASCADE")
        cursor.execute("CREATE ROLE plain; SET LOCAL ROLE plain")
        (message,) = run_checks(databases=["default"])
        cursor.execute("RESET ROLE")
    assert message.msg.endswith("may not create its extensions: let a superuser run CREATE EXTENSION vector;")


@pytest.mark.parametrize(
    ("ahead", "level"),
    [(0.2, Level.FINE), (-7, Level.WARNING), (3600, Level.PROBLEM), (-3600, Level.PROBLEM)],
)
def test_clocks(ahead: float, level: Level) -> None:
    assert database.clock(ahead).level == level


def test_a_database_as_it_should_be(db: None) -> None:
    findings = [*database.examine(), *database.examine_schema(), *database.examine_clock()]
    assert {finding.level for finding in findings} == {Level.FINE}


def test_an_old_schema(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "pending_migrations", lambda: ["shop.0099_next"])
    assert "shop.0099_next and what follows are missing: run manage.py migrate." in said(
        database.examine_schema(), Level.PROBLEM
    )


def test_an_index_that_is_missing_or_broken(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    product = make_product()
    embed_images(image_ids=[image.pk for image in product.images.all()])
    assert "have no index: run manage.py reembed" in said(indexes.examine(), Level.WARNING)
    with connection.cursor() as cursor:
        name = index_name(active_encoder())
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"CREATE INDEX {name} ON recommendations_imageembedding (id)")
        monkeypatch.setattr(indexes, "WORTH_AN_INDEX", 0)
        assert "PostgreSQL searches without" in said(indexes.examine(), Level.PROBLEM)
        cursor.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = %s::regclass", [name])
    assert f"REINDEX INDEX CONCURRENTLY {name}." in said(indexes.examine(), Level.PROBLEM)


def test_an_index_of_a_model_that_was_dropped(db: None) -> None:
    assert "missing" not in said(indexes.examine(), Level.PROBLEM)
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX variant_by_price")
    sentence = said(indexes.examine(), Level.PROBLEM)
    assert 'variant_by_price is missing: run CREATE INDEX "variant_by_price" ON "catalog_variant"' in sentence


def test_a_media_folder_that_cannot_be_written(settings: Settings, tmp_path: Path) -> None:
    assert said(storage.examine(), Level.FINE) == "Pictures can be stored, read and deleted."
    (tmp_path / "file").touch()
    settings.MEDIA_ROOT = tmp_path / "file"
    assert "see to VITRINE_MEDIA_ROOT" in said(storage.examine(), Level.PROBLEM)


def test_an_encoder_that_is_not_there(db: None, settings: Settings) -> None:
    settings.VITRINE_ENCODER = "none"
    assert "There is no encoder 'none'. Choose one of" in said(encoder.examine(), Level.PROBLEM)


def test_what_looks_for_goods_in_photos(settings: Settings) -> None:
    assert said(encoder.examine_regions(), Level.FINE) == "Nothing looks for the goods in a photo."
    settings.VITRINE_REGIONS = "none"
    assert "cannot be read" in said(encoder.examine_regions(), Level.PROBLEM)


def test_images_without_a_vector(db: None) -> None:
    make_product()
    assert "1 of 1 images have no vector: run manage.py reembed." in said(encoder.examine(), Level.WARNING)


def test_a_mail_server_that_is_not_there(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert "see to EMAIL_URL" in said(mail.examine(), Level.PROBLEM)


def test_disk_beat_and_replicas() -> None:
    assert [disk.room("/x", free).level for free in (100, 1000, 9000)] == [
        Level.PROBLEM, Level.WARNING, Level.FINE,
    ]  # fmt: skip
    assert [scheduler(age).level for age in (None, 600, 5)] == [Level.PROBLEM, Level.PROBLEM, Level.FINE]
    assert [replica("replica-1", lag).level for lag in (0, 9, 600, None)] == [
        Level.FINE, Level.WARNING, Level.PROBLEM, Level.WARNING,
    ]  # fmt: skip


def test_what_is_broken_hides_nothing_else() -> None:
    def broken() -> list[Finding]:
        raise OperationalError("connection refused\nmore")

    def old() -> list[Finding]:
        raise ProgrammingError('relation "encoder" does not exist')

    findings = list(examine({"database": broken, "disk": lambda: [fine("disk", "Room.")], "indexes": old}))
    assert findings[0].text == "The database does not answer (connection refused): see to DATABASE_URL."
    assert findings[1].level == Level.FINE
    assert 'while the schema is old (relation "encoder" does not exist): run' in findings[2].text
    assert issubclass(OperationalError, DatabaseError)


def test_the_command(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broker, "PING_SECONDS", 0.2)
    mark_beat()
    output = io.StringIO()
    with pytest.raises(SystemExit) as ended:  # no worker runs here
        call_command("doctor", "--json", stdout=output)
    assert ended.value.code == 1
    found = json.loads(output.getvalue())
    assert found["healthy"] is False
    assert "No worker serves embed" in output.getvalue()
    assert {one["check"] for one in found["findings"]} >= {"settings", "database", "workers", "storage"}

"""An import that workers carry out: checked, let go on, cancelled, killed and taken up again."""

import shutil
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext, override
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from catalog.importing.job import MOST_FAILURES
from catalog.models import ImportJob, Product, ProductImage, Variant
from catalog.services.import_jobs import cancel, folder_of, go_on, left_behind
from tests.factories import make_jpeg, make_variant
from tests.importing.folders import OWN_HEADER

from .archives import packed
from .conftest import Begin, turn

ROWS = [f"A{number},Shirt {number},Shirts,Shirts,,,10,1,{number}.jpg" for number in range(6)]
PICTURES = packed({f"{number}.jpg": make_jpeg(seed=number) for number in range(6)})


def _report(job: ImportJob, *, is_check: bool = False) -> list[tuple[int, str, str]]:
    lines = job.report.filter(is_check=is_check)
    return list(lines.values_list("line", "outcome", "text"))


def _let_go(job: ImportJob) -> ImportJob:
    go_on(job_id=job.pk, now=timezone.now())
    job.refresh_from_db()
    return job


@pytest.mark.django_db
def test_the_check_says_row_by_row_what_would_change_and_writes_nothing(begin: Begin) -> None:
    turn(_let_go(turn(begin(*ROWS[:3], pictures=PICTURES))))
    make_variant(Product.objects.get(external_id="A1"), sku="A1-L", size="L", stock=4)
    before = list(Product.objects.order_by("pk").values_list("updated_at"))
    job = turn(
        begin(
            "A0,Shirt 0,Shirts,Shirts,,,10,1,0.jpg",
            "A1,Linen shirt,Sale,Shirts,,,12.5,3,2.jpg",
            "A2,Shirt 2,Shirts,Shirts,,,cheap,1,2.jpg",
            "A3,Shirt 3,Shirts,Shirts,,,10,1,missing.jpg",
            "A4,Shirt 4,Shirts,Shirts,,,10,1,",
            "A5,Shirt 5,Shirts,Shirts,,,10,1,0.jpg",
            pictures=PICTURES,
        )
    )
    assert (job.state, job.created, job.updated, job.unchanged, job.rejected) == ("checked", 1, 1, 1, 3)
    changed = "\n".join(
        [
            *("title: Shirt 1 → Linen shirt", "category: Shirts → Sale"),
            *("A1, price: €10.00 → €12.50", "A1, stock: 1 → 3", "A1-L, stock: 4 → 0"),
            *("picture 1.jpg: there → removed", "picture 2.jpg: – → added"),
        ]
    )
    assert _report(job, is_check=True) == [
        (3, "changed", changed),
        (4, "rejected", 'price "cheap" is not a number such as 19.99'),
        (5, "rejected", 'there is no picture "missing.jpg"'),
        (6, "rejected", "images is empty"),
        (7, "new", ""),
    ]
    assert list(Product.objects.order_by("pk").values_list("updated_at")) == before


@pytest.mark.django_db
def test_the_report_is_in_the_language_of_who_began_the_import(begin: Begin) -> None:
    turn(_let_go(turn(begin(ROWS[0], pictures=PICTURES))))
    with override("ko"):
        job, words = begin("A0,Linen shirt,Shirts,Shirts,,,10,1,0.jpg", pictures=PICTURES), gettext("title")
    turn(job)  # by a worker, which speaks the shop's language
    assert words != "title"
    assert _report(job, is_check=True) == [(2, "changed", f"{words}: Shirt 0 → Linen shirt")]


@pytest.mark.django_db
def test_what_the_check_says_is_what_the_import_does(begin: Begin) -> None:
    rows = [*ROWS[:2], "B,Taken,Shirts,Shirts,,,10,1,1.jpg", "A1,Again,Shirts,Shirts,,,10,1,1.jpg"]
    turn(_let_go(turn(begin("C,Taken,Shirts,Shirts,,,10,1,5.jpg", pictures=PICTURES))))
    Variant.objects.update(sku="B")
    job = turn(begin(*rows, pictures=PICTURES))
    checked = _report(job, is_check=True)
    assert [outcome for _line, outcome, _text in checked] == ["new", "new", "rejected", "rejected"]
    assert "belongs to another product" in checked[2][2]
    assert "is taken by line 3" in checked[3][2]
    assert _report(turn(_let_go(job))) == checked


@pytest.mark.django_db
@pytest.mark.parametrize("batch_size", [1, 10])
def test_the_check_sees_a_sku_that_two_products_of_the_file_want(begin: Begin, batch_size: int) -> None:
    rows = [f"{key},Shirt {key},Shirts,Shirts,,,10,1,1.jpg,X" for key in "AB"]
    job = turn(begin(*rows, header=f"{OWN_HEADER},sku", pictures=PICTURES), batch_size=batch_size)
    refused = 'the SKU "X" belongs to another product, "Shirt A"'
    assert _report(job, is_check=True) == [(2, "new", ""), (3, "rejected", refused)]
    assert _report(turn(_let_go(job))) == _report(job, is_check=True)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("killed_at", [1, 3, 5])
def test_killed_in_the_middle_it_is_taken_up_and_nothing_is_there_twice(
    begin: Begin, monkeypatch: pytest.MonkeyPatch, killed_at: int
) -> None:
    job = _let_go(turn(begin(*ROWS, "A6,No price,Shirts,Shirts,,,,1,1.jpg", pictures=PICTURES)))
    save = default_storage.save
    saved: list[str] = []

    def dying(name: str, *args: Any, **kwargs: Any) -> str:
        if len(saved) == killed_at:
            raise SystemExit
        saved.append(name)
        return save(name, *args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(default_storage, "save", dying)
        with pytest.raises(SystemExit):
            turn(job, batch_size=2)
    job.refresh_from_db()
    assert job.state == "importing"
    assert job.last_line == 1 + killed_at // 2 * 2
    assert turn(job, batch_size=2).state == "done"
    assert (job.created, job.updated, job.unchanged, job.rejected) == (6, 0, 0, 1)
    assert Counter(Variant.objects.values_list("sku", flat=True)) == Counter(f"A{n}" for n in range(6))
    assert ProductImage.objects.count() == 6
    assert [line for line, _outcome, _text in _report(job)] == [2, 3, 4, 5, 6, 7, 8]
    assert not folder_of(job).exists()


@pytest.mark.django_db(transaction=True)
def test_a_short_turn_asks_for_another(begin: Begin) -> None:
    job = _let_go(turn(begin(*ROWS, pictures=PICTURES)))
    turns = 0
    while job.state == "importing":
        job, turns = turn(job, batch_size=1, seconds=0.05), turns + 1
    assert (job.state, job.created) == ("done", 6)
    assert turns > 1


@pytest.mark.django_db
def test_cancelled_it_keeps_what_is_done_and_goes_no_further(
    begin: Begin,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    job = _let_go(turn(begin(*ROWS, pictures=PICTURES)))
    save = default_storage.save

    def cancelling(name: str, *args: Any, **kwargs: Any) -> str:
        ImportJob.objects.filter(pk=job.pk, last_line=3).update(state="cancelled")
        return save(name, *args, **kwargs)

    monkeypatch.setattr(default_storage, "save", cancelling)
    turn(job, batch_size=2)
    assert (job.state, job.created, Product.objects.count()) == ("cancelled", 4, 4)
    turn(job)
    assert Product.objects.count() == 4


@pytest.mark.django_db
def test_a_cancelled_job_leaves_no_files(
    begin: Begin, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    job = begin(*ROWS)
    with django_capture_on_commit_callbacks(execute=True):
        cancel(job_id=job.pk)
    assert not folder_of(job).exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("header", "pictures", "sentence"),
    [
        ("external_id,title,category,type", None, "products.csv lacks the columns price, stock, images."),
        ("external_id,title,Title", None, "more than one column Title, title"),
        (None, packed({"../a.jpg": b"x"}), "lies outside of it"),
    ],
)
def test_a_file_that_cannot_be_read_fails_with_a_sentence(
    begin: Begin, header: str | None, pictures: bytes | None, sentence: str
) -> None:
    job = begin(*ROWS, pictures=pictures, **({"header": header} if header else {}))
    assert turn(job).state == "failed"
    assert sentence in job.error


@pytest.mark.django_db
def test_what_kills_every_worker_is_given_up(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    job = begin(*ROWS, pictures=PICTURES)
    shutil.move(folder_of(job), folder_of(job).with_name("gone"))
    monkeypatch.setattr("catalog.importing.job.open_source", _die)
    for _ in range(MOST_FAILURES):
        with pytest.raises(SystemExit):
            turn(job)
    assert turn(job).state == "failed"
    assert "A worker stopped 5 times after line 1." in job.error


def _die(folder: Path) -> None:
    raise SystemExit


@pytest.mark.django_db
def test_beside_another_import_it_waits(begin: Begin) -> None:
    job = begin(*ROWS, pictures=PICTURES)
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [0x7669_7472_696E_6501])
        for _ in range(MOST_FAILURES + 1):
            assert turn(job).state == "checking"
        with other.cursor() as cursor:  # closing would not wait until the server has let go
            cursor.execute("SELECT pg_advisory_unlock_all()")
    finally:
        other.close()
    assert turn(job).state == "checked"


@pytest.mark.django_db
def test_jobs_of_dead_workers_are_found(begin: Begin) -> None:
    job, ended = begin(*ROWS), begin(*ROWS)
    cancel(job_id=ended.pk)
    assert left_behind(before=timezone.now() + timedelta(seconds=1)) == [job.pk]
    assert left_behind(before=timezone.now() - timedelta(seconds=60)) == []

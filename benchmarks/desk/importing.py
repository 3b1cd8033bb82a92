"""A file with many rows: checked, imported by a worker that is killed half-way, and then by the next one."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from time import perf_counter, sleep
from zipfile import ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from benchmarks.figures import Figure
from catalog.models import ImportJob, Product, ProductImage, Variant
from catalog.services.import_jobs import begin_import, go_on
from tests.factories import make_jpeg

PICTURES = 60
_HEADER = "external_id,sku,title,category,type,brand,colour,size,price,stock,images"


@dataclass
class _Worker:
    """A process of its own, so that its memory is its own."""

    job: ImportJob
    seconds: float = 0.0
    peak: float = 0.0

    def run(self) -> None:
        start = perf_counter()
        done = subprocess.run(self._command, env=_ENVIRONMENT, capture_output=True, text=True, check=True)
        self.seconds, self.peak = perf_counter() - start, float(done.stdout.split()[-1])
        self.job.refresh_from_db()

    def run_and_kill(self, *, at_line: int) -> int:
        """The line that it was killed behind."""
        start = perf_counter()
        process = subprocess.Popen(self._command, env=_ENVIRONMENT, stdout=subprocess.DEVNULL)
        while ImportJob.objects.get(pk=self.job.pk).last_line < at_line and process.poll() is None:
            sleep(0.05)
        process.kill()
        process.wait()
        self.seconds = perf_counter() - start
        self.job.refresh_from_db()
        return self.job.last_line

    @property
    def _command(self) -> list[str]:
        return [sys.executable, "-m", "benchmarks.desk.worker", str(self.job.pk)]


_ENVIRONMENT = dict(os.environ)


def measure_import(rows: int) -> Iterator[Figure]:
    """With as many products as rows, one picture of sixty for each."""
    _ENVIRONMENT.update(os.environ)
    before = Product.objects.count()
    job = begin_import(table=_table(rows), pictures=_pictures(), actor="bench", now=timezone.now())
    check = _Worker(job)
    check.run()
    assert (job.state, job.created) == ("checked", rows), (job.state, job.error, job.created)
    yield Figure(f"check of {rows:,} rows", check.seconds, "s")
    go_on(job_id=job.pk, now=timezone.now())
    killed, rest = _Worker(job), _Worker(job)
    line = killed.run_and_kill(at_line=rows // 2)
    rest.run()
    assert (job.state, job.created, job.unchanged, job.rejected) == ("done", rows, 0, 0), job.error
    yield Figure(f"import of {rows:,} rows, killed behind line {line:,}", killed.seconds + rest.seconds, "s")
    yield Figure("peak memory of its worker", max(check.peak, rest.peak), "MB")
    doubled = Product.objects.count() - before - rows
    doubled += Variant.objects.filter(sku__startswith="ROW-").count() - rows
    doubled += ProductImage.objects.filter(product__external_id__startswith="row-").count() - rows
    yield Figure("products, variants and pictures too many", doubled, "", goal=0)


def _table(rows: int) -> SimpleUploadedFile:
    lines = (
        f"row-{n},ROW-{n},Linen shirt {n},Women > Shirts,Shirts,Alder,Blue,M,"
        f"{10 + n % 90}.50,{n % 9},{n % PICTURES}.jpg"
        for n in range(rows)
    )
    return SimpleUploadedFile("products.csv", "\n".join([_HEADER, *lines]).encode())


def _pictures() -> SimpleUploadedFile:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for seed in range(PICTURES):
            archive.writestr(f"{seed}.jpg", make_jpeg(seed=seed, width=600, height=800))
    return SimpleUploadedFile("pictures.zip", buffer.getvalue())

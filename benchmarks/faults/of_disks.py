"""A media disk that is full."""

import hashlib
import random
import subprocess
import time
from pathlib import Path

from django.db import transaction
from django.test.utils import override_settings

from catalog.models import Product, ProductImage
from operations.media.refusals import storage_refusal

from .load import shoppers
from .rig import Rig
from .rows import Row, exactly, rules
from .stock import add_picture


def media_disk_full(rig: Rig, moments: int) -> list[Row]:
    """On a disk of 1 MB, of which something else has taken a part; nothing where no disk can be mounted."""
    folder = rig.state.root / "small"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)])
    if mounted.returncode != 0:
        return []
    try:
        with override_settings(MEDIA_ROOT=folder), shoppers(rig.port) as seen:
            said, homeless, left = zip(*(_fill(folder) for _ in range(moments)), strict=True)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
    name = f"media disk full, {moments} moments"
    return [
        exactly(f"{name}: said in a sentence", sum(said), moments),
        exactly(f"{name}: rows without their whole file", sum(homeless), 0),
        exactly(f"{name}: files without a row", sum(left), 0),
        exactly(f"{name}: broken answers of {len(seen.seconds)}", len(seen.broken) + seen.unavailable, 0),
        rules(name),
    ]


def _fill(folder: Path) -> tuple[bool, int, int]:
    """Whether a sentence said that the disk is full, how many rows have not all of their file then, and how
    many files no row."""
    time.sleep(random.uniform(0.2, 2.0))
    taken = folder / "taken"
    taken.write_bytes(bytes(random.randrange(900_000)))
    product, before, said = (
        Product.objects.all()[0],
        set(ProductImage.objects.values_list("pk", flat=True)),
        "",
    )
    while not said:
        try:
            with transaction.atomic():
                add_picture(product)
        except OSError as error:
            said = storage_refusal(error)
    added = ProductImage.objects.exclude(pk__in=before)
    homeless = sum(not _is_whole(folder / str(image.file), image.digest) for image in added)
    named = set(ProductImage.objects.values_list("file", flat=True))
    files = [file for file in folder.rglob("*.*") if file.is_file()]
    left = sum(str(file.relative_to(folder)) not in named for file in files)
    added.delete()
    taken.unlink()
    return "is full: free some space." in said, homeless, left


def _is_whole(file: Path, digest: str) -> bool:
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == digest

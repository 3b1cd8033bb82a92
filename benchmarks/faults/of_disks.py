"""A media disk that is full."""

import subprocess
from pathlib import Path

from django.db import transaction
from django.test.utils import override_settings

from catalog.models import Product, ProductImage
from operations.media.refusals import storage_refusal

from .rig import Rig
from .rows import Row, exactly
from .stock import add_picture


def media_disk_full(rig: Rig) -> list[Row]:
    """On a disk of 1 MB; nothing where no disk can be mounted."""
    folder = rig.state.root / "small"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)])
    if mounted.returncode != 0:
        return []
    try:
        with override_settings(MEDIA_ROOT=folder):
            return _fill(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _fill(folder: Path) -> list[Row]:
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
    homeless = [image.pk for image in added if not (folder / str(image.file)).is_file()]
    torn = sum(not (folder / str(image.file)).stat().st_size for image in added)
    added.delete()
    name = "media disk full"
    return [
        exactly(f"{name}: said in a sentence", "is full: free some space." in said, True),
        exactly(f"{name}: rows without their whole file", len(homeless) + torn, 0),
    ]

"""Which thumbnails a picture has, and what they are called."""

import pytest

from catalog.models import ProductImage
from catalog.thumbnails import (
    folder_of,
    share_name,
    share_size,
    thumbnail_files,
    thumbnail_name,
    widths_within,
)


@pytest.mark.parametrize(
    ("width", "widths"),
    [(159, []), (160, [160]), (720, [160, 320, 480, 640]), (6000, [160, 320, 480, 640, 960, 1280])],
)
def test_none_is_wider_than_the_picture(width: int, widths: list[int]) -> None:
    assert widths_within(width) == widths


def test_addresses_and_files_agree_on_names(image: ProductImage) -> None:
    folder = folder_of(image.pk, image.digest)
    names = [thumbnail_name(folder, 160), thumbnail_name(folder, 320), share_name(folder, image.width)]
    assert [file.name for file in thumbnail_files(image)] == names


def test_a_picture_too_small_for_thumbnails_has_no_files() -> None:
    assert thumbnail_files(ProductImage(pk=1, digest="a" * 64, width=100, height=100)) == []


@pytest.mark.parametrize(
    ("size", "shared"), [((720, 960), (720, 960)), ((2400, 1201), (1200, 600)), ((6000, 1), (1200, 1))]
)
def test_a_link_preview_is_at_most_so_wide(size: tuple[int, int], shared: tuple[int, int]) -> None:
    assert share_size(*size) == shared

"""Damaged files end in a picture or a PictureError, never in anything else."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from catalog.imaging import PictureError, open_picture, picture_size
from tests.imaging.pictures import every_format, heic, noisy, quarters, saved
from tests.imaging.profiles import display_p3


def with_everything(fmt: str) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved(noisy(40, 30), fmt, exif=exif, icc_profile=display_p3())


FILES = [
    *every_format().values(),
    *(with_everything(fmt) for fmt in ("JPEG", "PNG", "WEBP")),
    saved(quarters().convert("CMYK")),
    saved(quarters().quantize(8), "PNG"),
    *(heic(name) for name in ("turned-6", "alpha", "display-p3")),
]
flips = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8)


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(file=st.sampled_from(FILES), changes=flips, cut=st.floats(0.3, 1), side=st.sampled_from([None, 20]))
def test_damage(file: bytes, changes: list[tuple[float, int]], cut: float, side: int | None) -> None:
    damaged = bytearray(file)
    for place, value in changes:
        damaged[int(place * len(damaged))] = value
    data = bytes(damaged[: int(cut * len(damaged)) if cut < 0.9 else None])
    for read in (picture_size, lambda data: open_picture(data, side=side).shape):
        with suppress(PictureError):
            assert min(read(data)) > 0


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    start=st.sampled_from(
        [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBPVP8 ", b"\0\0\0\x18ftypheic"]
    ),
    rest=st.binary(max_size=300),
)
def test_noise(start: bytes, rest: bytes) -> None:
    with pytest.raises(PictureError):
        open_picture(start + rest)

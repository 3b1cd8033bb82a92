"""No more pictures are decoded at once than there are cores."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import numpy as np
import pytest

from catalog.imaging import Limits, PictureBusy, PictureError, open_picture, picture_size
from catalog.imaging.gate import CORES, turn
from tests.imaging.pictures import noisy, quarters, saved

IMPATIENT = Limits(wait_seconds=0.01)


def test_one_more_than_there_are_cores_has_to_come_back() -> None:
    photo = saved(quarters())
    with ExitStack() as stack:
        for _ in range(CORES):
            stack.enter_context(turn(0))
        with pytest.raises(PictureBusy) as error:
            open_picture(photo, IMPATIENT)
        assert picture_size(photo, IMPATIENT) == (64, 48)
    assert (error.value.code, error.value.status, error.value.retry_after) == ("busy", 503, 20)
    assert str(error.value) == "Many searches right now. Try again in 20 seconds."
    assert open_picture(photo, IMPATIENT).size


def test_a_refused_picture_gives_its_place_back() -> None:
    broken = saved(quarters())[:300]
    for _ in range(CORES + 1):
        with pytest.raises(PictureError, match="could not open"):
            open_picture(broken, IMPATIENT)


def test_many_at_once_see_the_same_pixels_as_one_after_the_other() -> None:
    photos = [saved(noisy(100 + n, 80), progressive=n % 2 == 0) for n in range(8)]
    alone = [open_picture(photo) for photo in photos]
    with ThreadPoolExecutor(16) as threads:
        together = list(threads.map(open_picture, photos * 4))
    assert all(np.array_equal(pixels, alone[n % 8]) for n, pixels in enumerate(together))

import numpy as np

from benchmarks.photos import phone_photo, with_orientation
from catalog.imaging import encode_jpeg, open_picture, picture_size
from tests.factories import make_jpeg, make_pixels


def test_photo_is_upright_at_the_size_asked_for() -> None:
    photo = phone_photo(make_jpeg(width=48, height=64), width=480, height=640)
    assert picture_size(photo) == (480, 640)
    source, opened = make_pixels(width=480, height=640).astype(int), open_picture(photo).astype(int)
    assert np.abs(source - opened).mean() < 10  # turned wrong, most pixels would be far off


def test_photo_lies_down_in_the_file() -> None:
    photo = phone_photo(make_jpeg(), width=96, height=128)
    turned_back = photo.replace(with_orientation(b"", 6)[2:], b"")
    assert picture_size(turned_back) == (128, 96)


def test_noise_makes_it_heavier() -> None:
    smooth = encode_jpeg(make_pixels(width=480, height=640), 90)
    assert len(phone_photo(make_jpeg(), width=480, height=640)) > 3 * len(smooth)


def test_same_seed_is_the_same_photo() -> None:
    one, other = (phone_photo(make_jpeg(), width=96, height=128, seed=seed) for seed in (1, 2))
    assert one == phone_photo(make_jpeg(), width=96, height=128, seed=1) != other

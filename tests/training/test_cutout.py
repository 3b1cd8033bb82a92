import numpy as np

from recommendations.training.cutout import foreground


def test_the_product_is_found_without_its_edge() -> None:
    shot = np.full((20, 20, 3), 255, np.uint8)
    shot[5:15, 5:15] = (200, 0, 0)
    expected = np.zeros((20, 20), bool)
    expected[6:14, 6:14] = True
    assert np.array_equal(foreground(shot), expected)


def test_white_inside_the_product_belongs_to_it() -> None:
    shot = np.full((20, 20, 3), 255, np.uint8)
    shot[3:17, 3:17] = 30
    shot[8:12, 8:12] = 255
    assert foreground(shot)[8:12, 8:12].all()


def test_white_that_winds_its_way_in_from_the_border_is_ground() -> None:
    shot = np.full((24, 24, 3), 20, np.uint8)
    shot[2, 0:20] = shot[2:20, 19] = shot[19, 4:20] = shot[6:20, 4] = shot[6, 4:12] = 255
    assert not foreground(shot)[6, 11]


def test_a_white_product_counts_whole() -> None:
    assert foreground(np.full((20, 20, 3), 255, np.uint8)).all()

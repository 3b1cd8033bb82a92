"""On a phone and on a desk, with scripts and without: for tests that take `width` and `javascript`."""

import pytest

in_every_way = pytest.mark.parametrize(
    ("width", "javascript"),
    [(360, True), (360, False), (1440, True), (1440, False)],
    ids=["phone", "phone-no-scripts", "desk", "desk-no-scripts"],
)
crosswise = pytest.mark.parametrize(
    ("width", "javascript"), [(360, True), (1440, False)], ids=["phone", "desk-no-scripts"]
)
"""Where what scripts do does not hang on the width: each width and each way once."""

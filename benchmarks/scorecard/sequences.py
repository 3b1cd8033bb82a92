"""The long run of the carts' state machine, which the suite runs shortly."""

import os
import subprocess
import sys
from typing import Final

from .rounds import Row

SEQUENCES: Final = 500
_TEST: Final = "tests/accounts/test_cart_machine.py"


def cart_sequences() -> list[Row]:
    """On a database of its own."""
    environment = os.environ | {"VITRINE_CART_SEQUENCES": str(SEQUENCES)}
    done = subprocess.run([sys.executable, "-m", "pytest", "-q", _TEST], env=environment, check=False)
    value = str(SEQUENCES) if done.returncode == 0 else "failed"
    return [
        Row("sequences of cart changes, sign-ins and merges that a model agrees with", value, str(SEQUENCES))
    ]

"""`python -m config.frontend`: makes the pages' style sheets and scripts, unless they are made."""

import sys

from .build import build
from .packages import FrontendError


def main() -> int:
    try:
        if build():
            sys.stdout.write("The pages' style sheets and scripts are built.\n")
    except FrontendError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

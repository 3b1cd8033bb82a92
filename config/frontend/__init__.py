"""The style sheets and scripts of the shop's pages: npm's packages, bundled into an ignored folder.

Knows no Django: it runs before static files are collected.
"""

from .build import BUILT, build
from .packages import FrontendError

__all__ = ["BUILT", "FrontendError", "build"]

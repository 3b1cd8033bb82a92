"""Where the goods are in a shopper's photo. No Django model and no TensorFlow here."""

from recommendations.regions.base import KINDS, Region, RegionCard
from recommendations.regions.finder import RegionFinder, read_card
from recommendations.regions.shared import suggest

__all__ = ["KINDS", "Region", "RegionCard", "RegionFinder", "read_card", "suggest"]

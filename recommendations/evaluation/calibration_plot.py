"""How often what is said of a match was right, by how likely it was held."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from recommendations.evaluation.strength import Judged, chances, fit_level
from recommendations.strength import Strength

BINS = np.linspace(0, 1, 11)
TITLES = {"strength": "A photo's matches", "product_strength": "A product's matches"}


def plot_calibration(judged: Mapping[str, Mapping[Strength, Judged]], path: Path) -> None:
    """Fitted on the even queries, drawn of the odd ones. Raises ImportError without matplotlib."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(1, len(judged), figsize=(4.5 * len(judged), 4), squeeze=False)
    for axis, (name, by_strength) in zip(axes[0], judged.items(), strict=True):
        axis.plot([0, 1], [0, 1], color="0.7", linewidth=1)
        for strength, matches in by_strength.items():
            _draw(axis, strength, matches)
        axis.set_title(TITLES.get(name, name))
        axis.set_xlabel("likely to be so")
        axis.set_ylabel("was so")
        axis.legend()
    figure.tight_layout()
    figure.savefig(path, dpi=80)
    pyplot.close(figure)


def _draw(axis: Any, strength: Strength, matches: Judged) -> None:
    even = matches.queries % 2 == 0
    odd = matches.of(~even)
    said = chances(fit_level(matches.of(even)), odd)
    places = np.digitize(said, BINS[1:-1])
    full = [place for place in range(len(BINS) - 1) if (places == place).sum() >= 20]
    axis.plot(
        [said[places == place].mean() for place in full],
        [odd.deserved[places == place].mean() for place in full],
        marker="o",
        label=strength.value.replace("_", " "),
    )

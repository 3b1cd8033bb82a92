"""The times of one search as bars."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from .load import Measured


def plot_searches(measured: Sequence[Measured], path: Path) -> None:
    """Of one client, the median; a scale of powers of ten, since they lie far apart."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    sizes, places = list(measured[0].loads), np.arange(len(measured))
    figure, axes = pyplot.subplots(figsize=(9, 4))
    for row, size in enumerate(sizes):
        times = [one.loads[size][0].p50 for one in measured]
        bars = axes.barh(places + 0.4 * row, times, height=0.38, label=size)
        axes.bar_label(bars, [f"{time:,.0f}" for time in times], padding=3, fontsize=8)
    axes.set_yticks(places + 0.2, [one.name for one in measured])
    axes.invert_yaxis()
    axes.set_xscale("log")
    axes.set_xlabel("milliseconds of one search (median)")
    axes.legend()
    axes.grid(axis="x", alpha=0.3)
    figure.tight_layout()
    path.parent.mkdir(exist_ok=True)
    figure.savefig(path, dpi=80)
    pyplot.close(figure)

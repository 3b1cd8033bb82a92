"""Whether drawn looks lie beside each other as real ones do."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .looks import Looks

PLACES = (1, 10, 100)
QUERIES = 500


def plot_neighbours(looks: Looks, path: Path) -> None:
    """As many drawn as there are real ones: distances of the 1st, 10th and 100th neighbour."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    drawn, _ = looks.draw(len(looks.vectors), np.random.default_rng(3))
    figure, axes = pyplot.subplots(1, len(PLACES), figsize=(9, 2.6), sharey=True)
    both = {"real": _distances(looks.vectors), "drawn": _distances(drawn[:, 0])}
    for column, place in enumerate(PLACES):
        for name, distances in both.items():
            values = np.sort(distances[:, column])
            axes[column].plot(values, np.linspace(0, 1, len(values)), label=name)
        axes[column].set_xlabel(f"cosine distance of neighbour {place}")
        axes[column].grid(alpha=0.3)
    axes[0].set_ylabel("share of products")
    axes[0].legend()
    figure.tight_layout()
    path.parent.mkdir(exist_ok=True)
    figure.savefig(path, dpi=80)
    pyplot.close(figure)


def _distances(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    rows = np.random.default_rng(5).choice(len(vectors), min(QUERIES, len(vectors)), replace=False)
    near = vectors[rows] @ vectors.T
    near[np.arange(len(rows)), rows] = -1
    return 1 - -np.sort(-near, axis=1)[:, [place - 1 for place in PLACES]]

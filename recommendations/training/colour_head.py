"""What a merchant calls a colour, read from the palette and the network's first guess.

Such a name is a pocket of the palette (navy, off white, mustard); the network's own head has one plane for
each name. So a layer that bends comes after the lesson, fitted to what the network sees in its products.
"""

from collections.abc import Iterator

import keras
import numpy as np
from keras import ops
from numpy.random import default_rng
from numpy.typing import NDArray

from catalog.imaging import square
from recommendations.training.batches import BatchPlan
from recommendations.training.heads import Linear, fit_heads
from recommendations.training.labels import targets
from recommendations.training.looks import CHUNK, outputs
from recommendations.training.parts import COLOUR_NAME, PALETTE

HEAD = "colour"
DROPOUT = 0.2
Rows = NDArray[np.float32]


def with_colour_head(network: keras.Model, plan: BatchPlan, *, side: int) -> keras.Model:
    """The network with logits COLOUR_NAME, too, which are read from its "palette" and its "colour".

    They are fitted to the plan's products of a known colour, each as a shot and as a phone would see it,
    squares of `side` pixels. A network that learned no colours is returned as it is.
    """
    if HEAD not in plan.labels:
        return network
    marks = targets(plan.products.right, HEAD, plan.labels[HEAD])
    rows = np.flatnonzero(marks.any(axis=1))
    seen = outputs(network, _views(plan, rows, side))
    told = np.concatenate([seen[PALETTE], seen[HEAD]], axis=1)
    heads = fit_heads(told, {HEAD: np.tile(marks[rows], (2, 1))}, seed=plan.seed, dropout=DROPOUT)
    told = ops.concatenate([network.output[PALETTE], network.output[HEAD]], axis=1)
    bent = _dense(heads.hidden, "relu")(told)
    named = _dense(heads.each[HEAD])(ops.concatenate([told, bent], axis=1))
    return keras.Model(network.input, {**network.output, COLOUR_NAME: named}, name=network.name)


def _views(plan: BatchPlan, rows: NDArray[np.intp], side: int) -> Iterator[Rows]:
    """All shots, then a phone view of each."""
    rng = default_rng(plan.seed)
    some = [rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK)]
    for chunk in some:
        yield np.stack([square(plan.products.pixels[row], side) for row in chunk]).astype(np.float32)
    for chunk in some:
        yield np.stack([plan.phone_view(row, side, rng) for row in chunk])


def _dense(linear: Linear, activation: str | None = None) -> keras.layers.Dense:
    layer = keras.layers.Dense(linear.kernel.shape[1], activation)
    layer.build((None, linear.kernel.shape[0]))
    layer.set_weights([linear.kernel, linear.bias])
    return layer

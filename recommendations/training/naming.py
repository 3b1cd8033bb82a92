"""The heads that name what is in a picture, fitted after the lesson to what the network sees on all levels.

The lesson's own heads shape what the network sees, and by its end know their pictures by heart. Heads that
bend, and of which several are averaged, name more of other pictures rightly, from fewer examples.
"""

from collections.abc import Iterator, Sequence

import keras
import numpy as np
from numpy.random import default_rng
from numpy.typing import NDArray

from catalog.imaging import square
from recommendations.training.batches import BatchPlan
from recommendations.training.heads import Heads, Linear, fit_heads, mean_of
from recommendations.training.labels import label_sets, targets
from recommendations.training.looks import CHUNK, outputs
from recommendations.training.losses import Tensor
from recommendations.training.parts import PALETTE

LEVELS = "levels"
TYPE, COLOUR = "type", "colour"
AT_LEAST = 3
"""Examples of a type that is named. A colour as rare is mostly another word for a common one."""
MEMBERS = 4
DROPOUT = 0.3
PAINTS_DROPOUT = 0.2
PAINTS_VOTES = 2
"""What palette and first guess count for a colour's name, to one vote of all that is seen."""
Rows = NDArray[np.float32]


def labels_to_name(plan: BatchPlan) -> dict[str, tuple[str, ...]]:
    """What was learned, and types with AT_LEAST examples, too."""
    known = label_sets([*plan.products.right, *plan.photos.right], at_least=AT_LEAST)
    return {head: known[head] if head == TYPE else tuple(names) for head, names in plan.labels.items()}


def with_naming_heads(network: keras.Model, plan: BatchPlan, *, side: int) -> keras.Model:
    """The network with logits of `plan.labels` that are read from its layer LEVELS and its palette.

    A merchant's word for a colour (navy, off white, mustard) is a pocket of the palette: it is read from the
    palette and the network's first guess as well. The heads are fitted to the plan's products, each as a shot
    and as a phone would see it, and to its photos, squares of `side` pixels. A network that learned no labels
    is returned as it is.
    """
    if not plan.labels:
        return network
    palette = network.output[PALETTE]
    told = {LEVELS: _joined([network.get_layer(LEVELS).output, palette], LEVELS)}
    if COLOUR in plan.labels:
        told[COLOUR] = _joined([palette, network.output[COLOUR]], COLOUR)
    seen = outputs(keras.Model(network.input, told), _views(plan, side))
    marks = _marks(plan)
    members = [fit_heads(seen[LEVELS], marks, seed=plan.seed + n, dropout=DROPOUT) for n in range(MEMBERS)]
    named = _named(told[LEVELS], mean_of(members), LEVELS)
    if COLOUR in plan.labels:
        paints = fit_heads(seen[COLOUR], {COLOUR: marks[COLOUR]}, seed=plan.seed, dropout=PAINTS_DROPOUT)
        by_paints = _named(told[COLOUR], paints, COLOUR)[COLOUR]
        votes = [named[COLOUR], *[by_paints] * PAINTS_VOTES]
        named[COLOUR] = keras.layers.Average(name="named_colour")(votes)
    return keras.Model(network.input, {**network.output, **named}, name=network.name)


def _views(plan: BatchPlan, side: int) -> Iterator[Rows]:
    """All shots, then a phone view of each, then the photos."""
    rng = default_rng(plan.seed)
    rows = range(len(plan.products.pixels))
    some = [rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK)]
    for chunk in some:
        yield np.stack([square(plan.products.pixels[row], side) for row in chunk]).astype(np.float32)
    for chunk in some:
        yield np.stack([plan.phone_view(row, side, rng) for row in chunk])
    photos = plan.photos.pixels
    for start in range(0, len(photos), CHUNK):
        yield np.stack([square(photo, side) for photo in photos[start : start + CHUNK]]).astype(np.float32)


def _marks(plan: BatchPlan) -> dict[str, Rows]:
    """Of the views, in their order."""
    right = [*plan.products.right, *plan.products.right, *plan.photos.right]
    return {head: targets(right, head, names) for head, names in plan.labels.items()}


def _named(told: Tensor, heads: Heads, name: str) -> dict[str, Tensor]:
    """The heads' logits. All layers have names, or they could be another's."""
    bent = _dense(heads.hidden, f"{name}_bent", "relu")(told)
    wide = _joined([told, bent], f"{name}_bent")
    return {head: _dense(linear, f"{name}_{head}")(wide) for head, linear in heads.each.items()}


def _joined(rows: Sequence[Tensor], name: str) -> Tensor:
    return keras.layers.Concatenate(name=f"named_by_{name}")(rows)


def _dense(linear: Linear, name: str, activation: str | None = None) -> keras.layers.Dense:
    layer = keras.layers.Dense(linear.kernel.shape[1], activation, name=f"named_by_{name}_dense")
    layer.build((None, linear.kernel.shape[0]))
    layer.set_weights([linear.kernel, linear.bias])
    return layer

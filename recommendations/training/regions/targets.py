"""What the network should answer for a scene, cell by cell of a grid over the picture."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from recommendations.training.regions.scenes import Scene
from recommendations.training.warp import single

SPREAD = 0.13
"""Standard deviation of a good's heat, as a share of its box."""
WARM = 0.35
"""Cells at least this warm learn box and kind too."""
Targets = dict[str, NDArray[np.float32]]


def grid_targets(scenes: Sequence[Scene], grid: int, kinds: int) -> Targets:
    """`heat` (n, grid, grid): 1 in the cell of each good's middle, a bell around it.

    `sides` (n, grid, grid, 4): from a cell's middle to left, top, right and bottom of the good whose heat is
    greatest there. `kind` (n, grid, grid, kinds): 1 for its kind. `warm` (n, grid, grid): how much a cell's
    sides and kind count, 0 for most.
    """
    made = [_scene_targets(scene, grid, kinds) for scene in scenes]
    return {name: np.stack([targets[name] for targets in made]) for name in made[0]}


def _scene_targets(scene: Scene, grid: int, kinds: int) -> Targets:
    middles = (np.arange(grid) + 0.5) / grid
    heat = np.zeros((grid, grid), np.float32)
    sides = np.full((grid, grid, 4), 1 / grid, np.float32)
    kind = np.zeros((grid, grid, kinds), np.float32)
    for box, which in zip(scene.boxes, scene.kinds, strict=True):
        bell = _bell(box, middles)
        hotter = bell > heat
        heat[hotter] = bell[hotter]
        sides[hotter] = _sides(box, middles)[hotter]
        kind[hotter] = np.eye(kinds, dtype=np.float32)[which]
    return {"heat": heat, "sides": sides, "kind": kind, "warm": np.where(heat >= WARM, heat, 0)}


def _bell(box: NDArray[np.float32], middles: NDArray[np.float64]) -> NDArray[np.float32]:
    left, top, right, bottom = box
    cell = 1 / len(middles)
    # A thin belt still warms the cells that it crosses.
    across = _bell_along(middles, (left + right) / 2, max(right - left, cell))
    down = _bell_along(middles, (top + bottom) / 2, max(bottom - top, cell))
    bell = down[:, None] * across[None, :]
    return np.asarray(bell / bell.max(), np.float32)


def _bell_along(middles: NDArray[np.float64], middle: float, length: float) -> NDArray[np.float64]:
    # From the nearest cell's own middle, so that the warmest cell of each good is exactly 1.
    nearest = middles[int(np.abs(middles - middle).argmin())]
    bell: NDArray[np.float64] = np.exp(-((middles - nearest) ** 2) / (2 * (SPREAD * length) ** 2))
    return bell


def _sides(box: NDArray[np.float32], middles: NDArray[np.float64]) -> NDArray[np.float32]:
    left, top, right, bottom = box
    x, y = np.meshgrid(middles, middles)
    # A cell whose middle lies just outside of a thin good still gets a box of some width.
    least = 0.1 / len(middles)
    return single(np.maximum(np.stack([x - left, y - top, right - x, bottom - y], axis=-1), least))

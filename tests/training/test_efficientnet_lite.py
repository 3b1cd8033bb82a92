"""EfficientNet-Lite and the files that its weights come in."""

import pickle
import sys
from collections import OrderedDict
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

keras = pytest.importorskip("keras", reason="training is not installed")

from recommendations.training.backbones import backbone, backbone_names  # noqa: E402
from recommendations.training.efficientnet_lite import EfficientNetLite0, EfficientNetLite2  # noqa: E402
from recommendations.training.torch_weights import fill, read_weights  # noqa: E402


class FloatStorage:
    """As PyTorch names the type of a tensor's numbers."""


class Tensor:
    """Pickles as PyTorch's does: by the function and the arguments that make it again."""

    def __init__(self, rows: NDArray[np.float32]) -> None:
        self.rows = rows

    def __reduce__(self) -> tuple[Any, ...]:
        steps = tuple(step // 4 for step in self.rows.strides)
        return _rebuild_tensor_v2, (self.rows, 0, self.rows.shape, steps, False, OrderedDict())


def _rebuild_tensor_v2(*made_of: Any) -> Any: ...


class Writer(pickle.Pickler):
    def persistent_id(self, thing: Any) -> Any:
        if isinstance(thing, np.ndarray):
            return ("storage", FloatStorage, str(id(thing)), "cpu", thing.size, None)
        return None


@pytest.fixture(autouse=True)
def torch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Modules of PyTorch's names, for the pickler to find the above in."""
    for name, thing in (("torch", FloatStorage), ("torch._utils", _rebuild_tensor_v2)):
        module = ModuleType(name)
        setattr(module, thing.__name__, thing)
        monkeypatch.setitem(sys.modules, name, module)
        monkeypatch.setattr(thing, "__module__", name)


def write(file: Path, weights: dict[str, NDArray[np.float32]]) -> Path:
    with file.open("wb") as content:
        for preamble in (0x1950A86A20F9469CFC6C, 1001, {"little_endian": True}):
            pickle.dump(preamble, content, 2)
        Writer(content, 2).dump(OrderedDict((name, Tensor(rows)) for name, rows in weights.items()))
        pickle.dump([str(id(rows)) for rows in weights.values()], content, 2)
        for rows in weights.values():
            content.write(np.int64(rows.size).tobytes() + rows.tobytes())
    return file


def test_a_file_of_pytorch_is_read_without_it(tmp_path: Path) -> None:
    weights = {
        "a.weight": np.arange(24, dtype=np.float32).reshape(2, 3, 4),
        "b.bias": np.ones(5, np.float32),
    }
    read = read_weights(write(tmp_path / "some.pth", weights))
    assert list(read) == list(weights)
    assert all(np.array_equal(read[name], rows) for name, rows in weights.items())


def test_a_file_that_would_run_something_is_refused(tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[Any, ...]:
            return print, ("run",)

    (tmp_path / "evil.pth").write_bytes(pickle.dumps(Evil()) * 4)
    with pytest.raises(pickle.UnpicklingError, match="print has no place"):
        read_weights(tmp_path / "evil.pth")


def test_each_layer_gets_its_own_weights() -> None:
    network = EfficientNetLite0()
    weights: dict[str, NDArray[np.float32]] = {}
    for number, layer in enumerate(network.layers):
        rows = [
            np.full(one.shape, number + place / 8, np.float32)
            for place, one in enumerate(layer.get_weights())
        ]
        if isinstance(layer, keras.layers.BatchNormalization):
            names = ("weight", "bias", "running_mean", "running_var")
            weights |= {f"{number}.{name}": one for name, one in zip(names, rows, strict=True)}
        elif rows:
            turn = (2, 3, 0, 1) if isinstance(layer, keras.layers.DepthwiseConv2D) else (3, 2, 0, 1)
            weights[f"{number}.weight"] = rows[0].transpose(turn)
    fill(network, weights)
    filled = [(number, layer.get_weights()) for number, layer in enumerate(network.layers)]
    assert all((one == number + place / 8).all() for number, rows in filled for place, one in enumerate(rows))


def test_it_is_as_large_as_published() -> None:
    # 4,652,008 parameters with the classifier's 1,281,000 (Lite0), 6,092,072 (Lite2); running means and
    # variances of batch norm are not among them.
    sizes = [
        sum(int(np.prod(one.shape)) for one in made().trainable_weights)
        for made in (EfficientNetLite0, EfficientNetLite2)
    ]
    assert sizes == [4_652_008 - 1_281_000, 6_092_072 - 1_281_000]


def test_it_is_a_backbone_like_others() -> None:
    assert "efficientnetlite0" in backbone_names()
    features = backbone(None, "efficientnetlite0").predict_on_batch(np.zeros((1, 64, 64, 3), np.float32))
    assert {level: rows.shape for level, rows in features.items()} == {
        "late": (1, 1280),
        "middle": (1, 672),
        "early": (1, 240),
    }

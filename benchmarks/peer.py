"""The usual recipe, for comparison: Keras ResNet50 `predict()` per picture, scikit-learn over all vectors.

Weights and vectors are random, which takes as long as trained ones.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from .figures import Figure, milliseconds
from .memory import memory_of

VECTORS, DIMENSION = 45_000, 2048
NEIGHBOURS = 24


def measure_peer(repetitions: int) -> list[Figure]:
    """In a process of its own, so that this one stays without TensorFlow."""
    command = [sys.executable, "-m", "benchmarks.peer", str(repetitions)]
    quiet = os.environ | {"TF_CPP_MIN_LOG_LEVEL": "3", "KERAS_BACKEND": "tensorflow"}
    done = subprocess.run(command, capture_output=True, env=quiet, check=True, text=True)
    times: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return [
        milliseconds("Keras ResNet50 predict(), one picture", times["encode"]),
        milliseconds(f"scikit-learn brute force over {VECTORS:,} × {DIMENSION}", times["search"]),
        Figure("their process", times["resident"], "MB"),
    ]


def main(repetitions: int) -> None:
    encode, search = keras_encoder(), brute_force()
    times = {
        "encode": timed(encode, pictures(repetitions + 1)),
        "search": timed(search, vectors(repetitions + 1)),
        "resident": memory_of(os.getpid()).resident,
    }
    sys.stdout.write(json.dumps(times) + "\n")


def timed(act: Callable[[Any], object], inputs: Any) -> list[float]:
    """Seconds for each input; the first warms up and is left out."""
    seconds = []
    for one in inputs:
        start = time.perf_counter()
        act(one)
        seconds.append(time.perf_counter() - start)
    return seconds[1:]


def keras_encoder() -> Callable[[Any], object]:
    import keras

    network = keras.applications.ResNet50(weights=None, include_top=False, pooling="avg")
    return lambda picture: network.predict(picture[None], verbose=0)


def brute_force() -> Callable[[Any], object]:
    from sklearn.neighbors import NearestNeighbors

    neighbours = NearestNeighbors(n_neighbors=NEIGHBOURS, algorithm="brute", metric="euclidean")
    neighbours.fit(vectors(VECTORS))
    return lambda vector: neighbours.kneighbors(vector[None])


def pictures(count: int) -> Any:
    return np.random.default_rng(0).random((count, 224, 224, 3), dtype=np.float32)


def vectors(count: int) -> Any:
    drawn = np.random.default_rng(1).standard_normal((count, DIMENSION), dtype=np.float32)
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))

"""Four ways that photo search is usually built, as run and tuned, with random weights.

`python -m benchmarks.peers.recipes NAME tuned|as-run SETTINGS` measures one, in a process of its own.
"""

import io
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

STARTED = time.perf_counter()

import numpy as np  # noqa: E402 - the clock runs from the process's start
from numpy.typing import NDArray  # noqa: E402

from benchmarks.memory import memory_of  # noqa: E402
from benchmarks.peers.load import Measured, embedded_a_second, loads_of, own_cpu  # noqa: E402

SIDE, DIMENSION, CODE = 224, 2048, 512
NEIGHBOURS = 24
CLASSES, CLUSTERS = 10, 10
CSV_ROWS = 1_000
"""The file has so many, and is read as often as all rows would take: whole it would be a gigabyte."""
Floats = NDArray[np.float32]
Search = Callable[[bytes], object]


def keras_and_brute_force(gallery: int, tuned: bool) -> Search:
    """1. ResNet50 for each picture, scikit-learn's brute-force Euclidean search over all."""
    encode, vectors = _encoder(tuned, _resnet()), _vectors(gallery, DIMENSION)
    return _searching(encode, vectors, tuned)


def class_restricted(gallery: int, tuned: bool) -> Search:
    """2. The model loaded in each request; the search among those of the class that it names."""
    vectors = _vectors(max(NEIGHBOURS, gallery // CLASSES), DIMENSION)
    if tuned:
        return _searching(_encoder(tuned, _resnet()), vectors, tuned)
    stored = Path(tempfile.mkdtemp()) / "model.keras"
    _resnet().save(stored)

    def search(photo: bytes) -> object:
        import keras

        model = keras.models.load_model(stored, compile=False)
        return _searching(_encoder(False, model), vectors, False)(photo)

    return search


def features_in_a_csv(gallery: int, tuned: bool) -> Search:
    """3. All features read from a CSV in each request, cosine in Python."""
    encode = _encoder(tuned, _resnet())
    if tuned:
        return _searching(encode, _vectors(gallery, DIMENSION), tuned)
    file = Path(tempfile.mkdtemp()) / "features.csv"
    rows = min(gallery, CSV_ROWS)
    np.savetxt(file, _vectors(rows, DIMENSION), delimiter=",", fmt="%.7g")

    def search(photo: bytes) -> object:
        query, near = encode(photo), list[float]()
        for _ in range(max(1, gallery // rows)):
            for line in file.read_text().splitlines():
                features = np.array([float(number) for number in line.split(",")])
                near.append(float(features @ query / np.linalg.norm(features) / np.linalg.norm(query)))
        return sorted(near)[-NEIGHBOURS:]

    return search


def autoencoder_and_clusters(gallery: int, tuned: bool) -> Search:
    """4. An autoencoder's code, k-means, k-NN within the cluster."""
    from sklearn.cluster import KMeans

    vectors = _vectors(gallery, CODE)
    clusters = KMeans(CLUSTERS, n_init=1, max_iter=10, random_state=0).fit(vectors)
    parts = [_searching_vectors(vectors[clusters.labels_ == n], tuned) for n in range(CLUSTERS)]
    encode = _encoder(tuned, _autoencoder())

    def search(photo: bytes) -> object:
        code = encode(photo)
        return parts[int(clusters.predict(code[None])[0])](code)

    return search


RECIPES: dict[str, Callable[[int, bool], Search]] = {
    "1. ResNet50 + brute force": keras_and_brute_force,
    "2. model per request + class": class_restricted,
    "3. features in a CSV": features_in_a_csv,
    "4. autoencoder + clusters": autoencoder_and_clusters,
}


def _resnet() -> Any:
    import keras

    return keras.applications.ResNet50(weights=None, include_top=False, pooling="avg")


def _autoencoder() -> Any:
    import keras

    layers = [keras.layers.Conv2D(n, 3, 2, "same", activation="relu") for n in (32, 64, 128, 256)]
    head = [keras.layers.GlobalAveragePooling2D(), keras.layers.Dense(CODE)]
    return keras.Sequential([keras.layers.Input((SIDE, SIDE, 3)), *layers, *head])


def _encoder(tuned: bool, model: Any) -> Callable[[bytes], Floats]:
    """As run: whole JPEG by Pillow, `predict()`. Tuned: a small decoding of it, one traced function."""
    if not tuned:
        return lambda photo: model.predict(_opened(photo)[None], verbose=0)[0]
    import tensorflow as tf

    @tf.function(input_signature=[tf.TensorSpec((None, None, 3), tf.uint8)])  # type: ignore[untyped-decorator]
    def encode(pixels: Any) -> Any:
        return model(tf.image.resize(pixels[None], (SIDE, SIDE)), training=False)[0]

    def encoded(photo: bytes) -> Floats:
        ratio = 8 if len(photo) > 1_000_000 else 2
        vector: Floats = encode(tf.io.decode_jpeg(photo, channels=3, ratio=ratio)).numpy()
        return vector

    return encoded


def _opened(photo: bytes) -> Floats:
    import keras

    return np.asarray(keras.utils.load_img(io.BytesIO(photo), target_size=(SIDE, SIDE)), np.float32)


def _searching(encode: Callable[[bytes], Floats], vectors: Floats, tuned: bool) -> Search:
    find = _searching_vectors(vectors, tuned)
    return lambda photo: find(encode(photo))


def _searching_vectors(vectors: Floats, tuned: bool) -> Callable[[Floats], object]:
    count = min(NEIGHBOURS, len(vectors))
    if tuned:
        lengths = (vectors**2).sum(axis=1)
        return lambda query: np.argpartition(lengths - 2 * vectors @ query, count - 1)[:count]
    from sklearn.neighbors import NearestNeighbors

    neighbours = NearestNeighbors(n_neighbors=count, algorithm="brute", metric="euclidean").fit(vectors)
    return lambda query: neighbours.kneighbors(query[None])


def _vectors(count: int, dimension: int) -> Floats:
    return np.random.default_rng(0).standard_normal((count, dimension), dtype=np.float32)


def main(name: str, how: str, settings: dict[str, Any]) -> None:
    photos = {size: Path(file).read_bytes() for size, file in settings["photos"].items()}
    search = RECIPES[name](settings["gallery"], how == "tuned")
    first = next(iter(photos.values()))
    search(first)
    start = time.perf_counter() - STARTED
    loads = {size: loads_of(lambda p=photo: search(p), settings["seconds"]) for size, photo in photos.items()}  # type: ignore[misc]
    before, count = own_cpu(), settings["counted"]
    for _ in range(count):
        search(first)
    cpu = 1000 * (own_cpu() - before) / count
    memory = memory_of(int(Path("/proc/self").resolve().name)).resident
    measured = Measured(f"{name}, {how}", start, memory, cpu, loads, _embedded(name, how, settings))
    sys.stdout.write(json.dumps(measured.as_json()) + "\n")


def _embedded(name: str, how: str, settings: dict[str, Any]) -> float | None:
    """By the first recipe, whose network the others share."""
    if name != next(iter(RECIPES)):
        return None
    encode = _encoder(how == "tuned", _resnet())
    return embedded_a_second(encode, settings["products"], at_once=1)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], json.loads(sys.argv[3]))

"""Vectors of a folder of pictures, as the shop itself would make them."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from catalog.imaging import PictureError, open_picture
from recommendations.encoders.pool import EncoderPool

Vector = NDArray[np.float32]


def files_under(folder: Path) -> list[Path]:
    """Every file under the folder in order of its path, hidden ones left out."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return sorted(
        file for file in files if not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )


def encode_files(
    files: Sequence[Path],
    pool: EncoderPool,
    *,
    refused: Callable[[Path, str], object],
    done: Callable[[], object],
) -> list[tuple[Path, Vector]]:
    """Each readable file and its vector (dimension,), in order.

    `refused` is told each other file and why.

    Raises EncoderArtefactError.
    """
    encoded: list[tuple[Path, Vector]] = []
    with ThreadPoolExecutor(pool.size) as workers:
        for file, answer in zip(files, workers.map(lambda file: _encode(file, pool), files), strict=True):
            done()
            if isinstance(answer, str):
                refused(file, answer)
            else:
                encoded.append((file, answer))
    return encoded


def _encode(file: Path, pool: EncoderPool) -> Vector | str:
    try:
        data = file.read_bytes()
        with pool.encoder() as encoder:
            picture = open_picture(data, side=encoder.card.input_size)
            vector: Vector = encoder.encode([picture]).vectors[0]
            return vector
    except OSError as error:
        return error.strerror or "cannot be read"
    except PictureError as error:
        return str(error)

import os
import sys
from pathlib import Path
from typing import Any

import numpy as np
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from recommendations.encoders import EncoderArtefactError, UnknownEncoder, shared_pool
from recommendations.encoders.folder import Vector, encode_files, files_under


class Command(BaseCommand):
    help = "Writes the vectors of all pictures under a folder, made as the shop makes its own."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR")
        parser.add_argument("--output", type=Path, required=True, metavar="FILE.npz")
        parser.add_argument("--encoder", default=settings.VITRINE_ENCODER, metavar="KEY")

    def handle(self, *args: Any, folder: Path, output: Path, encoder: str, **options: Any) -> None:
        _check(folder, output)
        try:
            encoded = self._encode(folder, encoder)
        except (UnknownEncoder, EncoderArtefactError) as error:
            raise CommandError(str(error)) from error
        if not encoded:
            raise CommandError(f"No picture under {folder} can be read.")
        names = [file.relative_to(folder).as_posix() for file, _ in encoded]
        vectors = np.stack([vector for _, vector in encoded])
        _write(output, np.array(names), vectors)
        self.stdout.write(f"{len(names)} vectors of {vectors.shape[1]} numbers by {encoder}: {output}")

    def _encode(self, folder: Path, encoder: str) -> list[tuple[Path, Vector]]:
        files = files_under(folder)
        with tqdm(total=len(files), unit="picture", disable=None) as bar:

            def refused(file: Path, why: str) -> None:
                with bar.external_write_mode(file=sys.stderr):
                    self.stderr.write(f"{file.relative_to(folder).as_posix()}: {why}")

            return encode_files(files, shared_pool(encoder), refused=refused, done=bar.update)


def _check(folder: Path, output: Path) -> None:
    if not folder.is_dir():
        raise CommandError(f"There is no folder {folder}.")
    if output.suffix != ".npz":
        raise CommandError(f"The output is a NumPy archive: name it {output.name}.npz.")
    if not output.absolute().parent.is_dir():
        raise CommandError(f"There is no folder {output.absolute().parent} to write to.")


def _write(output: Path, names: np.ndarray[Any, Any], vectors: Vector) -> None:
    fresh = output.with_name(f".{output.name}.fresh")
    try:
        with fresh.open("wb") as file:
            np.savez(file, names=names, vectors=vectors)
        os.replace(fresh, output)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise CommandError(f"{output} cannot be written: {error.strerror}.") from error

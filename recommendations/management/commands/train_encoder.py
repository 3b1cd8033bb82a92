from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm


class Command(BaseCommand):
    help = "Trains an encoder on studio shots and phone photos, and writes it as the shop can run it."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--products", type=Path, required=True, metavar="DIR", help="products.csv and images/"
        )
        parser.add_argument(
            "--photos", type=Path, required=True, metavar="DIR", help="photos.csv and images/"
        )
        parser.add_argument(
            "--weights", required=True, metavar="imagenet|PATH", help="where MobileNetV2 starts from"
        )
        parser.add_argument(
            "--output",
            type=Path,
            required=True,
            metavar="DIR",
            help="the artefact; the folder's name is its key",
        )
        parser.add_argument("--epochs", type=int, default=6)
        parser.add_argument(
            "--image-size", type=int, default=160, help="side of the squares trained on, in pixels"
        )
        parser.add_argument(
            "--serving-size", type=int, default=192, help="side of the squares the shop encodes"
        )
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument(
            "--leave-out",
            action="append",
            default=[],
            metavar="TYPE",
            help="an article type to train without, to measure how unseen kinds are found; may be repeated",
        )
        parser.add_argument("--resume", action="store_true", help="go on from the checkpoint in --output")

    def handle(self, *args: Any, **options: Any) -> None:
        _check(options)
        try:
            self._train(options)
        except ImportError as error:
            raise CommandError(
                f"Training needs TensorFlow: pip install 'vitrine[train]' ({error})."
            ) from error
        except KeyboardInterrupt:
            raise CommandError(
                "Stopped. The same command with --resume goes on from the last checkpoint."
            ) from None

    def _train(self, options: dict[str, Any]) -> None:
        from recommendations.training.datasets import DatasetError, read_photos, read_products, without_types
        from recommendations.training.export import ExportError
        from recommendations.training.make import make_encoder
        from recommendations.training.train import Reports, Settings, TrainingError

        settings = Settings(**{name: options[name] for name in Settings.__dataclass_fields__})
        try:
            products, photos = read_products(options["products"]), read_photos(options["photos"])
            products = without_types(products, options["leave_out"])
            with Bars() as bars:
                report = Reports(read=bars.read, step=bars.step)
                make_encoder(
                    products, photos, settings, options["output"], resume=options["resume"], report=report
                )
        except (DatasetError, TrainingError, ExportError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{options['output']} is ready: list its parent in VITRINE_ENCODER_DIRS to use it.")


class Bars:
    """One progress bar for reading, then one for learning."""

    def __enter__(self) -> "Bars":
        self._bar: Any = tqdm(desc="reading", unit="picture")
        return self

    def __exit__(self, *error: object) -> None:
        self._bar.close()

    def read(self, pictures: int) -> None:
        self._bar.update(pictures)

    def step(self, step: int, steps: int, losses: dict[str, float]) -> None:
        if self._bar.total is None:
            self._bar.close()
            self._bar = tqdm(desc="learning", unit="step", total=steps, initial=step - 1)
        self._bar.set_postfix({name: f"{loss:.2f}" for name, loss in losses.items()}, refresh=False)
        self._bar.update()


def _check(options: dict[str, Any]) -> None:
    weights = options["weights"]
    if weights != "imagenet" and not Path(weights).is_file():
        raise CommandError(
            f"There is no file of weights {weights}. Give a path, or imagenet to download them."
        )
    for name in ("image_size", "serving_size"):
        if options[name] % 32 or not 32 <= options[name] <= 512:
            raise CommandError(f"--{name.replace('_', '-')} is a multiple of 32 between 32 and 512.")
    if options["epochs"] < 1:
        raise CommandError("--epochs is at least 1.")

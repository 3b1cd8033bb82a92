from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from recommendations.management.commands.train_encoder import Bars


class Command(BaseCommand):
    help = "Trains the network that finds the goods in a photo, on products composed into scenes."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--products", type=Path, required=True, metavar="DIR", help="products.csv and images/"
        )
        parser.add_argument(
            "--photos", type=Path, required=True, metavar="DIR", help="photos.csv and images/: the grounds"
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
        parser.add_argument("--steps", type=int, default=1600, help="batches of 32 scenes")
        parser.add_argument(
            "--photo-steps", type=int, default=240, help="further batches, a quarter of them real photos"
        )
        parser.add_argument("--image-size", type=int, default=192, help="side of the scenes, in pixels")
        parser.add_argument("--seed", type=int, default=1)
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
        from recommendations.training.datasets import DatasetError, read_photos, read_products
        from recommendations.training.export import ExportError
        from recommendations.training.regions.make import make_finder
        from recommendations.training.regions.train import Settings
        from recommendations.training.train import Reports, TrainingError

        settings = Settings(**{name: options[name] for name in Settings.__dataclass_fields__})
        try:
            products, photos = read_products(options["products"]), read_photos(options["photos"])
            with Bars() as bars:
                report = Reports(read=bars.read, step=bars.step)
                make_finder(
                    products, photos, settings, options["output"], resume=options["resume"], report=report
                )
        except (DatasetError, TrainingError, ExportError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{options['output']} is ready: give its path in VITRINE_REGIONS to use it.")


def _check(options: dict[str, Any]) -> None:
    weights = options["weights"]
    if weights != "imagenet" and not Path(weights).is_file():
        raise CommandError(
            f"There is no file of weights {weights}. Give a path, or imagenet to download them."
        )
    if options["image_size"] % 32 or not 64 <= options["image_size"] <= 512:
        raise CommandError("--image-size is a multiple of 32 between 64 and 512.")
    if options["steps"] < 1 or options["photo_steps"] < 0:
        raise CommandError("--steps is at least 1, --photo-steps at least 0.")

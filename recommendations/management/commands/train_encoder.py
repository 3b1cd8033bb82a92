from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm


class Command(BaseCommand):
    help = "Trains an encoder on studio shots and phone photos, and writes it as the shop can run it."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        self._add_data(parser)
        self._add_network(parser)
        self._add_schedule(parser)

    def _add_data(self, parser: CommandParser) -> None:
        data = parser.add_argument_group("data")
        data.add_argument(
            "--products", type=Path, required=True, metavar="DIR", help="images/, and products.csv if any"
        )
        data.add_argument("--photos", type=Path, metavar="DIR", help="photos.csv and images/")
        data.add_argument(
            "--leave-out", action="append", metavar="TYPE", help="a type not to learn from; may be repeated"
        )
        data.add_argument(
            "--licence", action="append", metavar="TEXT", help="a line for the card; may be repeated"
        )

    def _add_network(self, parser: CommandParser) -> None:
        network = parser.add_argument_group("network")
        network.add_argument(
            "--backbone",
            default="mobilenetv2",
            metavar="NAME",
            help="any network of keras.applications, or efficientnetlite0, 1 or 2",
        )
        network.add_argument(
            "--weights", required=True, metavar="imagenet|PATH", help="where the backbone starts from"
        )
        network.add_argument(
            "--initial", default="", metavar="FILE", help="network.keras of an earlier run, to start from"
        )
        network.add_argument(
            "--output", type=Path, required=True, metavar="DIR", help="the folder's name is the key"
        )
        network.add_argument(
            "--network-only",
            action="store_true",
            help="stop at network.keras; with it as --initial and --epochs 0 the rest is made elsewhere",
        )

    def _add_schedule(self, parser: CommandParser) -> None:
        schedule = parser.add_argument_group("schedule")
        schedule.add_argument(
            "--epochs", type=int, default=8, help="0 to do nothing with --initial but export it"
        )
        schedule.add_argument("--products-each", type=int, default=40, help="products in a batch")
        schedule.add_argument("--photos-each", type=int, default=20, help="photos in a batch")
        schedule.add_argument(
            "--image-size", type=int, default=128, help="side of the squares trained on, in pixels"
        )
        schedule.add_argument(
            "--serving-size", type=int, default=160, help="side of the squares the shop encodes"
        )
        schedule.add_argument("--rate", type=float, default=8e-4, help="highest learning rate")
        schedule.add_argument(
            "--backbone-rate", type=float, default=1.0, help="times --rate, for the backbone"
        )
        schedule.add_argument(
            "--frozen", type=float, default=0.0, help="share of the backbone's lower layers to keep, 0 to 1"
        )
        schedule.add_argument(
            "--patience", type=int, default=4, help="epochs without a better score before it ends"
        )
        schedule.add_argument(
            "--settling-steps",
            type=int,
            default=60,
            help="batches at the end by which the statistics of batch norm are estimated anew",
        )
        schedule.add_argument("--seed", type=int, default=1)
        schedule.add_argument(
            "--workers", type=int, default=0, help="processes that make batches, for a fast GPU; 0: a thread"
        )
        schedule.add_argument("--resume", action="store_true", help="go on from the checkpoint in --output")

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
        from recommendations.training.backbones import UnknownBackboneError
        from recommendations.training.datasets import DatasetError, read_photos, read_products
        from recommendations.training.export import ExportError
        from recommendations.training.make import make_encoder
        from recommendations.training.train import Reports, Settings, TrainingError

        options["leave_out"] = tuple(options["leave_out"] or ())
        settings = Settings(**{name: options[name] for name in Settings.__dataclass_fields__})
        try:
            products = read_products(options["products"])
            photos = read_photos(options["photos"]) if options["photos"] else []
            with Bars(self.stdout.write) as bars:
                make_encoder(
                    products,
                    photos,
                    settings,
                    options["output"],
                    resume=options["resume"],
                    report=Reports(read=bars.read, step=bars.step, epoch=bars.epoch, say=bars.say),
                    licences=options["licence"] or (),
                    network_only=options["network_only"],
                )
        except (DatasetError, TrainingError, ExportError, UnknownBackboneError) as error:
            raise CommandError(str(error)) from error
        if options["network_only"]:
            self.stdout.write(f"{options['output'] / 'network.keras'} is ready.")
            return
        self.stdout.write(
            f"{options['output']} is ready, with a report.html to judge it by: "
            "list its parent in VITRINE_ENCODER_DIRS to use it."
        )


class Bars:
    """One progress bar for reading, then one for learning."""

    def __init__(self, write: Callable[[str], object] = print) -> None:
        self._write = write

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

    def epoch(self, epoch: int, figures: dict[str, float]) -> None:
        told = ", ".join(f"{name} {value:.3f}" for name, value in figures.items())
        self.say(f"After epoch {epoch}, on watched pictures: {told}")

    def say(self, sentence: str) -> None:
        self._bar.clear()
        self._write(sentence)


SHARES = {"rate": (0, 1), "backbone_rate": (0, 1), "frozen": (-1e-9, 0.99)}


def _check(options: dict[str, Any]) -> None:
    weights, initial = options["weights"], options["initial"]
    if weights != "imagenet" and not Path(weights).is_file():
        raise CommandError(
            f"There is no file of weights {weights}. Give a path, or imagenet to download them."
        )
    if initial and not Path(initial).is_file():
        raise CommandError(f"There is no network {initial} to start from.")
    _check_numbers(options)


def _check_numbers(options: dict[str, Any]) -> None:
    for name in ("image_size", "serving_size"):
        if options[name] % 32 or not 32 <= options[name] <= 512:
            raise CommandError(f"{_option(name)} is a multiple of 32 between 32 and 512.")
    least = {
        "epochs": 0 if options["initial"] else 1,
        "patience": 1,
        "products_each": 2,
        "photos_each": 0,
        "settling_steps": 0,
        "workers": 0,
    }
    for name, smallest in least.items():
        if options[name] < smallest:
            raise CommandError(f"{_option(name)} is at least {smallest}.")
    for name, (above, most) in SHARES.items():
        if not above < options[name] <= most:
            raise CommandError(f"{_option(name)} is over {max(above, 0)} and at most {most}.")


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"

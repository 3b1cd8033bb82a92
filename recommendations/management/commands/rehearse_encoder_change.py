from argparse import ArgumentParser
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from catalog.services.stored_pictures import read_stored
from recommendations.models import Encoder
from recommendations.rehearsal import Ask, Rehearsal, photo_search, rehearse, similar_looks
from recommendations.selectors.encoder_comparison import sample_products
from recommendations.services.encoders import EncoderChangeError, switch_encoder

PHOTOS = 4


class Command(BaseCommand):
    help = (
        "Switches a running shop to another encoder and back, again and again, and counts what shoppers get."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--url", default="http://127.0.0.1:8000", help="of the shop, on this database")
        parser.add_argument(
            "--encoder", default="colour-histogram", help="filled already: `reembed --encoder`"
        )
        parser.add_argument("--seconds", type=float, default=30.0)
        parser.add_argument("--every", type=float, default=2.0, help="seconds between two switches")
        parser.add_argument("--threads", type=int, default=4, help="shoppers at once")
        parser.add_argument("--products", type=int, default=40)

    def handle(self, *args: Any, **options: Any) -> None:
        one = Encoder.objects.active()
        other = Encoder.objects.filter(key=options["encoder"]).order_by("-pk").first()
        if other is None or other.pk == one.pk:
            raise CommandError(f"{options['encoder']} has to be another encoder, filled beside {one.key}.")
        asks = _asks(options["url"].rstrip("/"), one, other, options["products"])
        try:
            done = rehearse(
                asks,
                (partial(_switch, one), partial(_switch, other)),
                **{name: options[name] for name in ("seconds", "every", "threads")},
            )
        except EncoderChangeError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"The shop at {options['url']} does not answer: {error}") from error
        finally:
            connection.close()
        self.stdout.write(_report(done, one, other))
        if not done.is_clean:
            raise CommandError("Shoppers noticed.")


def _asks(url: str, one: Encoder, other: Encoder, count: int) -> dict[str, Ask]:
    products = sample_products(one, other, count=count)
    asks = {product.slug: similar_looks(url, product.slug) for product in products}
    for product in products[:PHOTOS]:
        image = product.images.order_by("position", "pk")[0]
        photo = read_stored(str(image.file.name), digest=image.digest)
        asks[f"photo of {product.slug}"] = photo_search(url, photo)
    return asks


def _switch(encoder: Encoder) -> None:
    switch_encoder(encoder=encoder, by="rehearsal", now=timezone.now())


def _report(done: Rehearsal, one: Encoder, other: Encoder) -> str:
    return (
        f"{done.asked} lists asked for while the encoder changed {done.switches} times: "
        f"{done.of_each[0]} by {one.key}, {done.of_each[1]} by {other.key}; "
        f"{done.empty} empty, {done.mixed} mixed, {done.failed} failed."
    )

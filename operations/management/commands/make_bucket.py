from argparse import ArgumentParser
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from operations.media.bucket import make_bucket
from operations.media.refusals import storage_refusal


class Command(BaseCommand):
    help = "Makes the bucket that VITRINE_S3_BUCKET names, where it is not there yet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--patience", type=float, default=0, metavar="SECONDS", help="for a server that is only starting"
        )

    def handle(self, *args: Any, patience: float, **options: Any) -> None:
        bucket = settings.VITRINE_S3_BUCKET
        if not bucket:
            raise CommandError("Pictures are stored in a folder: name a bucket in VITRINE_S3_BUCKET first.")
        try:
            made = make_bucket(patience=patience)
        except (BotoCoreError, ClientError) as error:
            raise CommandError(storage_refusal(error)) from error
        self.stdout.write(f"The bucket {bucket} {'was made' if made else 'is there'}.")

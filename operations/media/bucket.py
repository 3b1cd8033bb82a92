"""The bucket itself, before anything is in it."""

import time
from typing import Any

from botocore import exceptions
from django.core.files.storage import default_storage


def make_bucket(*, patience: float) -> bool:
    """Makes the bucket of the default storage where it is not there yet; says whether it had to be made.

    Asks once a second for `patience` seconds while its server does not answer, as one that is only starting.
    Raises ClientError and BotoCoreError.
    """
    bucket: Any = default_storage.bucket  # type: ignore[attr-defined]
    client = bucket.meta.client
    until = time.monotonic() + patience
    while True:
        try:
            client.head_bucket(Bucket=bucket.name)
        except (exceptions.ClientError, exceptions.ConnectionError, exceptions.HTTPClientError) as error:
            status = _status(error)
            if status == 404:
                break
            if status < 500 or time.monotonic() > until:
                raise
            time.sleep(1)
        else:
            return False
    region = client.meta.region_name
    where = {"CreateBucketConfiguration": {"LocationConstraint": region}} if region != "us-east-1" else {}
    client.create_bucket(Bucket=bucket.name, **where)
    return True


def _status(error: Exception) -> int:
    """Of the answer; a server that gives none counts as one that is not available."""
    if isinstance(error, exceptions.ClientError):
        return int(error.response["ResponseMetadata"]["HTTPStatusCode"])
    return 503

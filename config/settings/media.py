"""Where pictures are stored."""

from typing import Any
from urllib.parse import urlsplit

from .environment import Environment
from .refusals import refuse_contradictions


def media_storage(env: Environment) -> dict[str, Any]:
    """A folder; a bucket where one is named. Raises ImproperlyConfigured."""
    bucket = env.str("VITRINE_S3_BUCKET", default="")
    endpoint = env.str("VITRINE_S3_ENDPOINT", default="")
    cdn = env.str("VITRINE_S3_CDN", default="")
    # Off for a bucket that anyone may read: plain addresses are cheaper, and browsers keep the files.
    signed = env.bool("VITRINE_S3_SIGNED_URLS", default=not cdn)
    refuse_contradictions(bucket=bucket, endpoint=endpoint, cdn=cdn, signed=signed)
    if not bucket:
        return {"BACKEND": "operations.media.folder.WholeFileStorage"}
    return {
        "BACKEND": "operations.media.storage.SteadyS3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": endpoint or None,
            "region_name": env.str("VITRINE_S3_REGION", default="us-east-1"),
            "custom_domain": cdn or None,
            "default_acl": None,  # the bucket's own, which is private
            "file_overwrite": False,
            "querystring_auth": signed,
            "client_config": _client_config(),
        },
    }


def media_origins(env: Environment) -> list[str]:
    """Where browsers fetch pictures from besides the shop: as set, otherwise what their addresses name."""
    cdn = env.str("VITRINE_S3_CDN", default="")
    endpoint = urlsplit(env.str("VITRINE_S3_ENDPOINT", default=""))
    named = (
        [f"https://{cdn}"] if cdn else [f"{endpoint.scheme}://{endpoint.netloc}"] if endpoint.netloc else []
    )
    return list(env.list("VITRINE_MEDIA_ORIGINS", default=named))


def _client_config() -> Any:
    from botocore.config import Config  # takes a third of a second, and only a bucket needs it

    return Config(
        signature_version="s3v4",
        connect_timeout=2,
        read_timeout=5,
        retries={"total_max_attempts": 2, "mode": "standard"},
        # Servers that are not Amazon's refuse the checksums that newer clients add by themselves.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )

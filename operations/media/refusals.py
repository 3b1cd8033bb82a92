"""What a storage would not do, in a sentence that says what to do."""

import errno
from pathlib import Path
from typing import Final

from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError
from django.conf import settings

_REFUSED: Final = {
    "403", "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "AuthFailure", "ExpiredToken",
}  # fmt: skip
_MISSING: Final = {"404", "NoSuchBucket"}


def storage_refusal(error: BaseException) -> str:
    """Of whatever a storage raised."""
    if isinstance(error, ClientError):
        return _s3(str(error.response.get("Error", {}).get("Code", "")), error)
    if isinstance(error, NoCredentialsError):
        return "The bucket has no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
    if isinstance(error, BotoCoreError):
        return f"The bucket's server does not answer ({type(error).__name__}): see to VITRINE_S3_ENDPOINT."
    if isinstance(error, OSError):
        return _folder(error)
    return f"The storage fails ({type(error).__name__}): see the log."


def _s3(code: str, error: ClientError) -> str:
    bucket = settings.VITRINE_S3_BUCKET
    if code in _MISSING:
        return f"There is no bucket {bucket}: make it, or set VITRINE_S3_BUCKET to one that there is."
    if code in _REFUSED:
        return (
            f"The bucket {bucket} refuses our credentials ({code}): see to AWS_ACCESS_KEY_ID and its rights."
        )
    return f"The bucket {bucket} answers {code or error}: see its server's log."


def _folder(error: OSError) -> str:
    folder = _whose(error)
    if error.errno == errno.ENOSPC:
        return f"The disk of {folder} is full: free some space."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{folder} cannot be written to ({error.strerror}): make it this process's own and writable."
    return f"{folder} cannot be used ({error.strerror or error}): see to VITRINE_MEDIA_ROOT."


def _whose(error: OSError) -> Path:
    """The folder of pictures, unless the error names a file that lies elsewhere, as those of an import do."""
    media = Path(settings.MEDIA_ROOT)
    named = Path(error.filename) if isinstance(error.filename, str) else media
    return media if named.is_relative_to(media) else named.parent

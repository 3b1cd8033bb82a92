"""Addresses in a real bucket's words; nothing is sent anywhere to make one."""

import pytest
from storages.backends.s3 import S3Storage

from catalog.thumbnails import ThumbnailUrls

WIDTHS = [160, 320, 480]
DIGEST = "abcdef123456" + "0" * 52


def bucket(*, signed: bool, **options: object) -> S3Storage:
    keys = {"access_key": "key", "secret_key": "secret"}
    return S3Storage(bucket_name="shop", querystring_auth=signed, signature_version="s3v4", **keys, **options)


def test_a_bucket_that_anyone_may_read_offers_every_width() -> None:
    urls = ThumbnailUrls(bucket(signed=False))
    base = "https://shop.s3.amazonaws.com/thumbnails/7-abcdef123456"
    assert urls.src(7, DIGEST, WIDTHS) == f"{base}/480w.webp"
    assert (
        urls.srcset(7, DIGEST, WIDTHS)
        == f"{base}/160w.webp 160w, {base}/320w.webp 320w, {base}/480w.webp 480w"
    )
    assert urls.share(7, DIGEST, 720) == f"{base}/720w.jpeg"


def test_a_folder_in_the_bucket_and_a_name_of_its_own_are_kept() -> None:
    urls = ThumbnailUrls(bucket(signed=False, location="pictures", custom_domain="cdn.example"))
    assert urls.src(7, DIGEST, WIDTHS, width=160) == (
        "https://cdn.example/pictures/thumbnails/7-abcdef123456/160w.webp"
    )


@pytest.mark.parametrize("width", [None, 160])
def test_a_signing_bucket_signs_the_one_that_is_asked_for(width: int | None) -> None:
    urls = ThumbnailUrls(bucket(signed=True, region_name="eu-west-1"))
    url = urls.src(7, DIGEST, WIDTHS, **({"width": width} if width else {}))
    assert f"/thumbnails/7-abcdef123456/{width or 480}w.webp?X-Amz-Algorithm=" in url
    assert urls.srcset(7, DIGEST, WIDTHS) == ""

"""Pictures in a bucket, over HTTP."""

import io
import re
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone
from moto.server import ThreadedMotoServer
from pytest_django import Settings

from catalog.models import ProductImage
from catalog.services.thumbnails import make_due_thumbnails
from config.settings.environment import Environment
from config.settings.media import media_origins, media_storage
from operations.doctor import Level, storage
from recommendations.models import ImageEmbedding
from recommendations.services.embedding import embed_images
from tests.factories import make_product


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    yield "http://{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture
def bucket_name(request: pytest.FixtureRequest) -> str:
    return "bucket-" + re.sub(r"[^a-z]+", "-", request.node.name)


@pytest.fixture
def use_bucket(
    server: str, bucket_name: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., None]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    boto3.client("s3", endpoint_url=server, region_name="us-east-1").create_bucket(Bucket=bucket_name)

    def use(bucket: str = bucket_name, **variables: str) -> None:
        values = {"VITRINE_S3_BUCKET": bucket, "VITRINE_S3_ENDPOINT": server, **variables}
        for name, value in values.items():
            monkeypatch.setenv(name, value)
        settings.VITRINE_S3_BUCKET = bucket
        settings.STORAGES = {**settings.STORAGES, "default": media_storage(Environment())}

    return use


def keys(server: str, bucket: str) -> list[str]:
    client = boto3.client("s3", endpoint_url=server, region_name="us-east-1")
    return [found["Key"] for found in client.list_objects_v2(Bucket=bucket).get("Contents", [])]


def test_a_pictures_life(
    server: str, bucket_name: str, use_bucket: Callable[..., None], transactional_db: None
) -> None:
    use_bucket()
    product = make_product(images=1)
    image = product.images.get()
    assert keys(server, bucket_name) == [image.file.name]
    make_due_thumbnails(now=timezone.now())
    embed_images(image_ids=[image.pk])
    image.refresh_from_db()
    assert ImageEmbedding.objects.filter(image=image, state="ready").exists()
    assert len(keys(server, bucket_name)) == 1 + len(image.thumbnail_widths) + bool(image.thumbnail_widths)
    assert "X-Amz-Signature" in image.file.url
    with urllib.request.urlopen(image.file.url) as answer, image.file.open() as file:
        assert answer.read() == file.read()
    product.delete()
    assert keys(server, bucket_name) == []


def test_addresses_of_a_cdn_are_plain(use_bucket: Callable[..., None]) -> None:
    use_bucket(VITRINE_S3_CDN="cdn.example")
    assert default_storage.url("products/a.jpg") == "https://cdn.example/products/a.jpg"


def test_browsers_may_fetch_what_addresses_name(monkeypatch: pytest.MonkeyPatch) -> None:
    assert media_origins(Environment()) == []
    monkeypatch.setenv("VITRINE_S3_ENDPOINT", "http://s3:8333/")
    assert media_origins(Environment()) == ["http://s3:8333"]
    monkeypatch.setenv("VITRINE_S3_CDN", "cdn.example")
    assert media_origins(Environment()) == ["https://cdn.example"]
    monkeypatch.setenv("VITRINE_MEDIA_ORIGINS", "https://a.example,https://b.example")
    assert media_origins(Environment()) == ["https://a.example", "https://b.example"]


def test_a_bucket_is_made_once(
    server: str, bucket_name: str, use_bucket: Callable[..., None], settings: Settings
) -> None:
    use_bucket(f"{bucket_name}-new", VITRINE_S3_REGION="eu-central-1")
    call_command("make_bucket", stdout=(output := io.StringIO()))
    call_command("make_bucket", stdout=output)
    assert output.getvalue().splitlines() == [
        f"The bucket {bucket_name}-new was made.", f"The bucket {bucket_name}-new is there.",
    ]  # fmt: skip
    assert _said() == ""
    use_bucket(VITRINE_S3_ENDPOINT="http://127.0.0.1:1")
    with pytest.raises(CommandError, match="see to VITRINE_S3_ENDPOINT"):
        call_command("make_bucket")
    settings.VITRINE_S3_BUCKET = ""
    with pytest.raises(CommandError, match="name a bucket in VITRINE_S3_BUCKET first"):
        call_command("make_bucket")


def test_signed_addresses_stay_for_a_while(
    use_bucket: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    use_bucket()
    now = time.time()
    first = default_storage.url("products/a.jpg")
    monkeypatch.setattr("time.time", lambda: now + 1)
    assert default_storage.url("products/a.jpg") == first
    kept = default_storage._wrapped._signed  # type: ignore[attr-defined]
    monkeypatch.setattr("time.time", lambda: now + 1000)
    default_storage.url("products/b.jpg")
    assert "products/a.jpg" in kept
    assert "products/a.jpg" not in default_storage._wrapped._signed  # type: ignore[attr-defined]


def test_patience(use_bucket: Callable[..., None]) -> None:
    use_bucket()
    config: Any = default_storage.connection.meta.client.meta.config  # type: ignore[attr-defined]
    assert (config.connect_timeout, config.read_timeout, config.signature_version) == (2, 5, "s3v4")
    assert config.retries["total_max_attempts"] == 2


def test_what_a_bucket_refuses_is_a_sentence(
    server: str, bucket_name: str, use_bucket: Callable[..., None]
) -> None:
    use_bucket("none")
    assert _said() == "There is no bucket none: make it, or set VITRINE_S3_BUCKET to one that there is."
    use_bucket(VITRINE_S3_ENDPOINT="http://127.0.0.1:1")
    assert "does not answer (EndpointConnectionError): see to VITRINE_S3_ENDPOINT" in _said()
    known, secret = _key_to_everything(server)
    _require_credentials(server, after="0")
    try:
        use_bucket(AWS_ACCESS_KEY_ID=known, AWS_SECRET_ACCESS_KEY=secret, VITRINE_S3_ENDPOINT=server)
        assert _said() == ""
        for wrong in ({"AWS_SECRET_ACCESS_KEY": "wrong"}, {"AWS_ACCESS_KEY_ID": "unknown"}):
            use_bucket(**wrong)
            assert f"The bucket {bucket_name} refuses our credentials (" in _said()
    finally:
        _require_credentials(server, after="inf")


def test_from_a_folder_into_the_bucket(
    server: str,
    bucket_name: str,
    use_bucket: Callable[..., None],
    db: None,
    settings: Settings,
    tmp_path: Path,
) -> None:
    settings.MEDIA_ROOT = tmp_path
    images = [make_product().images.get() for _ in range(4)]
    assert isinstance(default_storage._wrapped, FileSystemStorage)  # type: ignore[attr-defined]
    names = [str(image.file) for image in images]
    (tmp_path / names[2]).write_bytes(b"damaged")
    (tmp_path / names[3]).unlink()
    use_bucket()
    default_storage.save(names[0], io.BytesIO(b"broken off"))
    with pytest.raises(CommandError, match="Save the named pictures again"):
        call_command(
            "move_media", tmp_path, stdout=(output := io.StringIO()), stderr=(errors := io.StringIO())
        )
    assert output.getvalue().startswith(
        "2 pictures copied, 0 were there already, 1 are missing, 1 are damaged"
    )
    assert f"{names[2]} is damaged" in errors.getvalue()
    assert f"{names[3]} is missing" in errors.getvalue()

    ProductImage.objects.filter(pk__in=[images[2].pk, images[3].pk]).delete()
    call_command("move_media", tmp_path, stdout=(output := io.StringIO()))
    assert output.getvalue().startswith("0 pictures copied, 2 were there already")
    assert sorted(keys(server, bucket_name)) == sorted(names[:2])


def _said() -> str:
    return " ".join(finding.text for finding in storage.examine() if finding.level == Level.PROBLEM)


def _key_to_everything(server: str) -> tuple[str, str]:
    iam = boto3.client("iam", endpoint_url=server, region_name="us-east-1")
    iam.create_user(UserName="shop")
    everything = (
        '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}'
    )
    iam.put_user_policy(UserName="shop", PolicyName="all", PolicyDocument=everything)
    key = iam.create_access_key(UserName="shop")["AccessKey"]
    return key["AccessKeyId"], key["SecretAccessKey"]


def _require_credentials(server: str, *, after: str) -> None:
    headers = {"Content-Type": "text/plain"}
    request = urllib.request.Request(f"{server}/moto-api/reset-auth", after.encode(), headers, method="POST")
    urllib.request.urlopen(request).close()

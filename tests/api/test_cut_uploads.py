"""A connection that ends in the middle of a photo."""

import json
import socket
from urllib.parse import urlsplit

import pytest
from pytest_django.live_server_helper import LiveServer

from recommendations.models import PhotoQuery
from tests.photo_search.shop import photo

pytestmark = pytest.mark.django_db(transaction=True)


def test_half_a_photo(live_server: LiveServer) -> None:
    part = b'--b\r\nContent-Disposition: form-data; name="photo"; filename="p.jpg"\r\n\r\n'
    body = part + photo(4).read() + b"\r\n--b--\r\n"
    head = (
        "POST /api/v1/visual-searches/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        f"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    place = urlsplit(live_server.url)
    with socket.create_connection((place.hostname, place.port), timeout=10) as connection:
        connection.sendall(head.encode() + body[: len(body) // 2])
        connection.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    status, _, rest = answer.partition(b"\r\n")
    assert status.split()[1] in (b"400", b"422")
    assert json.loads(rest.partition(b"\r\n\r\n")[2])["code"]
    assert not PhotoQuery.objects.exists()

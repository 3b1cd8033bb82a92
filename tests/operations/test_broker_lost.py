"""A worker's connection to a broker that is killed while the worker has a task at hand."""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from kombu import Connection, Message, Queue

from config.celery import app
from config.servers.addresses import ServerAddress
from config.servers.state import StateFolder
from config.servers.valkey import Valkey
from operations.tasks import heartbeat

QUEUE = "broker-lost-test"


@pytest.fixture
def valkey(tmp_path: Path) -> Iterator[ServerAddress]:
    address = Valkey(StateFolder(tmp_path), ephemeral=True).start()
    yield address
    kill(address)


def kill(address: ServerAddress) -> None:
    with suppress(ProcessLookupError):
        os.kill(address.pid, signal.SIGKILL)


def take_one(connection: Connection, *, room: int) -> Message:
    """The message of a task, taken by a worker that has room for so many and asks for the next."""
    heartbeat.apply_async(queue=QUEUE, connection=connection)
    messages: list[Message] = []
    channel = connection.default_channel
    channel.basic_qos(0, room, False)
    connection.Consumer([Queue(QUEUE)], channel=channel, on_message=messages.append).consume()
    app.control.mailbox.Node("worker", channel=connection.channel()).listen()
    while not messages:
        connection.drain_events(timeout=60)
    with suppress(TimeoutError):
        connection.drain_events(timeout=0.01)
    return messages[0]


def test_the_connection_can_be_given_up(valkey: ServerAddress) -> None:
    connection = app.connection_for_read(valkey.url)
    take_one(connection, room=2)
    kill(valkey)
    connection.collect()
    connection.close()  # as a worker does before it connects again


def test_a_task_that_cannot_be_reported_leaves_room_for_the_next(valkey: ServerAddress) -> None:
    connection = app.connection_for_read(valkey.url)
    message = take_one(connection, room=1)
    assert not message.channel.qos.can_consume()
    kill(valkey)
    with pytest.raises(connection.connection_errors):
        message.ack()
    assert message.channel.qos.can_consume()
    connection.collect()

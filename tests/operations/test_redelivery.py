"""What a killed worker had taken."""

from config.celery import app
from operations.broker import broker_client
from operations.redelivery import YOUNG_SECONDS, give_back
from operations.tasks import heartbeat

QUEUE = "redelivery-test"


def waiting() -> int:
    with broker_client() as client:
        return int(client.llen(QUEUE))


def test_it_waits_in_its_queue_again() -> None:
    heartbeat.apply_async(queue=QUEUE)
    with app.connection_for_write() as connection, connection.SimpleQueue(QUEUE) as queue:
        queue.get(timeout=60)
        assert waiting() == 0
        assert give_back(app, older_than=YOUNG_SECONDS) == 0  # may be a live worker's
        assert give_back(app, older_than=-1) == 1
        assert waiting() == 1
    with broker_client() as client:
        client.delete(QUEUE)

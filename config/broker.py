"""Celery's connection to the broker, where kombu's own lets a worker that loses it die, or idle for good."""

from typing import Any, Final

import kombu
from celery.app import amqp
from kombu.transport import redis, virtual

LONGEST_WAIT: Final = 4.0
"""Seconds between two tries of a worker or the scheduler to reach the broker; kombu's grow to thirty."""


class QoS(redis.QoS):  # type: ignore[misc]
    """What a worker has at hand: no more than its processes can do.

    A task is done even where the broker does not hear of it, else its place is never free again, and a worker
    without places asks for nothing any more. The message comes once more after its `visibility_timeout`.
    """

    def ack(self, delivery_tag: str) -> None:
        try:
            super().ack(delivery_tag)
        finally:
            virtual.QoS.ack(self, delivery_tag)

    def reject(self, delivery_tag: str, requeue: bool = False) -> None:
        try:
            super().reject(delivery_tag, requeue=requeue)
        finally:
            virtual.QoS.ack(self, delivery_tag)


class Channel(redis.Channel):  # type: ignore[misc]
    QoS = QoS

    def close(self) -> None:
        try:
            super().close()
        except self.connection_errors:
            # Of a question whose answer never comes; it is still open, and to be closed while the broker's
            # address is known, else a worker with a task at hand ends with an AttributeError.
            super().close()


class Transport(redis.Transport):  # type: ignore[misc]
    Channel = Channel


class Connection(kombu.Connection):  # type: ignore[misc]
    def get_transport_cls(self) -> type[Transport]:
        return Transport

    def ensure_connection(self, *args: Any, **kwargs: Any) -> "Connection":
        super().ensure_connection(*args, **({"interval_max": LONGEST_WAIT} | kwargs))
        return self


class AMQP(amqp.AMQP):  # type: ignore[misc]
    Connection = Connection

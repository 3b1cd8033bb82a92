"""Interactions wait in Valkey until a worker writes them down: no page waits for the database.

A Valkey that is away or was lost costs statistics and nothing else.
"""

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from time import monotonic
from typing import Any
from uuid import UUID

from django.conf import settings
from redis import Redis
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

KEY = "interactions"
SEARCHED = "searched"
MISSED = "missed"
"""Kinds of messages about a search by photo: their place is the type of the goods."""
MOST_WAITING = 200_000
"""Messages: what comes in while no worker runs must not fill Valkey; the oldest give way."""
_PATIENCE = 0.1
"""Seconds that a page waits for Valkey at most."""
_REST = 10.0


@dataclass(frozen=True, slots=True)
class Message:
    """One thing that was done with some products; of a list that was shown, in their order from `first`."""

    kind: str
    place: str
    shopper: UUID
    product_ids: Sequence[int]
    at: datetime
    anchor_id: int | None = None
    first: int | None = None

    def dumps(self) -> str:
        return json.dumps(
            [
                *(self.kind, self.place, self.shopper.hex, list(self.product_ids)),
                *(self.at.isoformat(), self.anchor_id, self.first),
            ],
            separators=(",", ":"),
        )

    @classmethod
    def loads(cls, text: bytes) -> "Message":
        kind, place, shopper, product_ids, at, anchor_id, first = json.loads(text)
        return cls(kind, place, UUID(shopper), product_ids, datetime.fromisoformat(at), anchor_id, first)


class InteractionQueue:
    """`put` never raises; a Valkey that did not answer is left alone for a while."""

    def __init__(self, valkey: Redis) -> None:
        self._valkey = valkey
        self._rests_until = 0.0

    def put(self, message: Message) -> None:
        if monotonic() < self._rests_until:
            return
        try:
            with self._valkey.pipeline(transaction=False) as pipe:
                pipe.rpush(KEY, message.dumps())
                pipe.ltrim(KEY, -MOST_WAITING, -1)
                pipe.execute()
        except RedisError as error:
            self._rests_until = monotonic() + _REST
            logger.warning("Valkey does not answer (%s): for a while nothing is counted.", error)

    def take(self, most: int) -> list[Message]:
        """Up to `most` of them, the oldest first; they are gone from the queue. Raises RedisError."""
        taken: Any = self._valkey.lpop(KEY, most)
        return [Message.loads(text) for text in taken or ()]


@cache
def interaction_queue() -> InteractionQueue:
    """This process's."""
    return InteractionQueue(
        Redis.from_url(settings.REDIS_URL, socket_timeout=_PATIENCE, socket_connect_timeout=_PATIENCE)
    )

"""What the shop asks of the workers, after the commit."""

from functools import partial

from django.db import transaction

from catalog.broker import broker

from . import tasks

__all__ = ["broker", "mails", "restock_mails"]


def mails() -> None:
    """Has the mails sent that are owed. Without a broker it is only logged, and the sweep makes up for it."""
    transaction.on_commit(partial(broker.send, tasks.send_mails, ()))


def restock_mails() -> None:
    """Has those written to who asked to be told what is back. The sweep makes up for a lost message."""
    transaction.on_commit(partial(broker.send, tasks.send_restock_mails, ()))

"""`python bank.py PORT LEDGER`: a bank in a process of its own, the judge of double charging.

It charges at once, and once for a reference, as payment providers do. The ledger is a file with a line a
charge: who asks twice under two references is charged twice, and the ledger says so.
"""

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import ClassVar


class Bank(BaseHTTPRequestHandler):
    """POST, with a `reference`, an `order` and an `amount`."""

    ledger: ClassVar[Path]
    charged: ClassVar[set[str]] = set()
    lock: ClassVar[Lock] = Lock()

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with self.lock:
            if asked["reference"] not in self.charged:
                self.charged.add(asked["reference"])
                with self.ledger.open("a") as file:
                    file.write(f"{json.dumps(asked)}\n")
        self.send_response(204)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Nothing."""


if __name__ == "__main__":
    Bank.ledger = Path(sys.argv[2])
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Bank).serve_forever()

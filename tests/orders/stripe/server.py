"""`python server.py PORT`: localstripe, as installed, with the two things of the real one that it leaves out.

It forgets idempotency keys, and does not know what Stripe calls the allowed payment methods since 2026.
"""

import sys
from typing import Any

from aiohttp import web
from localstripe import resources  # type: ignore[import-untyped]
from localstripe.server import app  # type: ignore[import-untyped]

_answers: dict[str, tuple[int, bytes]] = {}


@web.middleware
async def keep_answers(request: web.Request, handler: Any) -> web.StreamResponse:
    """The same key, the same answer."""
    key = request.headers.get("Idempotency-Key")
    if key is None:
        answer: web.StreamResponse = await handler(request)
        return answer
    if key not in _answers:
        response = await handler(request)
        _answers[key] = (response.status, response.body)
    status, body = _answers[key]
    return web.Response(status=status, body=body, content_type="application/json")


def _create(cls: type[Any], /, allowed_payment_method_types: object = None, **data: Any) -> Any:
    return _create_intent(**data)


_create_intent = resources.PaymentIntent._api_create
resources.PaymentIntent._api_create = classmethod(_create)
resources.Store.dump_to_disk = lambda store: None
app.middlewares.insert(0, keep_answers)

if __name__ == "__main__":
    web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)

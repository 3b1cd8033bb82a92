"""What a search by photo is answered with, for who reads the schema."""

from catalog.api.examples import TILE

_BOX = {"x": 0.1, "y": 0.05, "width": 0.7, "height": 0.9}

SEARCH = {
    "id": "mPq0nTjzQ0kq3bJdQ9nLwc6T",
    "expires_at": "2026-03-02T09:30:00Z",
    "box": _BOX,
    "labels": {
        "type": [{"value": "Shirt", "probability": 0.93}],
        "colour": [{"value": "Blue", "probability": 0.61}],
    },
    "guessed": {"type": ["Shirt"], "colour": [], "gender": ["women", "unisex"], "in_stock": True},
    "left_out": "",
    "weak_match": False,
    "total": 1,
    "results": [
        {
            "product": TILE,
            "similarity": 0.81,
            "strength": "very_close",
            "why": ["same type", "same colour"],
        }
    ],
    "next": None,
}
NEW_SEARCH = {
    **SEARCH,
    "token": "mPq0nTjzQ0kq3bJdQ9nLwc6T:8dWk0r9iZQ5m1s7uT2xYb3cVfLhNpRtG",
    "regions": [{"box": _BOX, "type": "Shirt", "confidence": 0.93}],
    "quality": [{"code": "dark", "message": "It is dark there, so colours may be off."}],
}

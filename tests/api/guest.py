"""A guest of the API."""

from typing import Any

from django.test import Client


class Guest:
    """Sends a token, and JSON."""

    def __init__(self, token: str = "") -> None:
        self._client = Client()
        self.token = token or str(self._client.post("/api/v1/carts/").json()["token"])

    def get(self, path: str) -> Any:
        return self._client.get(f"/api/v1/{path}", headers=self._headers)

    def post(self, path: str, **body: Any) -> Any:
        return self._client.post(f"/api/v1/{path}", body, "application/json", headers=self._headers)

    def patch(self, path: str, **body: Any) -> Any:
        return self._client.patch(f"/api/v1/{path}", body, "application/json", headers=self._headers)

    def put(self, path: str) -> Any:
        return self._client.put(f"/api/v1/{path}", headers=self._headers)

    def delete(self, path: str) -> Any:
        return self._client.delete(f"/api/v1/{path}", headers=self._headers)

    @property
    def _headers(self) -> dict[str, str]:
        return {"Guest-Token": self.token}

"""A guest of the API."""

from typing import Any

from django.test import Client


class Caller:
    """Sends JSON, and always the same headers."""

    def __init__(self, headers: dict[str, str]) -> None:
        self.client = Client()
        self.headers = headers

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(f"/api/v1/{path}", headers=self.headers | headers)

    def post(self, path: str, headers: dict[str, str] | None = None, /, **body: Any) -> Any:
        sent = self.headers | (headers or {})
        return self.client.post(f"/api/v1/{path}", body, "application/json", headers=sent)

    def patch(self, path: str, **body: Any) -> Any:
        return self.client.patch(f"/api/v1/{path}", body, "application/json", headers=self.headers)

    def put(self, path: str, **body: Any) -> Any:
        return self.client.put(f"/api/v1/{path}", body, "application/json", headers=self.headers)

    def delete(self, path: str) -> Any:
        return self.client.delete(f"/api/v1/{path}", headers=self.headers)


class Guest(Caller):
    """Shows a token."""

    def __init__(self, token: str = "") -> None:
        self.token = token or str(Client().post("/api/v1/carts/").json()["token"])
        super().__init__({"Guest-Token": self.token})

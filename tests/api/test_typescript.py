"""The schema is sound: types are made of it, and a client in TypeScript compiles with them."""

import shutil
from pathlib import Path

import pytest
from django.test import Client

from config.frontend.packages import MODULES, node

CLIENT = Path(__file__).with_name("client.ts")


def test_a_client_compiles(client: Client, tmp_path: Path) -> None:
    if not (MODULES / "typescript").exists():
        pytest.skip("npm's packages for development are not installed")
    schema = tmp_path / "schema.json"
    schema.write_bytes(client.get("/api/v1/schema/?format=json").content)
    made = node("node_modules/openapi-typescript/bin/cli.js", str(schema), "-o", str(tmp_path / "schema.ts"))
    assert made.returncode == 0, made.stdout
    shutil.copy(CLIENT, tmp_path)
    options = ("--noEmit", "--strict", "--target", "es2022", "--module", "preserve", "--skipLibCheck")
    done = node("node_modules/typescript/bin/tsc", *options, str(tmp_path / "client.ts"))
    assert done.returncode == 0, done.stdout

"""Every operation, asked hundreds of things that nobody would: no 500, nothing that the schema does not say.

VITRINE_API_CASES says how many for each operation; `make api-cases` asks thousands.
"""

import os
from collections import Counter
from typing import Any

import pytest
import schemathesis
from django.test import Client
from drf_spectacular.generators import SchemaGenerator
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from pytest_django.live_server_helper import LiveServer
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.photo_search.shop import photo
from tests.similar_looks.gallery import make_gallery

from .guest import Guest

pytestmark = pytest.mark.django_db(transaction=True)

CASES = int(os.environ.get("VITRINE_API_CASES", "20"))
SEED = 7
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


def test_every_operation(live_server: LiveServer) -> None:
    product, *_others = (make_gallery(1, seed=number)[0] for number in range(4))
    guest = Guest()
    search = Client().post("/api/v1/visual-searches/", {"photo": photo(0)}).json()
    known = {"slug": product.slug, "sku": product.variants.get().sku, "token": search["id"]}
    guest.post("cart/lines/", sku=known["sku"], quantity=1)
    document = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    answered: Counter[int] = Counter()
    for result in schemathesis.openapi.from_dict(document).get_all_operations():
        _ask(result.ok(), live_server.url, guest, known, answered)  # type: ignore[union-attr]
    good = sum(count for status, count in answered.items() if status < 300)
    assert good >= answered.total() / 3, answered


def _ask(operation: Any, url: str, guest: Guest, known: dict[str, str], answered: Counter[int]) -> None:
    @seed(SEED)
    @settings(max_examples=CASES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(), sense=st.sampled_from(["none", "of ids", "of all"]))
    def ask(case: Any, sense: str) -> None:
        headers = {}
        if sense != "none":
            headers["Guest-Token"] = guest.token
            case.path_parameters.update({name: known[name] for name in case.path_parameters if name in known})
        if sense == "of all":
            case.query = {}
            if isinstance(case.body, dict) and "quantity" in case.body:
                case.body = {name: known.get(name, 1) for name in case.body if name in ("sku", "quantity")}
        response = case.call(base_url=url, headers=headers)
        answered[response.status_code] += 1
        case.validate_response(response, checks=CHECKS)

    ask()

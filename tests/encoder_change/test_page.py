"""The merchant's page of encoders: what a press does, and what it asks first."""

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from catalog.models import Product
from recommendations.models import Encoder, EncoderSwitch
from recommendations.selectors import active_encoder
from tests.factories import make_jpeg, make_product

from .conftest import NEXT, fill

PAGE = reverse("admin:recommendations_encoder_changelist")
ACT = reverse("admin:recommendations_encoder_act")
COMPARE = reverse("admin:recommendations_encoder_compare")


@pytest.fixture
def owner(db: None, client: Client) -> Client:
    client.force_login(User.objects.create_superuser("owner"))
    return client


def press(owner: Client, act: str, encoder: object, **fields: str) -> HttpResponse:
    return owner.post(ACT, {"act": act, "encoder": str(encoder)} | fields, follow=True)  # type: ignore[return-value]


def text(response: HttpResponse) -> str:
    return " ".join(response.content.decode().split())


def test_filling_shows_how_far_it_is(owner: Client, shirts: list[Product]) -> None:
    response = press(owner, "fill", NEXT)
    assert "Filling vitrine-1 beside the encoder in use." in text(response)
    assert "is being filled" in text(response)
    assert response["Refresh"] == "5"
    fill(NEXT)
    done = owner.get(PAGE)
    assert "6 / 6" in text(done)  # type: ignore[arg-type]
    assert "Refresh" not in done


def test_a_press_switches_another_switches_back(owner: Client, successor: Encoder) -> None:
    before = active_encoder()
    fill(NEXT)
    press(owner, "fill", NEXT)
    assert "The shop searches with vitrine-1 from now on." in text(press(owner, "switch", successor.pk))
    again = press(owner, "switch", successor.pk)
    assert "searches with vitrine-1 already" in text(again)
    assert "Switch back" in text(again)
    press(owner, "switch", before.pk)
    assert active_encoder() == before
    assert EncoderSwitch.objects.count() == 2


def test_half_filled_it_asks_first(owner: Client, successor: Encoder) -> None:
    asked = press(owner, "switch", successor.pk)
    assert asked.status_code == 409
    assert "6 pictures that can be found now are unknown" in text(asked)
    assert active_encoder().key == "colour-histogram"
    press(owner, "switch", successor.pk, sure="1")
    assert active_encoder() == successor


def test_deleting_asks_first_and_spares_what_is_in_use(owner: Client, successor: Encoder) -> None:
    fill(NEXT)
    assert press(owner, "delete", successor.pk).status_code == 409
    assert "6 vectors were deleted." in text(press(owner, "delete", successor.pk, sure="1"))
    assert "no vectors here any more" in text(press(owner, "stop", successor.pk))
    refused = press(owner, "delete", active_encoder().pk, sure="1")
    assert "Switch to another one first." in text(refused)


def test_side_by_side(owner: Client, shirts: list[Product], successor: Encoder) -> None:
    fill(NEXT)
    chosen = {"one": active_encoder().pk, "other": successor.pk, "skus": shirts[2].variants.get().sku}
    page = text(owner.get(COMPARE, chosen))  # type: ignore[arg-type]
    assert page.count("<h3>colour-histogram") == page.count("<h3>vitrine-1") == 1
    assert shirts[2].title in page
    assert page.count("<td>100.0 % (100.0–100.0)</td>") == 6, "all are shirts, and all are neighbours"
    photo = SimpleUploadedFile("photo.jpg", make_jpeg(seed=4), "image/jpeg")
    query = "&".join(f"{name}={value}" for name, value in chosen.items())
    assert "The photo" in text(owner.post(f"{COMPARE}?{query}", {"photo": photo}))  # type: ignore[arg-type]
    refused = owner.post(f"{COMPARE}?{query}", {"photo": SimpleUploadedFile("photo.jpg", b"no picture")})
    assert refused.status_code in (415, 422)
    assert owner.get(COMPARE, {"one": "x", "other": "9" * 40}).status_code == 404


def test_the_page_asks_no_more_for_more_products(owner: Client, shirts: list[Product]) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert owner.get(PAGE).status_code == 200
        return len(captured)

    queries()
    before = queries()
    for _more in range(6):
        make_product()
    assert queries() == before


@pytest.mark.parametrize(
    ("permission", "act", "status"),
    [("view", "switch", 403), ("change", "switch", 200), ("change", "delete", 403)],
)
def test_each_press_wants_its_permission(
    client: Client, successor: Encoder, permission: str, act: str, status: int
) -> None:
    fill(NEXT)
    editor = User.objects.create_user("editor", is_staff=True)
    codes = {"view_encoder", f"{permission}_encoder"}
    editor.user_permissions.set(Permission.objects.filter(codename__in=codes))
    client.force_login(editor)
    assert press(client, act, successor.pk).status_code == status
    assert client.get(reverse("admin:recommendations_encoder_install")).status_code == 403

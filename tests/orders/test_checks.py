import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.test import override_settings


@pytest.mark.parametrize(
    ("methods", "sentence"), [(["cowries"], "names cowries"), ([], "names no method"), (["invoice"], "")]
)
def test_ways_to_pay_that_do_not_exist_are_told(methods: list[str], sentence: str) -> None:
    with override_settings(VITRINE_PAYMENT_METHODS=methods):
        if not sentence:
            call_command("check", "shop")
            return
        with pytest.raises(SystemCheckError, match=sentence):
            call_command("check", "shop")

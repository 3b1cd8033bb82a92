"""Where mails go when no server is named."""

import os
import subprocess
import sys
from pathlib import Path

_SAY = "from django.conf import settings; print(settings.EMAIL_FILE_PATH)"


def test_without_a_server_mails_are_files_below_the_state_folder(tmp_path: Path) -> None:
    variables = {**os.environ, "VITRINE_VAR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "config.settings.demo"}
    variables.pop("EMAIL_URL", None)
    said = subprocess.run(
        [sys.executable, "-c", _SAY], env=variables, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == str(tmp_path / "mails")

"""The settings: Django's own checks of a deployment, and this project's."""

from collections.abc import Iterator

from django.core import checks

from .finding import Finding, fine, problem, warning


def examine() -> Iterator[Finding]:
    found = checks.run_checks(include_deployment_checks=True)
    for message in found:
        text = f"{message.msg} {message.hint or ''}".strip().replace("\n", " ")
        serious = message.level >= checks.ERROR
        yield (problem if serious else warning)("settings", f"{text} ({message.id})")
    if not found:
        yield fine("settings", "manage.py check --deploy finds nothing.")

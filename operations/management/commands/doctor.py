import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand

from operations.doctor import Finding, Level, examine

_SIGNS = {Level.FINE: "ok     ", Level.WARNING: "warning", Level.PROBLEM: "PROBLEM"}


class Command(BaseCommand):
    help = "Says what is wrong with this installation and what to do; exits with 1 where something is."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="as one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        findings = list(examine())
        self.stdout.write(_as_json(findings) if options["json"] else _as_lines(findings))
        if any(finding.level == Level.PROBLEM for finding in findings):
            raise SystemExit(1)


def _as_lines(findings: list[Finding]) -> str:
    return "\n".join(f"{_SIGNS[one.level]} {one.check:9} {one.text}" for one in findings)


def _as_json(findings: list[Finding]) -> str:
    healthy = all(finding.level != Level.PROBLEM for finding in findings)
    return json.dumps({"healthy": healthy, "findings": [asdict(finding) for finding in findings]}, indent=2)

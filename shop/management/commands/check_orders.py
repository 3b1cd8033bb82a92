from typing import Any

from django.core.management import BaseCommand, CommandError

from ...order_checks import CHECKS, order_faults


class Command(BaseCommand):
    help = "Check what must hold of orders, stock, payments and coupons; exit with 1 where it does not."

    def handle(self, *args: Any, **options: Any) -> None:
        faults = order_faults()
        for fault in faults:
            self.stderr.write(f"{fault.check}: {fault.row}")
        if faults:
            raise CommandError(f"{len(faults)} rows break a rule.")
        self.stdout.write(f"All {len(CHECKS)} rules hold.")

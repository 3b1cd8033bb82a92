"""`python -m benchmarks.desk.worker JOB`: takes turns at an import until it is over, and prints its peak."""

import resource
import sys

import django


def main(job_id: int) -> None:
    django.setup()
    from django.utils import timezone  # after setup, like the models behind the job

    from catalog.importing.job import take_turn

    while take_turn(job_id=job_id, now=timezone.now()):
        pass
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{peak:.0f}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))

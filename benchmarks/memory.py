"""What a process takes, from /proc."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Memory:
    """In MB of 2^20 bytes. `proportional` counts what processes share once, in equal parts."""

    resident: float
    proportional: float


def memory_of(pid: int) -> Memory:
    """Of a process of the same user, or of anyone's for root."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    sizes = {name: int(size.split()[0]) / 1024 for name, _, size in (line.partition(":") for line in lines)}
    return Memory(sizes["Rss"], sizes["Pss"])


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def has_tensorflow(pid: int) -> bool:
    """Whether it has loaded TensorFlow: the package cannot be imported without mapping its libraries."""
    return "/site-packages/tensorflow/" in Path(f"/proc/{pid}/maps").read_text()

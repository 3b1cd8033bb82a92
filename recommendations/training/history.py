"""How a run went: its losses, and what the validation said after each epoch."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

FILE = "history.json"
Point = tuple[int, dict[str, float]]


@dataclass
class History:
    """Both lists hold (step, figures)."""

    losses: list[Point] = field(default_factory=list)
    validation: list[Point] = field(default_factory=list)

    @classmethod
    def read(cls, folder: Path, *, until: int) -> "History":
        """What was written there of the steps up to `until`; nothing when none was."""
        if not until or not (folder / FILE).is_file():
            return cls()
        data = json.loads((folder / FILE).read_text(encoding="utf-8"))
        kept = {
            name: [(step, figures) for step, figures in points if step <= until]
            for name, points in data.items()
        }
        return cls(**kept)

    def write(self, folder: Path) -> None:
        (folder / FILE).write_text(json.dumps(asdict(self)), encoding="utf-8")

    def learned(self, step: int, losses: dict[str, float]) -> None:
        self.losses.append((step, losses))

    def watched(self, step: int, figures: dict[str, float]) -> None:
        score = sum(figures.values()) / len(figures)
        self.validation.append((step, {**figures, "score": score}))

    @property
    def latest(self) -> dict[str, float]:
        return self.validation[-1][1]

    @property
    def best(self) -> int:
        """The step with the highest score, 0 without any."""
        return max(self.validation, key=lambda point: point[1]["score"], default=(0, {}))[0]

    def stalled(self, step: int, patience: int) -> bool:
        """Whether the best score is `patience` steps old or older."""
        return bool(self.validation) and step - self.best >= patience

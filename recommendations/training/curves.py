"""Lines over the steps of a run, as one inline SVG."""

from collections.abc import Sequence
from html import escape

from recommendations.training.history import Point

WIDTH, HEIGHT, LEFT, BOTTOM, RIGHT = 1000, 300, 40, 24, 130
INKS = ("#222", "#06c", "#c30", "#393", "#a3a", "#c80", "#088", "#777")


def curves(points: Sequence[Point]) -> str:
    """One line per figure, named at its end; a sentence when there is nothing to draw."""
    if not points:
        return "<p>None were kept.</p>"
    names = list(points[-1][1])
    top = max((value for _, figures in points for value in figures.values()), default=1.0) or 1.0
    last = points[-1][0]
    lines = "".join(
        _line([(step / last, figures[name] / top) for step, figures in points if name in figures], name, ink)
        for name, ink in zip(names, INKS * len(names), strict=False)
    )
    frame = f'<path d="M{LEFT} 4V{HEIGHT - BOTTOM}H{WIDTH - RIGHT}" fill="none" stroke="#999"/>'
    scale = f'<text x="0" y="14">{top:.2f}</text><text x="0" y="{HEIGHT - BOTTOM}">0</text>'
    steps = f'<text x="{WIDTH - RIGHT - 60}" y="{HEIGHT - 6}">step {last}</text>'
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" font-size="12" role="img">{frame}{scale}{steps}{lines}</svg>'


def _line(places: Sequence[tuple[float, float]], name: str, ink: str) -> str:
    """`places` are in 0 … 1, from the lower left."""
    width, height = WIDTH - LEFT - RIGHT, HEIGHT - BOTTOM - 4
    drawn = [(LEFT + x * width, 4 + (1 - y) * height) for x, y in places]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in drawn)
    label = f'<text x="{drawn[-1][0] + 6:.0f}" y="{drawn[-1][1] + 4:.0f}" fill="{ink}">{escape(name)}</text>'
    return f'<polyline points="{path}" fill="none" stroke="{ink}" stroke-width="1.5"/>{label}'

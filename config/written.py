"""How the shop's templates write a value: escaped, as a plain piece of text.

Jinja2 marks each piece as safe in an object of its own before it joins them, and a list has two thousand
pieces: a seventh of its rendering. What joins them marks the whole.
"""

from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import _escape_inner  # type: ignore[attr-defined]


def written(value: object) -> str:
    """As `markupsafe.escape`, but not marked as safe: for output that nothing escapes again."""
    if type(value) is not str:
        if hasattr(value, "__html__"):
            html: str = value.__html__()
            return html
        value = str(value)
    text: str = _escape_inner(value)
    return text


class _Generator(CodeGenerator):
    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.written(")


class WritingEnvironment(Environment):
    """Compiles its templates to use `written` where they print."""

    code_generator_class = _Generator
    written = staticmethod(written)

"""The fence around templates: they show and repeat, in bounded time and space, and no more.

Jinja's own sandbox keeps templates from files, from Python and from changing data. It does not
keep them from looping for hours or filling the memory; the counting here does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

from jinja2 import pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Concat, Dict, Filter, For, List, Template, Tuple
from jinja2.runtime import BlockReference, Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from bkl.render.jinja.growth import (
    GROWING,
    MAX_CHARS,
    TeVeel,
    bounded,
    check_call,
    check_operation,
    parts_of,
)
from bkl.render.text.escape import Md

MAX_STEPS = 5_000_000
"""Rounds of loops in one report; a plan of 10,000 indicators takes a few percent."""
CALL = 10
"""Rounds that take about as long as calling a macro."""

V = TypeVar("V")
_ROUNDS = "bkl_rounds"
# chance would make the same data give another report
_CHANCE = ("random",)


class _Counting(CodeGenerator):
    """Compiles templates so that every loop, list and joined text is counted."""

    def visit_Template(  # noqa: N802 - Jinja's name
        self, node: Template, frame: Frame | None = None
    ) -> None:
        for loop in node.find_all(For):
            loop.iter = Filter(loop.iter, _ROUNDS, [], [], None, None, lineno=loop.lineno)
        super().visit_Template(node, frame)

    def visit_List(self, node: List, frame: Frame) -> None:  # noqa: N802
        self.write("environment.build(")
        super().visit_List(node, frame)
        self.write(")")

    def visit_Tuple(self, node: Tuple, frame: Frame) -> None:  # noqa: N802
        used = node.ctx == "load"  # and not names that are being given a value
        self.write("environment.build(" if used else "")
        super().visit_Tuple(node, frame)
        self.write(")" if used else "")

    def visit_Dict(self, node: Dict, frame: Frame) -> None:  # noqa: N802
        self.write("environment.build(")
        super().visit_Dict(node, frame)
        self.write(")")

    def visit_Concat(self, node: Concat, frame: Frame) -> None:  # noqa: N802
        self.write("environment.fit(")
        super().visit_Concat(node, frame)
        self.write(")")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's strictest environment, with bounds. One object serves one report."""

    code_generator_class = _Counting
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, **options: object) -> None:
        super().__init__(**options)
        self._steps = self._chars = 0
        self.filters[_ROUNDS] = _count_rounds
        for name in GROWING:
            self.filters[name] = bounded(self.filters[name])
        for name in _CHANCE:
            del self.filters[name]
        del self.globals["lipsum"]

    def getattr(self, obj: object, attribute: str) -> object:
        """Return an item of a record by its name; of anything else what Jinja's sandbox allows."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def take(self, steps: int) -> None:
        """Count work that is about to be done; raises TeVeel when it is too much."""
        self._steps += steps
        if self._steps > MAX_STEPS:
            raise TeVeel(f"meer dan {MAX_STEPS} herhalingen")

    def show(self, text: str) -> None:
        """Count a text that goes into the document; raises TeVeel when it is too much."""
        self._chars += len(text)
        if self._chars > MAX_CHARS:
            raise TeVeel(f"meer dan {MAX_CHARS} tekens")

    def fit(self, text: str) -> str:
        """Return a text that a template has put together; raises TeVeel for a huge one."""
        if len(text) > MAX_CHARS:
            raise TeVeel(f"een tekst van meer dan {MAX_CHARS} tekens")
        return text

    def build(self, value: V) -> V:
        """Return a list that a template has put together; raises TeVeel for a huge one.

        A list of twice a list of twice a list and so on is small, until it is shown.
        """
        for _ in parts_of(value):
            self.take(1)
        return value

    def call(self, context: Context, obj: object, /, *args: object, **kwargs: object) -> object:
        """Call what a template calls, and count that; the methods of a text do not blow it up."""
        self.take(CALL)
        # Jinja hands out a fenced `format` around that of the text
        method = getattr(obj, "__wrapped__", obj)
        owner = getattr(method, "__self__", None)
        if isinstance(owner, str | int):
            name = str(getattr(method, "__name__", ""))
            # as a filter has it: what is joined first, what comes between after it
            known = (None, owner, *args) if name == "join" else (owner, *args)
            check_call(name, known, kwargs)
        elif obj is dict or obj is Namespace:
            self.build([*args, kwargs])
        result: object = super().call(context, obj, *args, **kwargs)
        # what `super()` and macros give has been escaped on its way into them
        made_here = isinstance(obj, Macro | BlockReference) and type(result) is str
        return Md(result) if made_here else result

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Compute with two values; raises TeVeel when the answer would be huge."""
        check_operation(operator, left, right)
        result: object = super().call_binop(context, operator, left, right)
        return result


@pass_context
def _count_rounds(context: Context, values: Iterable[object]) -> Iterable[object]:
    """Return the same values, every one of them counted as a step."""
    environment = context.environment
    if not isinstance(environment, Sandbox):  # pragma: no cover - only the sandbox knows us
        return values
    if isinstance(values, Collection):
        environment.take(len(values) + 1)
        return values
    return _counted(environment, values)


def _counted(environment: Sandbox, values: Iterable[object]) -> Iterator[object]:
    for value in values:
        environment.take(1)
        yield value

"""Jinja, fenced in: templates can show and repeat what a view holds, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import TracebackType

from jinja2 import (
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    pass_eval_context,
)
from jinja2.exceptions import SecurityError
from jinja2.nodes import EvalContext
from markupsafe import Markup

from bkl.render.errors import Sjabloonfout
from bkl.render.jinja.bounds import TimeUp
from bkl.render.jinja.compiled import REMEMBERED, Remembered
from bkl.render.jinja.filters import add_filters
from bkl.render.jinja.loader import Loader, template_name
from bkl.render.jinja.sandbox import Sandbox
from bkl.render.jinja.sources import Sources
from bkl.render.text.escape import Md, escape_markdown, seen
from bkl.render.text.stamp import OPEN, ChangedStamp, Stamp

_CURES: Sequence[tuple[type[Exception] | tuple[type[Exception], ...], str, str]] = (
    (UndefinedError, "hier staat een naam die niet bestaat", "Verbeter de naam in het sjabloon."),
    (
        TimeUp,
        "het sjabloon neemt te veel tijd",
        "Laat het sjabloon minder herhalen of kortere teksten maken.",
    ),
    (
        MemoryError,
        "het sjabloon neemt te veel geheugen",
        "Laat het sjabloon minder herhalen of kortere teksten maken.",
    ),
    (
        SecurityError,
        "een sjabloon mag dit niet uitvoeren",
        "Toon in een sjabloon alleen wat het rapport aanreikt.",
    ),
    (
        TemplateNotFound,
        "het sjabloon dat hier wordt gebruikt, is er niet",
        "Zet het bestand in de map `templates` of verbeter de naam.",
    ),
    (
        TemplateSyntaxError,
        "de opdracht tussen accolades is niet goed geschreven",
        "Kijk of elke `{% if %}` en `{% for %}` een einde heeft en of alle accolades sluiten.",
    ),
    (
        ChangedStamp,
        "hier wordt een oordeel, een telling of een grafiek in andere tekst verwerkt",
        "Toon het op zichzelf, zoals `{{ regel.oordeel|oordeel }}`, met tekst ervoor of erachter.",
    ),
    (
        (OSError, ImportError),
        "een sjabloon kan geen bestanden openen",
        "Toon in een sjabloon alleen wat het rapport aanreikt.",
    ),
)
_RENAMED = {
    "'grafieken' is undefined": "Schrijf `grafiek(…)` waar `grafieken.teken(…)` stond, "
    "en `leeswijzer()` waar `grafieken.uitleg(…)` stond.",
    "'function object' has no attribute 'verwijs'": "Schrijf `noot(…)` waar `noten.verwijs(…)` "
    "stond.",
    "'function object' has no attribute 'alle'": "Schrijf `noten()` waar `noten.alle` "
    "stond; het nummer van een bron is `bron.nummer`.",
}
"""The cure for what Jinja says of a word from the templates of bkl 0.1."""
_OURS = "bkl.render.jinja.plain."
_RUNTIME = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    ChangedStamp,
    ImportError,
    LookupError,
    MemoryError,
    OSError,
    RecursionError,
    TimeUp,
    TypeError,
    ValueError,
)


def make_environment(sources: Sources, compiled: Remembered = REMEMBERED) -> Sandbox:
    """Return an environment for these templates, those of the workspace first.

    `bkl/x` is always `x` as it comes with bkl, so that a template may extend the one that it
    replaces. Names that do not exist are errors. What a `.html.j2` shows is escaped for HTML,
    and what any other template shows is escaped for Markdown, unless it is markup already.
    """
    environment = Sandbox(
        loader=Loader(sources),
        bytecode_cache=compiled,
        undefined=StrictUndefined,
        autoescape=_is_html,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    add_filters(environment)
    return environment


def render_template(environment: Sandbox, name: str, context: Mapping[str, object]) -> str:
    """Return what a template makes of the context; raises Sjabloonfout when it does not work."""
    try:
        return environment.get_template(name).render(context)
    except _RUNTIME as fault:
        raise _explain(name, fault) from fault


def compile_template(environment: Sandbox, name: str) -> None:
    """Read a template without filling it; raises Sjabloonfout when it cannot be understood."""
    try:
        environment.get_template(name)
    except _RUNTIME as fault:
        raise _explain(name, fault) from fault


def _is_html(name: str | None) -> bool:
    return name is not None and name.endswith((".html", ".html.j2"))


@pass_eval_context
def _finalize(context: EvalContext, value: object) -> object:
    if isinstance(value, Stamp):
        return value.sign
    if not context.autoescape and not isinstance(value, Md):
        value = str(value)
        if OPEN in value:
            # no data holds it: it was a sign, or means to look like one
            raise ChangedStamp
        value = escape_markdown(value)
    elif isinstance(value, str) and not isinstance(value, Md | Markup):
        value = seen(value)
    return value


def _explain(name: str, fault: Exception) -> Sjabloonfout:
    """Return the fault with the template and line where it happened."""
    file, line = name, 0
    if isinstance(fault, TemplateSyntaxError):
        file = template_name(fault.filename or "") or fault.name or name
        line = fault.lineno
    else:
        file, line = _place(fault.__traceback__) or (name, 0)
    for kind, message, cure in _CURES:
        if isinstance(fault, kind):
            spent = isinstance(fault, TimeUp | MemoryError)
            told = f"{message}{_detail(fault)}."
            return Sjabloonfout(file, line, told, _RENAMED.get(str(fault), cure), spent=spent)
    return Sjabloonfout(
        file, line, f"de opdracht op deze regel lukt niet{_detail(fault)}.", "Verbeter deze regel."
    )


def _place(step: TracebackType | None) -> tuple[str, int] | None:
    """Return the last template and line on the way to a fault."""
    found = None
    while step is not None:
        if shown := template_name(step.tb_frame.f_code.co_filename):
            found = shown, step.tb_lineno
        step = step.tb_next
    return found


def _detail(fault: Exception) -> str:
    """Return what Jinja itself says, in brackets: it names the word that is wrong."""
    if isinstance(fault, OSError | ImportError) and not isinstance(fault, TemplateNotFound):
        return ""  # it names files of this computer
    message = " ".join(str(fault).replace(_OURS, "").split()[:40])
    return f" (Jinja: {message})" if message else ""

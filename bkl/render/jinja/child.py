"""The child process in which the templates of a workspace are filled.

It is handed the texts of all templates and plain data over its standard input, and hands back
text over its standard output. Before it fills anything it gives up the means to do more: see
`bkl.render.jinja.bounds`.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping
from typing import IO, cast

from bkl.render.errors import Sjabloonfout
from bkl.render.jinja.bounds import find_holder, hold_process, hold_time
from bkl.render.jinja.compiled import Remembered
from bkl.render.jinja.environment import compile_template, make_environment, render_template
from bkl.render.jinja.helpers import make_helpers
from bkl.render.jinja.plain import Plain
from bkl.render.jinja.sources import Sources
from bkl.render.jinja.transport import receive, send, texts, unpack
from bkl.render.text.prose import fit_prose

MEMORY_GONE = 70
"""Exit code of a child that had not even the memory to say what happened."""
_ASKED = 1 << 40
_LATER = (
    *("encodings.unicode_escape", "encodings.ascii", "encodings.latin_1", "encodings.idna"),
    *("html.entities", "jinja2.debug", "linecache", "pprint", "textwrap", "unicodedata"),
)
"""What is imported only when it is used, and no file can be opened any more."""


def main() -> None:
    """Fill templates until nobody asks any more."""
    pipe_in, pipe_out = sys.stdin.buffer, sys.stdout.buffer
    setup = cast("Mapping[str, object]", receive(pipe_in, _ASKED))
    sources = Sources(dict(texts(setup["own"])), dict(texts(setup["shipped"])))
    for name in _LATER:
        importlib.import_module(name)
    fit_prose("# [a](https://b.example) `c`", 1, "x")
    try:
        _serve(sources, pipe_in, pipe_out, cast("Mapping[str, int]", setup["bounds"]))
    except MemoryError:
        sys.exit(MEMORY_GONE)


def _serve(
    sources: Sources, pipe_in: IO[bytes], pipe_out: IO[bytes], bounds: Mapping[str, int]
) -> None:
    environment = make_environment(sources, Remembered())
    holder = find_holder()
    hold_process(holder, bounds["memory"])
    while (asked := cast("Mapping[str, object] | None", receive(pipe_in, _ASKED))) is not None:
        name = str(asked["name"])
        hold_time(holder, bounds["seconds"])
        try:
            if "context" in asked:
                given = cast("Mapping[str, Plain]", unpack(cast("list[object]", asked["context"])))
                answer = render_template(environment, name, {**given, **make_helpers()})
            else:
                compile_template(environment, name)
                answer = ""
        except Sjabloonfout as fout:
            send(pipe_out, {"fault": [fout.file, fout.line, fout.said, fout.cure, fout.spent]})
        else:
            send(pipe_out, {"text": answer})

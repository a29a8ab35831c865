"""The rules as one Markdown document: the catalogue in `docs/regels.md`."""

from __future__ import annotations

from collections.abc import Sequence

from bkl.api.checking.catalogue import FAMILIES, RulePage
from bkl.printers.screen import Screen
from bkl.render.rulebook import INLEIDING, TITELS, page_markdown


def show(regels: Sequence[RulePage], screen: Screen) -> str:
    """Return the whole catalogue."""
    parts = [f"# De regels van `bkl check`\n\n{INLEIDING}", _table(regels)]
    for number, family in enumerate(FAMILIES):
        parts.append(f"## {TITELS[family]} (BKL{number})\n")
        parts += [_page(regel) for regel in regels if regel.familie == family]
    return "\n".join(parts)


def _table(regels: Sequence[RulePage]) -> str:
    rows = [
        f"| [{r.kind.code}](#{r.kind.code.lower()}) | `{r.kind.slug}` | {r.kind.severity} "
        f"| {r.samenvatting} |"
        for r in regels
    ]
    head = ["| Code | Naam | Ernst | Wat de regel vraagt |", "|---|---|---|---|"]
    return "\n".join([*head, *rows, ""])


def _page(regel: RulePage) -> str:
    kind = regel.kind
    heading = f'### <a id="{kind.code.lower()}"></a>{kind.code} `{kind.slug}` ({kind.severity})'
    return f"{heading}\n\n{page_markdown(regel.uitleg)}\n"

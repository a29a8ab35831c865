"""The rules on a terminal: one line each, by family."""

from __future__ import annotations

from collections.abc import Sequence

from bkl.api.checking.catalogue import RulePage
from bkl.printers.layout import pad, wrap
from bkl.printers.screen import Screen, Tint, cells

_FAMILIES = {
    "lezen": "Lezen en toestemmingen (BKL0)",
    "werkplan": "Werkplan (BKL1)",
    "jaarverslag": "Jaarverslag (BKL2)",
    "samenhang": "Samenhang (BKL3)",
    "tekst": "Teksten (BKL4)",
    "rapporten": "Rapporten en sjablonen (BKL5)",
    "eisen": "Eisen van wie het verslag krijgt (BKL6)",
}
_TINTS: dict[str, Tint] = {"fout": "rood", "waarschuwing": "geel"}
_NARROW = 88


def show(regels: Sequence[RulePage], screen: Screen) -> str:
    """Return every rule: code, name, severity and what it asks, in one sentence."""
    lines: list[str] = []
    slug = max(cells(regel.kind.slug) for regel in regels)
    for family, title in _FAMILIES.items():
        lines += ["", screen.paint(title, "vet")] if lines else [screen.paint(title, "vet")]
        for regel in regels:
            if regel.familie == family:
                lines += _row(regel, slug, screen)
    close = f"{len(regels)} regels. `bkl check --explain CODE` legt een regel uit."
    lines += ["", *wrap(close, screen.width), ""]
    return screen.finish("\n".join(lines))


def _row(regel: RulePage, slug: int, screen: Screen) -> list[str]:
    kind = regel.kind
    ernst = screen.paint(pad(kind.severity, 12), _TINTS[kind.severity])
    head = f"  {kind.code}  {pad(kind.slug, slug)}  {ernst}"
    if screen.width < _NARROW:
        return [head.rstrip(), *wrap(regel.samenvatting, screen.width, " " * 10)]
    return wrap(regel.samenvatting, screen.width, f"{head}  ")

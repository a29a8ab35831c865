"""The rules as one Markdown document: the catalogue in `docs/regels.md`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bkl.api.regels import FAMILIES, Regel
from bkl.printers.screen import Screen

_INTRO = """\
# De regels van `bkl check`

Elke melding van `bkl check` heeft een code en een naam. Hier staat per regel wat hij vraagt en
waarom, met een fout en een goed voorbeeld. Deze pagina wordt uit de regels zelf gemaakt.

- Een **fout** moet worden hersteld: de afsluitcode is dan 1. Een **waarschuwing** mag blijven
  staan, tenzij u `--strict` gebruikt.
- `bkl check --select BKL2` kijkt alleen naar de regels die zo beginnen, `--ignore` slaat ze over.
  Een naam of familie mag ook. Leesfouten (BKL001 tot en met BKL049) tellen altijd.
- In `bkl.yaml`, naast de map `data`, weegt een regel zwaarder of lichter, of staat hij uit:

  ```yaml
  regels:
    BKL208: uit
    bron_niet_gebruikt: fout
  ```

- Eén melding staat u toe met een opmerking op dezelfde regel of op de regel erboven, altijd met
  een reden:

  ```yaml
  reden: niet vermeld  # bkl: sta reden_niet_vermeld toe: De projectleider is niet meer te bereiken.
  ```
"""
_TITLES = {
    "lezen": "Lezen en toestemmingen",
    "werkplan": "Werkplan",
    "jaarverslag": "Jaarverslag",
    "samenhang": "Samenhang",
    "tekst": "Teksten",
    "rapporten": "Rapporten en sjablonen",
}


def show(regels: Sequence[Regel], screen: Screen) -> str:
    """Return the whole catalogue."""
    parts = [_INTRO, _table(regels)]
    for number, family in enumerate(FAMILIES):
        parts.append(f"## {_TITLES[family]} (BKL{number})\n")
        parts += [_page(regel) for regel in regels if regel.familie == family]
    return "\n".join(parts)


def _table(regels: Sequence[Regel]) -> str:
    rows = [
        f"| [{r.kind.code}](#{r.kind.code.lower()}) | `{r.kind.slug}` | {r.kind.severity} "
        f"| {r.samenvatting} |"
        for r in regels
    ]
    head = ["| Code | Naam | Ernst | Wat de regel vraagt |", "|---|---|---|---|"]
    return "\n".join([*head, *rows, ""])


def _page(regel: Regel) -> str:
    kind = regel.kind
    blocks = [f'### <a id="{kind.code.lower()}"></a>{kind.code} `{kind.slug}` ({kind.severity})']
    code: list[str] = []
    for block in [*regel.uitleg.strip().split("\n\n"), ""]:
        if block.startswith("    "):
            code.append(re.sub("^    ", "", block, flags=re.M))
            continue
        if code:
            blocks.append("```yaml\n" + "\n\n".join(code) + "\n```")
            code = []
        if block:
            blocks.append(block)
    return "\n\n".join(blocks) + "\n"

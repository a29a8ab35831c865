"""Regelboek: the manual pages of the rules, as Markdown; the same in every place."""

from __future__ import annotations

import re

from bkl.domein.records import dataclass

INLEIDING = """\
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
TITELS = {
    "lezen": "Lezen en toestemmingen",
    "werkplan": "Werkplan",
    "jaarverslag": "Jaarverslag",
    "samenhang": "Samenhang",
    "tekst": "Teksten",
    "rapporten": "Rapporten en sjablonen",
    "eisen": "Eisen van wie het verslag krijgt",
}
"""The families of rules, in the order of their codes: that of number 1 has the codes BKL1…"""


@dataclass(frozen=True, slots=True)
class Regelblad:
    """One rule: what it is called, how heavy it weighs, and its manual page as plain text."""

    code: str
    slug: str
    ernst: str
    familie: str
    samenvatting: str
    uitleg: str


def page_markdown(uitleg: str) -> str:
    """Return a manual page as Markdown: what is indented by four becomes a block of YAML."""
    blocks: list[str] = []
    code: list[str] = []
    for block in [*uitleg.strip().split("\n\n"), ""]:
        if block.startswith("    "):
            code.append(re.sub("^    ", "", block, flags=re.M))
            continue
        if code:
            blocks.append("```yaml\n" + "\n\n".join(code) + "\n```")
            code = []
        if block:
            blocks.append(block)
    return "\n\n".join(blocks)

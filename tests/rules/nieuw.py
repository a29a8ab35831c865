"""Write the skeleton of a rule and its cases: `make rule NAAM=jaarverslag/cijfer_zonder_bron`."""

import sys
from pathlib import Path

from bkl.rules.engine.index import FAMILIES
from bkl.rules.engine.rule import all_rules

ROOT = Path(__file__).parent.parent.parent
RULE = '''"""{first}.

Waarom: …

Fout:

    doel: …

Goed:

    doel: …
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("{code}", "{slug}", "waarschuwing")
{requires}

def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per …."""
    for entry in case.dossier.indicatoren.values():
        if entry.doel is None:
            continue
        yield Finding(KIND, "…", "…", case.in_werkplan((*entry.pad, "doel")))
'''
CASES = """\
- naam: zoals het hoort
  belofte: "{{tekst: Lezingen., doel: 6 lezingen}}"
{report}  verwacht: []
- naam: …
  belofte: "{{tekst: Lezingen., doel: 6 lezingen}}"
{report}  verwacht: ["6:36 …"]
"""


def skeleton(name: str, root: Path = ROOT) -> list[Path]:
    """Write the two files and return them; raises ValueError for a name that will not do."""
    family, _, slug = name.partition("/")
    if family not in FAMILIES or not slug.isidentifier() or slug != slug.lower():
        raise ValueError(f"NAAM is familie/naam_van_de_fout, met familie {', '.join(FAMILIES)}")
    hundred = FAMILIES.index(family) + 1
    numbers = [int(r.kind.code[3:]) for r in all_rules() if r.kind.code[3] == str(hundred)]
    code = f"BKL{max(numbers, default=100 * hundred) + 1}"
    needs = family != "werkplan"
    paths = [
        root / "bkl" / "rules" / family / f"{slug}.py",
        root / "tests" / "rules" / f"{slug}.yaml",
    ]
    requires = 'REQUIRES = ("jaarverslag",)\n' if needs else ""
    report = '  antwoord: "{realisatie: 1 lezing, bron: telling}"\n' if needs else ""
    texts = [
        RULE.format(
            first=slug.replace("_", " ").capitalize(), code=code, slug=slug, requires=requires
        ),
        CASES.format(report=report),
    ]
    for path, text in zip(paths, texts, strict=True):
        if path.exists():
            raise ValueError(f"{path} bestaat al")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return paths


def main() -> int:
    try:
        for path in skeleton(sys.argv[1] if len(sys.argv) > 1 else ""):
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    except ValueError as fault:
        sys.stderr.write(f"{fault}\n")
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

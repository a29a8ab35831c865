"""Write the skeleton of a rule and its cases: `make rule NAAM=jaarverslag/cijfer_zonder_bron`."""

import sys
from pathlib import Path

from bkl.rules.engine.index import FAMILIES
from bkl.rules.engine.rule import all_rules

ROOT = Path(__file__).parent.parent.parent
RULE = '''"""{first}.

Waarom: …

Fout:

    {key}: …

Goed:

    {key}: …
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("{code}", "{slug}", "waarschuwing")
{requires}

def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per …."""
{loop}'''
OF_PROMISES = """\
    for entry in case.dossier.indicatoren.values():
        if entry.doel is None:
            continue
        yield Finding(KIND, "…", "…", case.in_werkplan((*entry.pad, "doel")))
"""
OF_ANSWERS = """\
    for id_, given in case.dossier.realisaties.items():
        told = given.realisatie
        if told.toelichting is None:
            continue
        where = case.in_jaarverslag((*given.pad, "toelichting"))
        yield Finding(KIND, f"… {id_} …", "…", where)
"""
CASES = """\
- naam: zoals het hoort
  {file}: "{good}"
{beside}  verwacht: []
- naam: …
  {file}: "{bad}"
{beside}  verwacht: ["{at} …"]
"""
OF_A_PROMISE = {
    "key": "doel", "loop": OF_PROMISES, "file": "belofte", "at": "6:36",
    "good": "{tekst: Lezingen.}", "bad": "{tekst: Lezingen., doel: 6 lezingen}",
}  # fmt: skip
OF_AN_ANSWER = {
    "key": "toelichting", "loop": OF_ANSWERS, "file": "antwoord", "at": "5:45",
    "good": "{realisatie: 1 lezing}", "bad": "{realisatie: 1 lezing, toelichting: …}",
}  # fmt: skip
BESIDE = {"eisen": '  eisen: "peildatum: 31-12-2021"\n'}
NEEDS = {"werkplan": "", "rapporten": "rapporten", "eisen": "eisen"}


def skeleton(name: str, root: Path = ROOT) -> list[Path]:
    """Write the two files and return them; raises ValueError for a name that will not do."""
    family, _, slug = name.partition("/")
    if family not in FAMILIES or not slug.isidentifier() or slug != slug.lower():
        raise ValueError(f"NAAM is familie/naam_van_de_fout, met familie {', '.join(FAMILIES)}")
    hundred = FAMILIES.index(family) + 1
    numbers = [int(r.kind.code[3:]) for r in all_rules() if r.kind.code[3] == str(hundred)]
    code = f"BKL{max(numbers, default=100 * hundred) + 1}"
    paths = [
        root / "bkl" / "rules" / family / f"{slug}.py",
        root / "tests" / "rules" / f"{slug}.yaml",
    ]
    need = NEEDS.get(family, "jaarverslag")
    about = OF_AN_ANSWER if need == "jaarverslag" else OF_A_PROMISE
    requires = f'REQUIRES = ("{need}",)\n' if need else ""
    first = slug.replace("_", " ").capitalize()
    texts = [
        RULE.format(first=first, code=code, slug=slug, requires=requires, **about),
        CASES.format(beside=BESIDE.get(need, ""), **about),
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

"""Nothing is ever cut off the paper: every word of a PDF stands between the edges of its page."""

import re
import subprocess

import pytest

from bkl import api
from tests.render.pdfs import needs_pdftotext

WIDE = [f"Verantwoordingsjaar{number}" for number in range(9)]
LINK = f"https://example.org/{'a1b2c3d4e5' * 29}einde"
CODE = "codewoord_" * 20 + "slot"
LETTERS = "ABCGHIKL"


def table(cells):
    rows = (cells, ["---"] * len(cells), cells)
    return "\n".join("      | " + " | ".join(row) + " |" for row in rows)


def write(folder, themes, columns):
    (folder / "data").mkdir()
    names = ", ".join(f"{one}: Maatschappelijke verantwoordelijkheid {one}" for one in themes)
    plan = (
        f"werkplan: 2021\norganisatie: Voorbeeld\nthemas: {{{names}}}\n"
        "doelgroepen: {D: Burgers, E: Jongeren}\nspeerpunten:\n"
    )
    for theme in themes:
        plan += f"  {theme}D: {{resultaten: {{R1: {{tekst: Lezingen., doel: 6 lezingen}}}}}}\n"
        plan += f"  {theme}E: {{resultaten: {{R1: {{tekst: Lezingen., doel: 6 lezingen}}}}}}\n"
    text = (
        f"      Zie {LINK} en <{LINK}> en `{CODE}`.\n\n"
        f"{table([f'{WIDE[number % 9]}' for number in range(columns)])}\n"
    )
    report = (
        f"jaarverslag: 2021\npeildatum: 31-12-2021\nspeerpunten:\n  AD:\n    verhaal: |\n{text}"
    )
    (folder / "data" / "werkplan-2021.yaml").write_text(plan, encoding="utf-8")
    (folder / "data" / "jaarverslag-2021.yaml").write_text(report, encoding="utf-8")


def outside(path):
    """Return the words that stand past an edge of their page."""
    done = subprocess.run(
        ["pdftotext", "-bbox", path, "-"], capture_output=True, encoding="utf-8", check=True
    )
    found, width = [], 0.0
    for line in done.stdout.splitlines():
        if page := re.search(r'<page width="([\d.]+)"', line):
            width = float(page[1])
        word = re.search(r'<word xMin="([-\d.]+)".*xMax="([\d.]+)".*?>(.*?)<', line)
        if word and (float(word[1]) < 10 or float(word[2]) > width - 10):
            found.append(word[3])
    assert width
    return found


@needs_pdftotext
@pytest.mark.parametrize(("themes", "columns"), [(6, 9), (8, 16)])
@pytest.mark.parametrize("rapport", ["jaarverslag", "dashboard"])
def test_nothing_runs_off_the_paper(tmp_path, rapport, themes, columns):
    write(tmp_path, LETTERS[:themes], columns)
    (path,) = api.render(rapport, tmp_path, formats=["pdf"])
    assert outside(path) == []
    if rapport == "jaarverslag":
        text = subprocess.run(
            ["pdftotext", "-raw", path, "-"], capture_output=True, encoding="utf-8", check=True
        ).stdout
        joined = "".join(text.split())
        # whole, and without a hyphen that would copy along
        assert joined.count(LINK) >= 2
        assert CODE in joined
        assert WIDE[8] in re.sub("[-\u00ad\u2010]", "", joined)

"""Excel: every promise as a row; numbers to count with beside the phrases; text stays text."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from bkl import api
from bkl.render import Formaatfout, render_report, report_names
from tests.render import matter
from tests.render.matter import fixture_stof, plan, stof_of, verslag

SIGNS = ["=1+1", "+31", "-2+3", "@SUM(A1)", "=cmd|'/c calc'!A1", '=HYPERLINK("http://x")']


def made(rapport="jaarverslag", stof=None):
    return render_report(rapport, "xlsx", stof or fixture_stof())


def tables(data):
    """Return the rows below the heads as records, by sheet."""
    found = {}
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python()
        heads = {"Code", "Beloofd", "Woord", "Feit"}
        top = next(n for n, row in enumerate(rows) if not heads.isdisjoint(row))
        found[name] = [dict(zip(rows[top], row, strict=True)) for row in rows[top + 1 :]]
    return found


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def small(doel="6 lezingen", realisatie="1 lezing", tekst="Er zijn lezingen.", **more):
    given = {"realisatie": realisatie, "bron": "telling, blad 2", "reden": "partner"}
    return stof_of(
        plan({"S": {"resultaten": {"R1": {"tekst": tekst, "doel": doel}}}}),
        verslag(
            realisaties={"S-R1": {**given, "toelichting": "Zo was het.", **more}},
            bronnen={"telling": {"titel": "Telling", "datum": "3-5-2021"}},
        ),
    )


def test_the_sheets_of_a_year():
    assert list(tables(made())) == [
        "Overzicht",
        "Per speerpunt",
        "Afwijkingen",
        "Herkomst",
        "Legenda",
    ]
    assert list(tables(made("werkplan"))) == ["Overzicht", "Per speerpunt", "Legenda"]
    assert list(tables(made("regels"))) == ["Regels"]


@pytest.mark.parametrize("rapport", matter.ALLE)
def test_every_report_and_the_same_matter_gives_the_same_bytes(rapport):
    assert rapport in report_names()
    assert made(rapport) == made(rapport)


def test_numbers_are_numbers_beside_the_phrases():
    row = tables(made(stof=small("ca. 4.000 mensen", "1.250,5 tot 3.000 mensen")))["Per speerpunt"][
        0
    ]
    assert (row["Doel"], row["Doel vanaf"]) == ("ca. 4.000 mensen", 3600.0)
    assert row["Doel tot en met"] == ""
    assert row["Bereikt"] == "1.250,5 tot 3.000 mensen"
    assert (row["Bereikt vanaf"], row["Bereikt tot en met"]) == (1250.5, 3000.0)
    assert (row["Eenheid"], row["Oordeel"], row["Reden"]) == ("mensen", "deels gehaald", "partner")


def test_what_is_done_or_not_has_no_number():
    row = tables(made(stof=small("ja", "ja")))["Per speerpunt"][0]
    assert [row["Doel vanaf"], row["Bereikt vanaf"], row["Oordeel"]] == ["", "", "gehaald"]


def test_no_figure_is_an_empty_cell_and_never_nought():
    row = tables(made(stof=small(realisatie="nog niet bekend")))["Per speerpunt"][0]
    assert [row["Bereikt"], row["Bereikt vanaf"]] == ["nog niet bekend", ""]


def test_differences_and_sources_stand_apart():
    found = tables(made(stof=small()))
    assert [
        (row["Code"], row["Verschil"], row["Verschil vanaf"]) for row in found["Afwijkingen"]
    ] == [("S-R1", "−5 lezingen", -5.0)]
    source = found["Herkomst"][0]
    assert (source["Bron"], source["Plaats"]) == ("Telling", "blad 2")
    assert source["Datum"].isoformat() == "2021-05-03"


def test_the_counts_add_up():
    rows = tables(made())["Overzicht"]
    *own, whole = [row for row in rows if row["Beloofd"] != ""]
    assert whole["Speerpunt"] == "Samen"
    assert whole["Beloofd"] == fixture_stof().telling.n
    verdicts = [head for head in whole if head not in ("Speerpunt", "Naam", "Beloofd")]
    counted = [
        h
        for h in verdicts
        if h not in ("Hoogstens gehaald", "Ontwikkelingen", "Niet van toepassing")
    ]
    for row in (*own, whole):
        assert sum(row[head] for head in counted) == row["Beloofd"]


def test_only_the_speerpunten_that_were_asked_for():
    whole = fixture_stof()
    code = whole.rijen[-1].speerpunt
    found = tables(made("factsheets", replace(whole, keuze=frozenset([code]))))
    told = [row["Speerpunt"] for row in found["Per speerpunt"]]
    assert set(told) == {code}
    assert 0 < len(told) < len(whole.rijen)
    assert {row["Code"].partition("-")[0] for row in found["Herkomst"] if row["Code"]} <= {code}


@pytest.mark.parametrize("sign", SIGNS)
def test_no_text_becomes_a_formula_or_a_link(sign):
    data = made(stof=small(tekst=sign, toelichting=sign, bron=f"{sign}, {sign}", gevolg=sign))
    found = parts(data)
    sheets = "".join(text for name, text in found.items() if "/worksheets/" in name)
    assert "<f>" not in sheets
    assert "hyperlink" not in sheets
    assert not any("externalLink" in name for name in found)
    assert tables(data)["Per speerpunt"][0]["Toezegging"] == sign
    styles = re.findall(r"<xf [^>]*>", found["xl/styles.xml"].partition("<cellXfs")[2])
    at = re.search(r'<c r="D2" s="(\d+)"', found["xl/worksheets/sheet2.xml"])[1]
    assert 'quotePrefix="1"' in styles[int(at)], "it would be a formula once somebody edits it"


def test_every_sheet_is_a_table_with_filters_and_heads_in_view():
    found = parts(made())
    names = [name for name in found if name.startswith("xl/tables/")]
    assert len(names) == 5
    assert all("<autoFilter " in found[name] for name in names)
    for number in (2, 3, 4, 5):
        sheet = found[f"xl/worksheets/sheet{number}.xml"]
        assert 'state="frozen"' in sheet
        assert "mergeCell" not in sheet
    assert "<dc:language>nl-NL</dc:language>" in found["docProps/core.xml"]


def test_own_words_that_are_the_same_do_not_break_a_table():
    words = {"begrippen": {"speerpunt": "code", "speerpunten": "codes"}}
    stof = stof_of(plan({"S": {"resultaten": {"R1": {"tekst": "Iets", "doel": "3"}}}}, **words))
    heads = re.findall(
        r'<tableColumn id="\d+" name="([^"]+)"',
        parts(made("werkplan", stof))["xl/tables/table2.xml"],
    )
    assert len({head.casefold() for head in heads}) == len(heads)
    assert len(heads) > 5


@pytest.mark.parametrize("word", ["a/b:c*?[d]", "x" * 90, "'", "Overzicht"])
def test_a_sheet_may_be_called_by_any_word(word):
    words = {"begrippen": {"speerpunt": word, "speerpunten": "delen"}}
    stof = stof_of(plan({"S": {"resultaten": {"R1": {"tekst": "Iets", "doel": "3"}}}}, **words))
    assert len(CalamineWorkbook.from_filelike(io.BytesIO(made("werkplan", stof))).sheet_names) == 3


def test_long_and_strange_texts_fit():
    stof = small(toelichting="a" * 40_000 + "\x85\u2028\U0001f600 </t>")
    text = tables(made(stof=stof))["Per speerpunt"][0]["Toelichting"]
    assert len(text) == 32_767


def test_without_the_package_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(Formaatfout) as fault:
        made()
    assert "pip install" in fault.value.cure


def test_what_stands_beside_the_promises_has_sheets_of_its_own(tmp_path):
    """Money, parts, progress and facts, as numbers; what is hidden in public is nowhere."""
    folder = Path(__file__).parent.parent / "gemeente"
    (path,) = api.render("jaarverslag", folder, formats=("xlsx",), output=tmp_path)
    found = tables(path.read_bytes())
    money = {row["Code"]: row for row in found["Geld"]}
    assert (money["P1.1"]["Valt onder"], money["P1.1"]["Besteed (€)"]) == ("P1", 151750)
    assert money["totaal"]["Besteed (€)"] == 628500
    parts = {(row["Code"], row["Deel"]): row for row in found["Uitsplitsing"]}
    assert parts["P1.1-R1.deelnemers", "Noord"]["Bereikt vanaf"] == 47
    for hidden in (("P1.1-R1.deelnemers", "Dorp"), ("P1.1-R1.deelnemers", "onbekend")):
        assert parts[hidden]["Bereikt"].startswith("minder dan 5")
        assert parts[hidden]["Bereikt vanaf"] in ("", None)
    assert [row["Verwacht"] for row in found["Voortgang"]][1] == "3 taalhuizen"
    assert [row["Hoort bij"] for row in found["Feiten"]] == ["P2", ""]
    rows = {row["Code"]: row for row in found["Per programma"]}
    assert rows["P1.1-A2"]["Valt onder"] == "P1 › P1.1"
    assert rows["P1.1-A2"]["Draagt bij aan"] == "P1.1-R1"
    assert rows["P1.1-A1"]["Uitvoerder"] == "bibliotheek, welzijnswerk"

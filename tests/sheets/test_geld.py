"""Money and facts in forms: asked of the right people, recorded to the cent, and nothing else."""

import pytest
import xlsxwriter
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bkl import api
from bkl.sheets.reading import read_grids
from tests.recording.workspace import NAME
from tests.sheets.test_office import OFFICE, saved
from tests.sheets.workbooks import SHEET, as_csv, bring, edit, objections, office, report_of, text
from tests.sheets.workbooks import _put as put

PLAN = """\
werkplan: 2021
organisatie: Voorbeeld
geld: {wie: financiën}
speerpunten:
  P:
    titel: Meedoen
    geld: {begroot: € 400, dekking: {Rijk: € 250, gemeente: € 150}}
    resultaten:
      R1: {tekst: Er zijn lezingen., doel: 6 lezingen}
  P.1:
    titel: Taal
    uitvoerder: bibliotheek
    geld: {begroot: € 100}
    resultaten:
      R1: {tekst: Er zijn cursussen., doel: 6 cursussen}
  Q:
    titel: Groen
    geld: {begroot: € 1.200, wie: [Noor, financiën]}
    resultaten:
      R1: {tekst: Er komen bomen., doel: 10 bomen}
"""
REPORT = """\
jaarverslag: 2021
peildatum: 31-12-2021
bronnen:
  rekening: {titel: Jaarrekening 2021}
realisaties:
  P-R1: {realisatie: 6 lezingen, bron: rekening}
geld:
  # nog niet compleet
  P: {bijgesteld: '€ 410', reden: raming, toelichting: De huur steeg.}   # brief
feiten:
  website: {tekst: Bezoek aan de website., cijfer: 12.400 bezoekers, bij: P, bron: rekening}
"""


@pytest.fixture
def folder(tmp_path):
    return office(tmp_path, REPORT, PLAN)


def forms(folder, **asked):
    return {one.wie: one.path for one in api.make_forms(folder, api.FormRequest(**asked)).forms}


def columns_of(rows):
    return {mark.removeprefix("bkl:"): place for place, mark in enumerate(rows[0])}


def shown(path, blad):
    """Return the rows of one sheet: code, amount, plan, asked, and what is known."""
    rows = next(grid.rows for grid in read_grids(path) if grid.blad == blad)
    at = columns_of(rows)
    names = [name for name in ("code", "periode", "doel", "gevraagd", "laatste") if name in at]
    return [tuple(row[at[name]] for name in names) for row in rows[2:]]


def filled(path, answers, to=None):
    """Fill in cells by sheet, code (or number of a new row) and amount; save it elsewhere."""
    grids = [(grid.blad, [list(row) for row in grid.rows]) for grid in read_grids(path)]
    left = dict(answers)
    for _, rows in grids:
        at = columns_of(rows) if str(rows[0][0]).startswith("bkl:") else {}
        for number, row in enumerate(rows[2:] if at else []):
            what = row[at["periode"]] if "periode" in at else ""
            for name, cell in (left.pop((row[at["code"]] or number, what), None) or {}).items():
                row[at[name]] = cell
    assert left == {}, "every answer has its row"
    target = to or path
    book = xlsxwriter.Workbook(str(target), {"strings_to_formulas": False})
    for blad, rows in grids:
        sheet = book.add_worksheet(blad)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
    return target


def test_amounts_are_asked_of_who_delivers_them(folder):
    made = forms(folder)
    assert list(made) == ["bibliotheek", "financiën", "Noor", ""]
    assert shown(made["financiën"], "Geld") == [
        ("P", "besteed", "€ 400", "besteed", "nog geen"),
        ("P", "dekking: Rijk", "€ 250", "dekking", "nog geen"),
        ("P", "dekking: gemeente", "€ 150", "dekking", "nog geen"),
        ("P.1", "bijgesteld", "€ 100", "als die er is", "nog geen"),
        ("P.1", "besteed", "€ 100", "besteed", "nog geen"),
        ("Q", "bijgesteld", "€ 1.200", "als die er is", "nog geen"),
        ("Q", "besteed", "€ 1.200", "besteed", "nog geen"),
    ]
    assert [row[0] for row in shown(made["Noor"], "Geld")] == ["Q", "Q"]
    assert read_grids(made["bibliotheek"])[0].blad == "Formulier"
    everything = forms(folder, alles=True)
    assert ("P", "bijgesteld", "€ 400", "", "€ 410") in shown(everything["financiën"], "Geld")


GIVEN = {
    ("P", "besteed"): {"cijfer": "€ 410,25", "bron": "Jaarrekening 2021, blz. 3"},
    ("P", "dekking: Rijk"): {"cijfer": 250},
    ("P", "dekking: gemeente"): {"cijfer": 160.25},
    ("P.1", "besteed"): {"cijfer": 0, "reden": "planning", "uitleg": "Het begon later."},
    ("Q", "besteed"): {"cijfer": "1.200"},
}
AFTER = """\
geld:
  # nog niet compleet
  P: {bijgesteld: '€ 410', reden: raming, toelichting: De huur steeg., \
besteed: "€ 410,25", dekking: {Rijk: 250, gemeente: "160,25"}, bron: "rekening, blz. 3"}   # brief
  P.1:
    besteed: 0
    reden: planning
    toelichting: Het begon later.
  Q:
    besteed: "1.200"
feiten:
"""


def test_what_is_filled_in_is_recorded_to_the_cent_and_nothing_else(folder):
    result = bring(folder, filled(forms(folder)["financiën"], GIVEN))
    assert objections(result) == []
    start = REPORT.index("geld:")
    assert report_of(folder) == REPORT[:start] + AFTER + REPORT[REPORT.index("  website") :]
    assert api.check(folder).fouten == 0
    assert api.gap(folder).dossier.geld.totaal.besteed * 100 == 161025
    again = bring(folder, folder / "formulieren" / "formulier-2021-financien.xlsx")
    assert (again.gelijk, again.voorstel) == (len(GIVEN), None)


def test_untouched_forms_change_no_byte(folder):
    paths = forms(folder, alles=True, feiten=True).values()
    result = bring(folder, *paths)
    assert (result.voorstel, result.bezwaren) == (None, ())
    assert report_of(folder) == REPORT


WRONG = [
    ({("P", "besteed"): "ca. € 400"}, ["G2 is geen precies bedrag"]),
    ({("P", "besteed"): "1204.5"}, ["een punt"]),
    ({("P", "besteed"): "12,345"}, ["op twee manieren"]),
    ({("P", "besteed"): "€ 1,001"}, ["op twee manieren"]),
    ({("P", "besteed"): "-410"}, ["`-410` is minder dan niets."]),
    ({("P", "besteed"): "nog niet bekend"}, ["geen precies bedrag"]),
    ({("P", "besteed"): "€ 410", ("P", "dekking: Rijk"): "€ 250",
      ("P", "dekking: gemeente"): "€ 159,99"}, ["een verschil van € 0,01"] * 2),
    ({("P", "besteed"): "€ 50", ("P.1", "besteed"): "€ 50,01"}, ["€ 50,01"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("given_", "told"), WRONG, ids=[str(row[1][0]) + str(n) for n, row in enumerate(WRONG)]
)
def test_what_does_not_fit_is_told_at_its_cells(folder, given_, told):
    answers = {where: {"cijfer": text_} for where, text_ in given_.items()}
    path = filled(forms(folder)["financiën"], answers)
    found = objections(bring(folder, path))
    assert len(found) == len(told), found
    rows = [row[:2] for row in shown(path, "Geld")]
    cells = {f"Geld!G{rows.index(where) + 3}" for where in given_}
    for one, part in zip(found, told, strict=True):
        assert one.partition(": ")[0] in cells
        assert part.removeprefix("G2 ") in one
    assert api.check(folder).fouten == 0, "the rest may be recorded, a fault may not"


def test_a_sum_that_a_new_amount_breaks_is_told_at_that_amount(folder):
    total = REPORT.replace("geld:\n", "geld:\n  totaal: {besteed: € 500}\n")
    (folder / "data" / NAME).write_text(total, encoding="utf-8")
    found = objections(
        bring(folder, filled(forms(folder)["financiën"], {("Q", "besteed"): {"cijfer": "€ 501"}}))
    )
    assert len(found) == 1
    assert "een verschil van € 1." in found[0]
    assert report_of(folder) == total


def test_thousands_are_asked_for_and_a_thousand_times_too_much_is_asked_about(tmp_path):
    plan = PLAN.replace("geld: {wie", "bedragen: x € 1.000\ngeld: {wie")
    folder = office(tmp_path, REPORT.replace("€ 410", "€ 410"), plan)
    path = forms(folder)["financiën"]
    grid = read_grids(path)[0]
    assert [head for head in grid.rows[1] if "x € 1.000" in str(head)] == [
        "Begroot (x € 1.000)", "Nu in het verslag (x € 1.000)", "Invullen: bedrag (x € 1.000)",
    ]  # fmt: skip
    assert shown(path, "Geld")[-1][2] == "1.200"
    given_ = {("Q", "besteed"): {"cijfer": "1.200.250"}, ("P.1", "besteed"): {"cijfer": "100,1255"}}
    (told,) = objections(bring(folder, filled(path, given_)))
    assert "`1.200.250` is hier € 1.200.250.000, want bedragen zijn x € 1.000" in told
    assert yaml.safe_load(report_of(folder))["geld"]["P.1"] == {"besteed": "100,1255"}


def test_two_forms_that_differ_and_a_report_that_changed(folder):
    made = forms(folder)
    first = filled(made["financiën"], {("Q", "besteed"): {"cijfer": "€ 1.200"}})
    second = filled(made["Noor"], {("Q", "besteed"): {"cijfer": "€ 1.100"}})
    (told,) = objections(bring(folder, first, second))
    assert "Bij `Q` is het cijfer hier" in told
    bring(folder, first)
    (told,) = objections(bring(folder, second))
    assert "veranderd sinds dit formulier is gemaakt: daar staat nu `€ 1.200`" in told


def test_facts_are_shown_changed_and_added(folder):
    path = forms(folder, alles=True, feiten=True)[""]
    assert shown(path, "Feiten")[0] == ("website", "P Meedoen", "12.400 bezoekers")
    answers = {
        ("website", ""): {"cijfer": "13.000 bezoekers"},
        (2, ""): {"uitleg": "Prijzen die wij wonnen.", "cijfer": 3, "bron": "Krant, 3 mei"},
        (3, ""): {"uitleg": "Prijzen die wij wonnen: 2e.", "cijfer": "ca. 50 kaarten"},
        (4, ""): {"cijfer": "5 bezoeken"},
    }
    path = filled(path, answers)
    (told,) = objections(bring(folder, path))
    assert "Bij dit feit staat niet wat er is geteld" in told
    made = yaml.safe_load(report_of(folder))
    assert made["feiten"] == {
        "website": {
            "tekst": "Bezoek aan de website.",
            "cijfer": "13.000 bezoekers",
            "bij": "P",
            "bron": "rekening",
        },
        "prijzen-die-wij-wonnen": {
            "tekst": "Prijzen die wij wonnen.",
            "cijfer": 3,
            "bron": "krant, 3 mei",
        },
        "prijzen-die-wij-wonnen-2e": {
            "tekst": "Prijzen die wij wonnen: 2e.",
            "cijfer": "ca. 50 kaarten",
        },
    }
    again = bring(folder, path)
    assert (again.gelijk, again.voorstel) == (3, None), "a fact is not added twice"


def test_a_table_of_the_bookkeeping_can_be_read_as_csv(folder):
    rows = [
        ["Code", "Welk bedrag", "Bedrag", "Bron"],
        ["q", "Besteed", "1.150,50", "Jaarrekening 2021"],
        ["P", "dekking: rijk", "€ 10", ""],
        ["P", "dekking: Rijkk", "€ 10", ""],
        ["P", "", "€ 10", ""],
        ["", "feit", "3 prijzen", ""],
    ]
    path = folder / "boek.csv"
    path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    found = objections(bring(folder, path))
    assert [one.partition(": ")[2] for one in found] == [
        "`Rijkk` betaalt volgens het werkplan niets van P.",
        "Bij P staat niet om welk bedrag het gaat.",
        "Bij dit feit staat niet wat er is geteld.",
    ]
    told = yaml.safe_load(report_of(folder))["geld"]
    assert told["Q"] == {"besteed": "1.150,50", "bron": "rekening"}
    assert told["P"]["dekking"] == {"Rijk": "€ 10"}


@settings(max_examples=5, deadline=None)
@given(st.lists(st.integers(0, 10**9), min_size=3, max_size=3), st.booleans(), st.booleans())
def test_any_cents_come_back_as_they_were_typed(tmp_path_factory, cents, csv, thousands):
    plan = PLAN.replace("geld: {wie", "bedragen: x € 1.000\ngeld: {wie") if thousands else PLAN
    plan = plan.replace("€ 100,", "€ 1.000.000,").replace("€ 1.200,", "€ 99.000.000,")
    folder = office(tmp_path_factory.mktemp("geld"), REPORT, plan)
    codes, decimals = (
        [("P.1", "besteed"), ("Q", "besteed"), ("Q", "bijgesteld")],
        5 if thousands else 2,
    )
    texts = {}
    for where, amount in zip(codes, cents, strict=True):
        whole, rest = divmod(amount, 10**decimals)
        texts[where] = f"{whole:,}".replace(",", ".") + f",{rest:0{decimals}}"
    path = filled(
        forms(folder)["financiën"], {key: {"cijfer": told} for key, told in texts.items()}
    )
    result = bring(folder, as_csv(path) if csv else path)
    told = yaml.load(report_of(folder), Loader=yaml.BaseLoader)["geld"]
    objected = {one.partition(":")[0] for one in objections(result)}
    rows = [row[:2] for row in shown(path, "Geld")]
    for (code, amount), typed in texts.items():
        cell = f"{'' if csv else 'Geld'}!G{rows.index((code, amount)) + 3}"
        assert told.get(code, {}).get(amount) == typed or cell in objected, (
            objections(result),
            cell,
        )
    assert api.check(folder).fouten == 0


@pytest.mark.office
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_money_through_libreoffice(folder):
    path = forms(folder)["financiën"]
    cells = {
        "G3": text("€ 410,25"),
        "G5": text("160,25"),
        "G4": "><v>250</v>",
        "H3": text("Jaarrekening 2021"),
    }

    def typed(xml):
        for cell, value in cells.items():
            xml = put(xml, cell, value)
        return xml

    result = bring(folder, saved(edit(path, typed, name=SHEET), "xlsx", folder / "uit"))
    assert objections(result) == []
    told = yaml.safe_load(report_of(folder))["geld"]["P"]
    assert (told["besteed"], told["dekking"]) == ("€ 410,25", {"Rijk": 250, "gemeente": "160,25"})


QUARTERS = PLAN.replace(
    "R1: {tekst: Er komen bomen., doel: 10 bomen}",
    "R1: {tekst: Er komen bomen., doel: 10 bomen, tijd: som, deadline: 30-09-2021,\n"
    "           uitsplitsing: {wijk: [Noord, Zuid]}}",
).replace("organisatie:", "voortgangswoorden: [goed, matig]\norganisatie:")
HALFWAY = REPORT.replace("31-12-2021", "30-06-2021").replace(
    "  P-R1:", "  Q-R1: {metingen: {Q2 2021: 3 bomen}, voortgang: goed, bron: rekening}\n  P-R1:"
)


@pytest.mark.parametrize(
    ("periode", "figures", "money"),
    [
        # a period that is over: what is missing of it, and nothing that is about now
        ("Q1", [("Q-R1", "Q1 2021"), ("Q-R1", "prognose")], ["bijgesteld", "besteed"]),
        # one that has its figure: how it stands
        ("Q2", [("Q-R1", "voortgang"), ("Q-R1", "prognose")], ["bijgesteld", "besteed"]),
        # one that has not begun, in which the promise is due: its parts too
        ("Q3", [("Q-R1", "Q3 2021"), ("Q-R1", "wijk: Noord"), ("Q-R1", "wijk: Zuid"),
                ("Q-R1", "voortgang"), ("Q-R1", "prognose")], ["bijgesteld", "besteed"]),
    ],
)  # fmt: skip
def test_the_form_of_one_period(tmp_path, periode, figures, money):
    folder = office(tmp_path, HALFWAY, QUARTERS)
    made = forms(folder, periode=periode)
    rows = [row[:2] for path in made.values() for row in shown_if(path, "Formulier")]
    assert [row for row in rows if row[0] == "Q-R1"] == figures
    geld = [row for row in shown(made["Noor"], "Geld") if row[0] == "Q"]
    assert [row[1] for row in geld] == money
    given_ = {("Q", "besteed"): {"cijfer": "€ 300"}}
    assert objections(bring(folder, filled(made["Noor"], given_, folder / "in.xlsx"))) == []
    again = forms(folder, periode=periode)
    left = [row[1:4:2] for row in shown(again["Noor"], "Geld")]
    asked = ("besteed", "toelichting")
    assert left == ([asked] if periode == "Q1" else [("bijgesteld", "stand"), asked])


def shown_if(path, blad):
    there = path is not None and any(grid.blad == blad for grid in read_grids(path))
    return shown(path, blad) if there else []

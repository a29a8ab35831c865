"""The comparison for programs: JSON, CSV and Markdown."""

import csv
import io
import json
from decimal import Decimal

import pytest

from bkl import api
from bkl.domein.woorden import OORDELEN
from bkl.printers.gap import csv as as_csv
from bkl.printers.gap import csv_en, markdown
from bkl.printers.gap import json as as_json
from bkl.printers.gap.parts.records import KOLOMMEN
from bkl.printers.gap.parts.records import cell as written
from bkl.printers.screen import Screen
from bkl.wording.facts import facts as facts_of
from tests.build import write
from tests.printers.goldens import FIXTURE, assert_golden, rows

CONTRACT = [
    *("id", "speerpunt", "onderdeel", "tekst", "doel", "nulmeting", "richting", "realisatie"),
    *("verschil", "tekort", "procent", "uitvoering", "oordeel", "vlaggen", "reden"),
    *("toelichting", "bron"),
]
CLOSED = {"min_open": False, "max_open": False}
EXTRA = {
    *("zelfde_als", "nodig", "jaar", "onderbouwing", "niet_bereikt", "sectie", "vervolg", "gevolg"),
    *("indicator", "tegenspraak", "verwant"),
    *("niveau", "invloed", "ontwikkeling", "uitvoerder", "labels", "deadline", "maatstaf"),
    *("oorspronkelijk", "bijstellingen", "mijlpalen", "einddoel", "teller", "noemer"),
    *("verschil_open", "tekort_open", "procent_open"),
    *("metingen", "correcties", "vervolg_van", "voortgezet", "reeks", "getekend"),
}


@pytest.fixture(scope="module")
def result():
    return api.gap(FIXTURE)


@pytest.fixture(scope="module")
def facts(result):
    read = json.loads(as_json.show(result, Screen()))
    return {indicator["id"]: indicator for indicator in read["indicatoren"]}


def test_goldens(result):
    assert_golden("gap.json", as_json.show(result, Screen()))
    assert_golden("gap.csv", as_csv.show(result, Screen()))
    assert_golden("gap.md", markdown.show(result, Screen()))


def test_json_keys_are_always_there(result):
    read = json.loads(as_json.show(result, Screen()))
    assert list(read)[:5] == ["jaar", "selectie", "indicatoren", "telling", "samenvatting"]
    assert set(list(read)[5:]) == {"samengesteld", "indeling", "groepen", "status", "fouten"}
    assert len(read["indicatoren"]) == len(result.rijen)
    for indicator in read["indicatoren"]:
        assert set(indicator) == {*CONTRACT, *EXTRA}
        assert [key for key in indicator if key in CONTRACT] == CONTRACT


def test_json_counts_add_up(result):
    read = json.loads(as_json.show(result, Screen()))
    telling = dict(read["telling"])
    n = telling.pop("N")
    assert set(telling) == set(OORDELEN) - {"niet van toepassing"}
    assert sum(telling.values()) == n == 25
    samen = read["samenvatting"]
    assert samen.pop("ontwikkelingen")["N"] == 0
    assert samen == {"gehaald": [7, 15], "onderdelen": 21, "buiten_telling": 0}


def test_json_example_of_the_contract(facts):
    shown = facts["BD-R4.lezingen"]
    assert {key: shown[key] for key in CONTRACT} == {
        "id": "BD-R4.lezingen",
        "speerpunt": "BD",
        "onderdeel": "R4",
        "tekst": "Samen met partners komen er lezingen en themadagen over rondkomen.",
        "doel": {
            "tekst": "zes lezingen",
            "min": "6",
            "max": None,
            "eenheid": "lezingen",
            **CLOSED,
        },
        "nulmeting": None,
        "richting": "hoger",
        "realisatie": {"tekst": "1 lezing", "min": "1", "max": "1", **CLOSED},
        "verschil": ["-5", "-5"],
        "tekort": ["5", "5"],
        "procent": ["16.666667", "16.666667"],
        "uitvoering": "deels uitgevoerd",
        "oordeel": "deels gehaald",
        "vlaggen": [],
        "reden": "overmacht",
        "toelichting": "Door corona gingen vijf lezingen niet door.",
        "bron": "verslag, Lezingen",
    }


@pytest.mark.parametrize(
    ("id_", "key", "value"),
    [
        ("AD-R3.bezoekers", "verschil", ["-3550", None]),
        ("AD-R3.bezoekers", "tekort", ["0", "3550"]),
        ("AD-R3.bezoekers", "procent", ["11.25", None]),
        ("AD-R3.bezoekers", "nodig", "nodig: minimaal 4.000; opgegeven: 450+"),
        ("AD-R3.wachttijd", "procent", None),
        ("AD-R3.wachttijd", "doel", {"min": None, "max": "14"}),
        ("BD-R1.dorpen", "nulmeting", "3.4"),
        ("BD-R1.dorpen", "procent", ["66.666667", "66.666667"]),
        ("AD-R1", "doel", None),
        ("AD-R1", "richting", None),
        ("AD-R1", "verschil", None),
        ("AD-A5", "realisatie", None),
        ("AD-A4", "jaar", 2022),
        ("BD-R5", "bron", None),
        ("BE-A1.themadagen", "zelfde_als", "BD-R4.themadagen"),
        ("BD-A1", "realisatie", {"tekst": "18 modules", "min": "11", "max": "18"}),
        ("SAM-A1", "realisatie", {"tekst": "nog niet bekend", "min": None, "max": None}),
    ],
)
def test_json_values(facts, id_, key, value):
    found = facts[id_][key]
    if isinstance(value, dict):
        found = {name: found[name] for name in value}
    assert found == value


def test_csv_reads_back_as_the_json(result, facts):
    shown = csv_en.show(result, Screen())
    assert shown.count("\r\n") == shown.count("\n") == len(result.rijen) + 1
    table = list(csv.DictReader(io.StringIO(shown, newline="")))
    assert [row["id"] for row in table] == list(facts)
    for row in table:
        fact = facts[row["id"]]
        assert None not in row
        assert row["oordeel"] == fact["oordeel"]
        assert row["toelichting"] == (fact["toelichting"] or "")
        for key in ("verschil", "tekort", "procent"):
            ends = [
                Decimal(row[f"{key}_{end}"]) if row[f"{key}_{end}"] else None
                for end in ("min", "max")
            ]
            assert ends == [Decimal(e) if e else None for e in fact[key] or (None, None)]
        doel = fact["doel"] or {"tekst": None, "min": None, "max": None, "eenheid": None}
        assert [row["doel"], row["doel_min"], row["doel_max"], row["doel_eenheid"]] == [
            doel[key] or "" for key in ("tekst", "min", "max", "eenheid")
        ]


def test_csv_has_a_header_without_rows():
    shown = as_csv.show(api.gap(FIXTURE, status=["niet gemeten"]), Screen())
    assert shown == "\ufeff" + ";".join(f'"{name}"' for name in KOLOMMEN) + "\r\n"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("-5", "-5"),
        ("-0.5", "-0.5"),
        ("gewoon", "gewoon"),
        ("=1+1", "'=1+1"),
        ("+31", "'+31"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-5%", "'-5%"),
        (" =1+1", "' =1+1"),
        ("\u00a0=1+1", "'\u00a0=1+1"),
        ("＝1+1", "'＝1+1"),
        ("＋31", "'＋31"),
        ("−5%", "'−5%"),
        ("\t=1", "' =1"),
        ("een\ntwee", "een twee"),
    ],
)
def test_csv_cells_are_never_formulas(text, cell):
    assert written(text) == cell


def test_the_dutch_csv_holds_the_same_figures(result):
    dutch = as_csv.show(result, Screen())
    assert dutch.startswith('\ufeff"id";')
    rows = csv.DictReader(io.StringIO(dutch[1:], newline=""), delimiter=";")
    others = csv.DictReader(io.StringIO(csv_en.show(result, Screen()), newline=""))
    for row, other in zip(rows, others, strict=True):
        for name, text in other.items():
            number = name.endswith(("_min", "_max"))
            assert row[name].removeprefix("'") == (text.replace(".", ",") if number else text)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_field_is_quoted(result, delimiter):
    """Read with another separator than it was written with, no cell begins as a formula."""
    for printer in (as_csv, csv_en):
        shown = printer.show(result, Screen())
        for row in csv.reader(io.StringIO(shown, newline=""), delimiter=delimiter):
            assert not any(part.startswith(("=", "+", "@", "＝")) for part in row)
        assert all(line.lstrip("\ufeff").startswith('"') for line in shown.splitlines())


@pytest.mark.parametrize("text", ["10-12", "1/3", "4-5-2021", "12:30", "1.2", "1,0e5"])
def test_a_dutch_spreadsheet_makes_no_date_of_a_phrase(text):
    assert as_csv._cell("realisatie", text) == f"'{text}"
    assert as_csv._cell("realisatie", "4.000") == "4.000"
    assert as_csv._cell("deadline", "2021-12-31") == "2021-12-31"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", r"a \| b"),
        ("<script>", r"\<script\>"),
        ("*vet* _schuin_ `code`", r"\*vet\* \_schuin\_ \`code\`"),
        ("[link](x)", r"\[link\](x)"),
        ("een\ntwee", "een twee"),
        ("\x1b[31m", r"␛\[31m"),
    ],
)
def test_markdown_shows_texts_as_they_are(text, shown):
    assert markdown.escape(text) == shown


def test_markdown_tables_are_whole(result):
    lines = markdown.show(result, Screen()).splitlines()
    rows = [line for line in lines if line.startswith("|")]
    assert len(rows) == len(result.rijen) + 2 * 6
    assert {line.replace(r"\|", "").count("|") for line in rows} == {9}


def test_an_open_bound_is_told_beside_its_number():
    (rij,) = rows({"doel": "meer dan 100 leden"}, "bijna 90")
    shown = facts_of(rij)
    assert (shown["doel"]["min"], shown["doel"]["min_open"]) == ("100", True)
    assert (shown["realisatie"]["max"], shown["realisatie"]["max_open"]) == ("90", True)
    assert (shown["verschil"], shown["verschil_open"]) == (["-19", "-10"], [False, True])
    assert (shown["tekort"], shown["tekort_open"]) == (["10", "19"], [True, False])
    assert (shown["procent"], shown["procent_open"]) == (["81", "90"], [False, True])


BY_A_PART = """\
werkplan: 2021
organisatie: Voorbeeld
speerpunten:
  S:
    resultaten:
      R1:
        tekst: Leden.
        mijlpalen: {Q2 2021: meer dan 50 leden, eind 2021: meer dan 100 leden}
      R2: {tekst: Leden., doel: meer dan 100 leden}
"""
GIVEN = """\
jaarverslag: 2021
peildatum: 31-07-2021
realisaties:
  S-R1: {mijlpalen: {Q2 2021: bijna 60 leden}}
  S-R2: bijna 60 leden
"""
CHANGED = """\
bijstellingen: 2021
wijzigingen:
  - {indicator: S-R2, doel: meer dan 80 leden, reden: overmacht, datum: 01-02-2021}
"""


def test_an_open_bound_is_told_too_where_a_part_was_judged(tmp_path):
    write(tmp_path, GIVEN, BY_A_PART)
    (tmp_path / "data" / "bijstellingen-2021.yaml").write_text(CHANGED, encoding="utf-8")
    by_step, changed = json.loads(as_json.show(api.gap(tmp_path), Screen()))["indicatoren"]
    parts = [by_step["mijlpalen"][0], by_step["einddoel"], *changed["bijstellingen"]]
    for part, low in zip(parts, ("50", "100", "80"), strict=True):
        assert (part["doel"]["min"], part["doel"]["min_open"], part["doel"]["max_open"]) == (
            low, True, False,
        )  # fmt: skip
        for name in ("verschil", "tekort", "procent"):
            assert (part[name] is None) == (part[f"{name}_open"] is None)
    assert by_step["mijlpalen"][0]["verschil_open"] == [False, True]

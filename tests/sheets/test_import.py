"""`bkl import`: what people filled in goes in as they wrote it, and what is not certain is told."""

import random

import pytest

from bkl import api
from tests.sheets.workbooks import (
    PLAN,
    REPORT,
    TEAMS,
    Raw,
    as_csv,
    book,
    bring,
    edit,
    elsewhere,
    fill,
    form,
    objections,
    office,
    part,
    report_of,
    rows_of,
)

MORE = {"reden": "vraag hoger", "uitleg": "Er was meer vraag."}
REASON = {"reden": "partner", "uitleg": "Een partner viel uit."}


@pytest.fixture
def folder(tmp_path):
    return office(tmp_path)


def answer(code, cijfer=None, **beside):
    given = {"cijfer": cijfer} if cijfer is not None else {}
    return {(code, name): text for name, text in {**given, **beside}.items()}


READY = ["  S-R5:", "    realisatie: ja"]
"""The lines that come with the answer that the handreiking is ready."""


def added(folder):
    """Return the lines that are new, and see that no other line changed."""
    before, after = REPORT.splitlines(), report_of(folder).splitlines()
    assert [line for line in after if line in before] == before
    return [line for line in after if line not in before]


def test_an_answer_goes_in_as_it_was_written(folder):
    path = fill(form(folder), answer("S-R5", "ja", bron="telling, blad 2"))
    result = bring(folder, path)
    assert (result.opgeslagen, result.bezwaren) == (True, ())
    assert added(folder) == ["  S-R5:", "    realisatie: ja", "    bron: telling, blad 2"]


def test_a_figure_with_a_note_is_taken_literally(folder):
    path = fill(form(folder), answer("S-R4.deelnemers", "450 (nog niet compleet)", **MORE))
    bring(folder, path)
    assert "    realisatie: 450 (nog niet compleet)" in added(folder)


def test_a_verdict_brings_its_grounds(folder):
    bring(folder, fill(form(folder), answer("S-R2", "Gehaald", uitleg="Er zijn drie afspraken.")))
    assert added(folder)[:3] == [
        "  S-R2:",
        "    oordeel: gehaald",
        "    onderbouwing: Er zijn drie afspraken.",
    ]


def test_what_is_left_empty_changes_nothing(folder):
    bring(folder, fill(form(folder), answer("S-R3", bron="telling")))
    assert "  S-R3:\n    realisatie: 4 bijeenkomsten\n    bron: telling\n" in report_of(folder)


def test_what_stands_there_already_is_no_change(folder):
    result = bring(folder, fill(form(folder), answer("S-R3", " 4  bijeenkomsten ")))
    assert (result.gelijk, result.voorstel, report_of(folder)) == (1, None, REPORT)


def test_a_period_becomes_a_meting(folder):
    office(folder, plan=TEAMS)
    path = fill(form(folder, "Team Zuid", periode="q3"), answer("S-R1", "7 lezingen", **REASON))
    bring(folder, path)
    assert added(folder)[:3] == ["  S-R1:", "    metingen:", "      Q3 2021: 7 lezingen"]


def test_a_year_that_is_not_over_yet_gets_the_advice_that_set_gives(folder):
    path = fill(form(office(folder, plan=TEAMS), "Team Zuid", periode="q1"), answer("S-R1", "1"))
    result = bring(folder, path)
    assert [one.plek.cel[0] in "IJ" for one in result.zwaar] == [True]
    assert "`--peildatum 31-03-2021`" in result.raad[0]
    assert bring(folder, path, peildatum="31-03-2021").opgeslagen
    assert "      Q1 2021: 1\n" in report_of(folder)


def test_without_consent_nothing_is_written(folder):
    assert bring(folder, fill(form(folder), answer("S-R5", "ja")), yes=False) is None
    assert report_of(folder) == REPORT


# --- sources


def test_a_source_may_be_called_by_its_title(folder):
    bring(folder, fill(form(folder), answer("S-R5", "ja", bron="telling, VAN ons, map 3")))
    assert "    bron: telling, map 3" in added(folder)


def test_a_new_source_is_described_with_the_words_that_were_typed(folder):
    answers = answer("S-R5", "ja", bron="lijst van märz, map 3")
    answers |= answer("S-R2", "gehaald", uitleg="Zo is het.", bron="Lijst van März, map 4")
    result = bring(folder, fill(form(folder), answers))
    assert result.bronnen == {"lijst-van-marz": "Lijst van März"}
    text = report_of(folder)
    assert "  lijst-van-marz:\n    titel: Lijst van März\n" in text
    assert "    bron: lijst-van-marz, map 3\n" in text
    assert "    bron: lijst-van-marz, map 4\n" in text
    assert api.check(folder).fouten == 0


def test_a_source_that_is_not_used_is_not_added(folder):
    result = bring(folder, fill(form(folder), answer("S-R4.modules", "veel", bron="Map 3")))
    assert (len(result.zwaar), report_of(folder)) == (1, REPORT)


# --- programs and people that change the form


@pytest.mark.parametrize("seed", range(3))
def test_saved_by_another_program_with_the_rows_in_another_order(folder, seed):
    def shuffled(rows):
        marks, heads, *rest = rows
        random.Random(seed).shuffle(rest)
        return [marks, heads, *rest]

    path = fill(form(folder), answer("S-R5", "ja") | answer("S-R7", "62%"))
    result = bring(folder, elsewhere(path, shuffled))
    assert result.bezwaren == ()
    assert added(folder) == [*READY, "  S-R7:", "    realisatie: 62%"]


def test_an_added_column_is_told_and_the_others_are_known(folder):
    def wider(rows):
        return [[*row[:6], f"eigen {n}" if n > 2 else "", *row[6:]] for n, row in enumerate(rows)]

    path = elsewhere(fill(form(folder), answer("S-R5", "ja")), wider)
    result = bring(folder, path)
    assert added(folder) == READY
    assert [(one.plek.cel, one.licht) for one in result.bezwaren] == [("G4", True)]
    assert "niet overgenomen" in result.bezwaren[0].message


def test_renamed_heads_are_known_by_the_hidden_row(folder):
    path = fill(form(folder), answer("S-R5", "ja"))
    bring(folder, elsewhere(path, lambda rows: [rows[0], [f"k{c}" for c in rows[1]], *rows[2:]]))
    assert added(folder) == READY


def test_without_the_hidden_row_the_heads_are_read(folder):
    path = fill(form(folder), answer("S-R5", "ja"))
    bring(folder, elsewhere(path, lambda rows: rows[1:]))
    assert added(folder) == READY


def test_without_both_it_is_no_form(folder):
    path = fill(form(folder), answer("S-R5", "ja"))
    result = bring(folder, elsewhere(path, lambda rows: rows[2:]))
    assert "geen formulier" in result.zwaar[0].message
    assert report_of(folder) == REPORT


def test_without_keys_the_code_and_the_period_tell_what_is_meant(folder):
    office(folder, plan=TEAMS)
    path = fill(form(folder, "Team Zuid", periode="q3"), answer("S-R1", "7 lezingen", **REASON))
    bring(folder, elsewhere(path, lambda rows: [row[:10] for row in rows]))
    assert "      Q3 2021: 7 lezingen" in added(folder)


def test_a_column_that_was_copied_is_not_chosen_from(folder):
    path = fill(form(folder), answer("S-R5", "ja"))
    result = bring(folder, elsewhere(path, lambda rows: [[*row, row[6]] for row in rows]))
    assert "twee keer" in result.zwaar[0].message
    assert report_of(folder) == REPORT


def test_a_sheet_of_notes_is_told(folder):
    def notes(workbook, sheet):
        workbook.add_worksheet("Notities").write_string(0, 0, "bellen")

    rows = [["Code", "Cijfer"], ["S-R5", "ja"]]
    result = bring(folder, book(folder / "a.xlsx", rows, notes))
    assert [(one.plek.blad, one.licht) for one in result.bezwaren] == [("Notities", True)]


@pytest.mark.parametrize(
    ("merged", "refused"),
    [("G3:G4", 1), ("G3:H3", 1), ("A3:A4", 1), ("A3:B3", 0), ("D3:E3", 0), ("B3:B4", 0)],
)
def test_merged_cells_are_not_guessed_at(folder, merged, refused):
    path = fill(form(folder), answer("S-R5", "ja"))
    row = rows_of(path)["S-R5"]
    cells = merged.replace("3", str(row)).replace("4", str(row + 1))
    path = edit(
        path,
        lambda xml: xml.replace(
            "</sheetData>",
            f'</sheetData><mergeCells count="1"><mergeCell ref="{cells}"/></mergeCells>',
        ),
    )
    result = bring(folder, path)
    assert [one.plek.cel for one in result.zwaar] == [cells] * refused
    assert (report_of(folder) == REPORT) == bool(refused)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (Raw('t="b"><v>1</v>'), "WAAR"),
        (Raw('t="e"><v>#N/A</v>'), "foutwaarde"),
        (Raw("><f>3+4</f>"), "nog geen uitkomst"),
        (Raw("><f>[1]Blad1!A1</f><v>7</v>"), "ander bestand"),
        (chr(0x202E).join("ab"), "onzichtbaar teken"),
        ("veel", "geen hoeveelheid"),
        ("3.4", "punt"),
        ("4 katten", "katten"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_cell_and_the_rest_goes_in(folder, cell, said):
    path = fill(form(folder), answer("S-R4.modules", cell) | answer("S-R5", "ja"))
    result = bring(folder, path)
    row = rows_of(path)["S-R4.modules"]
    told = [one for one in objections(result) if one.startswith(f"Formulier!G{row}: ")]
    assert said in told[0] + result.zwaar[0].cure
    assert added(folder) == READY


def test_a_number_in_a_cell_for_text(folder):
    path = fill(form(folder), answer("S-R5", "ja", bron=Raw("><v>2021</v>")))
    bring(folder, path)
    assert "    bron: 2021" in report_of(folder).splitlines()
    assert api.check(folder).fouten == 0


def test_a_reason_that_is_none_is_told_with_the_cell(folder):
    path = fill(form(folder), answer("S-R1", "2 lezingen", reden="patner", uitleg="Zo was het."))
    result = bring(folder, path)
    assert objections(result) == [f"Formulier!I{rows_of(path)['S-R1']}: `patner` is geen reden."]
    assert "`partner`" in result.zwaar[0].cure
    assert report_of(folder) == REPORT


def test_a_missing_reason_is_told_where_it_should_stand(folder):
    path = fill(form(folder), answer("S-R1", "2 lezingen", uitleg="Zo was het."))
    assert [one.plek.cel for one in bring(folder, path).zwaar] == [f"I{rows_of(path)['S-R1']}"]


# --- who says what


def test_forms_that_contradict_each_other_are_both_named(folder):
    office(folder, plan=TEAMS)
    one = fill(form(folder, "Team Zuid"), answer("S-R3", "5 bijeenkomsten", **REASON))
    other = fill(form(folder, "Team Noord"), answer("S-R3", "6 bijeenkomsten", **REASON))
    result = bring(folder, one, other)
    assert len(result.zwaar) == 1
    told = str(result.zwaar[0].plek) + result.zwaar[0].message
    for part_of in (one.name, other.name, "5 bijeenkomsten", "6 bijeenkomsten", "Formulier!G"):
        assert part_of in told
    assert report_of(folder) == REPORT


def test_forms_that_say_the_same_are_one_answer(folder):
    office(folder, plan=TEAMS)
    given = answer("S-R3", "5 bijeenkomsten", **MORE)
    paths = [fill(form(folder, name), given) for name in ("Team Zuid", "Team Noord")]
    result = bring(folder, *paths)
    assert (len(result.rijen), result.bezwaren) == (1, ())
    assert len(result.rijen[0].plekken) == 2
    assert "    realisatie: 5 bijeenkomsten" in report_of(folder).splitlines()


def test_forms_that_complete_each_other(folder):
    office(folder, plan=TEAMS)
    one = fill(form(folder, "Team Zuid"), answer("S-R3", "5 bijeenkomsten"))
    other = fill(form(folder, "Team Noord"), answer("S-R3", bron="telling", **REASON))
    result = bring(folder, one, other)
    assert result.opgeslagen
    assert "    bron: telling" in report_of(folder).splitlines()


def test_what_changed_in_the_jaarverslag_since_is_a_conflict(folder):
    path = fill(form(folder), answer("S-R3", "5 bijeenkomsten", **REASON))
    office(folder, REPORT.replace("4 bij", "3 bij"))
    result = bring(folder, path)
    assert [one.plek.cel for one in result.zwaar] == [f"G{rows_of(path)['S-R3']}"]
    assert "`3 bijeenkomsten`" in result.zwaar[0].message
    assert "`5 bijeenkomsten`" in result.zwaar[0].message
    assert "3 bijeenkomsten" in report_of(folder)


def test_accents_in_two_signs_are_the_same_as_in_one(folder):
    path = fill(form(folder), answer("S-R5", "ja", uitleg="Een cafe\u0301.", bron="Cafe\u0301"))
    assert bring(folder, path).opgeslagen
    once = report_of(folder)
    again = bring(folder, path)
    assert (again.gelijk, again.bezwaren, report_of(folder)) == (1, (), once)


def test_another_field_that_changed_since_is_no_conflict(folder):
    path = fill(form(folder), answer("S-R3", bron="telling"))
    office(folder, REPORT.replace("S-R3: 4", "S-R3: 5"))
    bring(folder, path)
    assert "    bron: telling" in report_of(folder).splitlines()


def test_the_same_answer_that_was_recorded_meanwhile_is_no_conflict(folder):
    path = fill(form(folder), answer("S-R3", "5 bijeenkomsten"))
    office(folder, REPORT.replace("4 bij", "5 bij"))
    result = bring(folder, path)
    assert (result.gelijk, result.bezwaren) == (1, ())


def test_a_form_of_an_older_plan(folder):
    path = fill(form(folder), answer("S-R5", "ja") | answer("S-R4.modules", "3 modules"))
    office(folder, plan=PLAN.replace("3 modules", "4 modules"))
    result = bring(folder, path)
    assert result.ouder == (path.name,)
    assert [one.plek.cel for one in result.zwaar] == [f"G{rows_of(path)['S-R4.modules']}"]
    assert "in het werkplan veranderd" in result.zwaar[0].message
    assert added(folder) == READY


def test_a_promise_that_is_gone(folder):
    path = fill(form(folder), answer("S-R5", "ja"))
    office(folder, plan="\n".join(line for line in PLAN.splitlines() if "R5" not in line) + "\n")
    result = bring(folder, path)
    assert "geen indicator van het werkplan" in result.zwaar[0].message


def test_a_form_of_another_year(folder):
    path = fill(form(folder), answer("S-R5", "ja"))
    for kind in ("werkplan", "jaarverslag"):
        old = (folder / "data" / f"{kind}-2021.yaml").read_text(encoding="utf-8")
        new = folder / "data" / f"{kind}-2022.yaml"
        new.write_text(old.replace("2021", "2022"), encoding="utf-8")
    assert "2021, niet over 2022" in bring(folder, path, jaar=2022).zwaar[0].message
    assert bring(folder, path).jaar == 2021


def test_a_form_of_a_year_that_is_not_here_says_which_form_and_which_year(folder):
    path = fill(form(folder), answer("S-R5", "ja"))
    for kind in ("werkplan", "jaarverslag"):
        old = folder / "data" / f"{kind}-2021.yaml"
        new = old.read_text(encoding="utf-8").replace("2021", "2022")
        old.rename(old.with_name(f"{kind}-2022.yaml")).write_text(new, encoding="utf-8")
    with pytest.raises(api.Gebruiksfout, match="gaat over 2021") as told:
        bring(folder, path)
    assert told.value.message.startswith(f"`{path.name}` gaat over 2021. Er zijn")
    assert "map van 2021" in told.value.cure


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (lambda row, other: [*row[:-1], row[-1][:-1] + "x"], "sleutel van deze rij is veranderd"),
        (lambda row, other: [other[0], *row[1:]], "gemaakt voor"),
        (lambda row, other: ["", *row[1:-1], ""], "geen code"),
        (lambda row, other: ["S-R9", *row[1:-1], ""], "geen indicator"),
        (lambda row, other: ["S-R4", *row[1:-1], ""], "heeft meer cijfers"),
        (lambda row, other: [*row[:3], "ooit", *row[4:-1], ""], "geen periode"),
    ],
)
def test_a_row_of_which_it_is_not_certain_what_it_is_about(folder, row, said):
    path = fill(form(folder), answer("S-R5", "ja"))
    number = rows_of(path)["S-R5"] - 1

    def change(rows):
        return [row(one, rows[2]) if n == number else one for n, one in enumerate(rows)]

    result = bring(folder, elsewhere(path, change))
    assert [one.plek.cel for one in result.zwaar] == [f"G{number + 1}"]
    assert said in result.zwaar[0].message
    assert report_of(folder) == REPORT


@pytest.mark.parametrize(("column", "letter"), [(1, "B"), (2, "C"), (5, "F")])
def test_what_was_written_into_a_locked_cell_is_told(folder, column, letter):
    path = fill(form(folder), answer("S-R5", "ja"))
    number = rows_of(path)["S-R3"] - 1

    def change(rows):
        return [
            [*row[:column], "5 bijeenkomsten", *row[column + 1 :]] if n == number else row
            for n, row in enumerate(rows)
        ]

    result = bring(folder, elsewhere(path, change))
    assert [(one.plek.cel, one.licht) for one in result.bezwaren] == [
        (f"{letter}{number + 1}", True)
    ]
    assert "dat telt niet" in result.bezwaren[0].message
    assert added(folder) == READY


def test_a_form_of_a_school_year(tmp_path):
    office(tmp_path)
    report = REPORT.replace("31-12-2021", "31-07-2022")
    for kind, text in (("werkplan", PLAN), ("jaarverslag", report)):
        path = tmp_path / "data" / f"{kind}-2021.yaml"
        path.unlink()
        whole = text.replace(f"{kind}: 2021", f"{kind}: 2021/2022")
        path.with_name(f"{kind}-2021-2022.yaml").write_text(whole, encoding="utf-8")
    path = form(tmp_path)
    assert path.name == "formulier-2021-2022.xlsx"
    result = bring(tmp_path, fill(path, answer("S-R5", "ja")))
    assert (result.opgeslagen, result.bezwaren) == (True, ())


def test_a_row_that_was_copied_and_changed_contradicts_the_other(folder):
    path = fill(form(folder), answer("S-R5", "ja"))
    number = rows_of(path)["S-R5"] - 1
    result = bring(
        folder,
        elsewhere(path, lambda rows: [*rows, [*rows[number][:6], "nee", *rows[number][7:]]]),
    )
    assert "`nee`" in result.zwaar[0].message
    assert report_of(folder) == REPORT


# --- CSV


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_as_spreadsheets_and_survey_tools_write_it(folder, delimiter, encoding):
    given = answer("S-R6", "3,4 weken", uitleg="Met cliënten; één voor één, €.")
    bring(folder, as_csv(fill(form(folder), given), encoding, delimiter))
    assert "    realisatie: 3,4 weken" in added(folder)
    assert "    toelichting: Met cliënten; één voor één, €." in added(folder)


def test_csv_of_others_needs_a_code_and_a_figure(folder):
    path = folder / "enquete.csv"
    path.write_text("sep=;\nCode;Naam;Cijfer\ns-r5;x;ja\nS-R7;y;3.4\n", encoding="utf-8")
    result = bring(folder, path)
    assert added(folder) == READY
    assert [one.plek.cel for one in result.zwaar] == ["C3"]
    assert [one.plek.cel for one in result.bezwaren if one.licht] == ["B2"]


def test_in_csv_too_a_formula_is_only_text(folder):
    path = folder / "a.csv"
    path.write_text('Code;Cijfer;Toelichting\nS-R5;ja;"=HYPERLINK(1)"\n', encoding="utf-8")
    bring(folder, path)
    assert "    toelichting: =HYPERLINK(1)" in added(folder)
    again = form(folder)
    assert "<f>" not in part(again, "xl/worksheets/sheet1.xml")

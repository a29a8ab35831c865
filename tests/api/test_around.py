"""What stands around the data, and rules beside faults of reading."""

from bkl import api
from tests.build import PLAN, REPORT, write

BROKEN = PLAN.replace("6 lezingen", "6.5")


def codes(folder, **options):
    return [finding.kind.code for finding in api.check(folder, **options).findings]


def with_template(folder, text):
    (folder / "templates").mkdir()
    (folder / "templates" / "werkplan.md.j2").write_text(text, encoding="utf-8")
    return folder


def test_a_template_is_read_but_not_filled_while_the_data_have_faults(tmp_path):
    folder = with_template(write(tmp_path, plan=BROKEN), "{{ v.organistie }}\n")
    assert codes(folder) == ["BKL016"]
    (folder / "templates" / "werkplan.md.j2").write_text("{% if %}", encoding="utf-8")
    assert "BKL502" in codes(folder)


def test_templates_and_reports_are_left_alone_when_a_file_is_named(tmp_path):
    folder = with_template(write(tmp_path), "{% if %}")
    assert codes(folder) == ["BKL502"]
    assert codes(None, files=[folder / "data" / "werkplan-2021.yaml"]) == []


def test_a_rule_that_is_not_chosen_is_not_prepared_either(tmp_path):
    folder = with_template(write(tmp_path), "{% if %}")
    assert codes(folder, select=["werkplan"]) == []
    assert codes(folder, ignore=["sjabloon_werkt_niet"]) == []


def test_reports_that_cannot_be_read_are_no_fault(tmp_path):
    folder = write(tmp_path)
    (folder / "reports").mkdir()
    (folder / "reports" / "werkplan-2021.md").mkdir()
    (folder / "reports" / "jaarverslag-2021.md").write_bytes(b"kenmerk \xff\xfe")
    (folder / "reports" / "jaarverslag-2021.html").symlink_to("nergens")
    assert codes(folder) == []


def test_the_mark_is_found_on_the_last_line_and_in_other_scripts(tmp_path):
    folder = write(tmp_path)
    (folder / "reports").mkdir()
    path = folder / "reports" / "werkplan-2021.md"
    path.write_text("kenmerk `ffffffffffff`\né kenmerk `0123456789ab`", encoding="utf-8")
    (found,) = api.check(folder).findings
    assert (found.position.line, found.position.column, found.position.length) == (2, 12, 12)
    assert found.excerpt == "é kenmerk `0123456789ab`"


def test_a_finding_about_a_whole_file_stays_beside_faults_of_reading(tmp_path):
    plan = BROKEN + "# jan@voorbeeld.nl\n"
    assert codes(write(tmp_path, plan=plan)) == ["BKL016", "BKL401"]


def test_only_the_entry_with_the_fault_is_passed_over(tmp_path):
    report = (REPORT % "    reden: niet vermeld") + "speerpunten: {X: {verhaal: Iets.}}\n"
    report = report.replace("realisatie: 1 lezing", "realisatie: heel veel lezingen")
    assert codes(write(tmp_path, report)) == ["BKL015", "BKL211"]
    report = report.replace("  S-R1:\n", "  S-R9: 3 lezingen\n  S-R1:\n")
    assert "BKL201" in codes(write(tmp_path, report))


def test_a_figure_in_a_text_is_not_held_against_one_that_cannot_be_read(tmp_path):
    report = (REPORT % "    reden: partner").replace("1 lezing", "2.5 lezingen")
    report += "speerpunten: {S: {verhaal: We hielden 25 lezingen.}}\n"
    assert codes(write(tmp_path, report)) == ["BKL015"]


def test_a_comment_beside_a_finding_in_a_text_block_stands_at_its_key(tmp_path):
    comment = "# bkl: sta voorlopige_tekst toe: zo heet het"
    report = REPORT % f"    gevolg: |-  {comment}\n      Het TODO-\n      plan: TODO"
    assert codes(write(tmp_path, report)) == ["BKL203"]


PROMISES = """\
werkplan: 2021
organisatie: Voorbeeld
speerpunten:
  S:
    resultaten:
      R1: {tekst: Klachten., doel: heel veel klachten, richting: lager}
      R2: {tekst: Fouten., doel: minimaal 0 fouten}
    activiteiten:
      R1: Een cursus.
  T: {ambitie: Niets., resultatn: {}}
  U: {ambitie: Niets.}
projecten:
  S: {titel: Project}
"""


def test_a_fault_of_reading_silences_the_rules_at_that_entry_only(tmp_path):
    found = api.check(write(tmp_path, plan=PROMISES)).findings
    assert [(finding.position.line, finding.kind.code) for finding in found] == [
        (6, "BKL015"),
        (7, "BKL112"),
        (9, "BKL102"),
        (10, "BKL010"),
        (11, "BKL114"),
        (13, "BKL102"),
        (13, "BKL114"),
    ]

"""What goes wrong is said in Dutch, with the place and the cure."""

import pytest

from bkl.render import Rapportfout, format_names, render_report, report_names
from bkl.render.errors import Sjabloonfout
from tests.render.matter import fixture_stof, read, stof_of


def render_with(tmp_path, template, rapport="werkplan", fmt="md", name=None):
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / (name or f"{rapport}.md.j2")).write_text(template, encoding="utf-8")
    return render_report(rapport, fmt, fixture_stof(workspace=tmp_path)).decode()


def test_unknown_report_and_format_name_the_choices():
    with pytest.raises(Rapportfout) as caught:
        render_report("verslag", "md", fixture_stof())
    assert caught.value.message == "Er is geen rapport `verslag`."
    assert caught.value.cure == f"Kies uit: {', '.join(report_names())}."
    with pytest.raises(Rapportfout) as caught:
        render_report("werkplan", "exe", fixture_stof())
    assert caught.value.message == "Er is geen formaat `exe`."
    assert caught.value.cure == f"Kies uit: {', '.join(format_names())}."


@pytest.mark.parametrize("rapport", ["_merk", "../x", "", "__init__"])
def test_parts_of_the_house_are_no_reports(rapport):
    with pytest.raises(Rapportfout):
        render_report(rapport, "md", fixture_stof())


def test_no_jaarverslag():
    with pytest.raises(Rapportfout) as caught:
        render_report("jaarverslag", "md", stof_of(read("werkplan")))
    assert caught.value.message == "Er is geen jaarverslag over 2021."
    assert caught.value.cure == "Maak `data/jaarverslag-2021.yaml`."


def test_a_werkplan_needs_no_jaarverslag():
    plan_alone = render_report("werkplan", "md", stof_of(read("werkplan")))
    assert plan_alone == render_report("werkplan", "md", fixture_stof())


FAULTS = {
    "unknown name": ("een\n\n{{ v.bestaat_niet }}\n", 3, "hier staat een naam die niet bestaat"),
    "open block": ("{% if v %}\n", 1, "de opdracht tussen accolades is niet goed geschreven"),
    "unknown filter": ("{{ 1|geheim }}", 1, "de opdracht tussen accolades"),
    "missing include": ('\n{% include "weg.md.j2" %}', 2, "is er niet"),
    "private attribute": ("{{ v.__class__.__mro__ }}", 1, "hier staat een naam|niet uitvoeren"),
    "changing data": ("\n\n{{ [].append(1) }}", 3, "niet uitvoeren"),
    "endless": ("{{ range(10**9)|list }}", 1, "lukt niet"),
    "self": ('{% include "werkplan.md.j2" %}', 1, "lukt niet"),
    "wrong kind": ("{{ v.titel|datum }}", 1, "lukt niet|naam die niet bestaat"),
    "division": ("x\n{{ 1 // 0 }}", 2, "lukt niet"),
}


@pytest.mark.parametrize(("template", "line", "message"), FAULTS.values(), ids=FAULTS)
def test_a_bad_template_is_named_with_its_line(tmp_path, template, line, message):
    with pytest.raises(Sjabloonfout, match=message) as caught:
        render_with(tmp_path, template)
    assert caught.value.file == "werkplan.md.j2"
    assert caught.value.line == line
    assert caught.value.message.startswith(f"Sjabloon werkplan.md.j2, regel {line}: ")
    assert caught.value.cure.endswith(".")


def test_a_fault_in_a_part_names_the_part(tmp_path):
    with pytest.raises(Sjabloonfout) as caught:
        render_with(tmp_path, "een\ntwee {{ x }}\n", name="_legenda.md.j2")
    assert (caught.value.file, caught.value.line) == ("_legenda.md.j2", 2)


def test_a_fault_in_the_page_names_the_page(tmp_path):
    with pytest.raises(Sjabloonfout) as caught:
        render_with(tmp_path, "{{ weg }}", fmt="html", name="_page.html.j2")
    assert caught.value.file == "_page.html.j2"


def test_templates_escape_by_their_kind(tmp_path):
    assert render_with(tmp_path, "{{ '<b>*x*</b>' }}") == "\\<b>\\*x\\*\\</b>\n"
    shown = (
        render_with(tmp_path / "html", "{{ '<b>*x*' }}", fmt="html", name="_page.html.j2")
        if ((tmp_path / "html").mkdir() is None)
        else ""
    )
    assert shown == "&lt;b&gt;*x*"

"""Templates of a workspace: copied to start from, put in place of ours, and fenced in."""

import re

import pytest
from jinja2.meta import find_referenced_templates

from bkl import api
from bkl.render import render_report
from bkl.render.errors import Sjabloonfout
from bkl.render.jinja.environment import make_environment, render_template
from bkl.render.jinja.folders import shipped_folder
from bkl.render.jinja.shipped import shipped_templates
from bkl.render.jinja.sources import Sources, read_sources
from tests.render.matter import REPORTS, fixture_stof
from tests.render.pages import Page
from tests.render.workspace import bkl, files, new_workspace

SHIPPED = shipped_folder()


@pytest.fixture
def folder(tmp_path):
    return new_workspace(tmp_path)


def own(folder, name, text):
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "templates" / name).write_text(text, encoding="utf-8")


def render(folder, rapport="werkplan", fmt="md"):
    return render_report(rapport, fmt, fixture_stof(workspace=folder)).decode()


@pytest.mark.parametrize("rapport", REPORTS)
def test_eject_copies_the_template_with_all_that_it_includes(folder, rapport):
    code, out, err = bkl(folder, "render", rapport, "--eject")
    assert code == 0
    copied = files(folder / "templates")
    assert set(out.split()) == {f"templates/{name}" for name in copied}
    assert f"{rapport}.md.j2" in copied
    for name, data in copied.items():
        assert data == (SHIPPED / name).read_bytes()
        parsed = make_environment(read_sources()).parse(data.decode())
        assert set(find_referenced_templates(parsed)) <= set(copied)
    assert f'{{% extends "bkl/{rapport}.md.j2" %}}' in err


@pytest.mark.parametrize("rapport", REPORTS)
def test_what_was_copied_gives_the_same_report(folder, rapport):
    before = render(folder, rapport)
    api.eject([rapport], folder)
    assert render(folder, rapport) == before


def test_eject_never_overwrites_unless_forced(folder):
    own(folder, "_colofon.md.j2", "van mij")
    code, out, err = bkl(folder, "render", "werkplan", "--eject")
    assert code == 1
    assert "templates/werkplan.md.j2" in out
    assert "_colofon" not in out
    assert "templates/_colofon.md.j2 stond er al en is niet veranderd" in err
    assert files(folder / "templates")["_colofon.md.j2"] == b"van mij"
    code, out, _ = bkl(folder, "render", "werkplan", "--eject", "--force")
    assert code == 0
    assert "templates/_colofon.md.j2" in out
    assert files(folder / "templates")["_colofon.md.j2"] != b"van mij"


def test_eject_leaves_the_data_and_reports_alone(folder):
    before = files(folder)
    api.eject(REPORTS, folder)
    after = files(folder)
    assert {name: data for name, data in after.items() if name in before} == before
    assert all(name.startswith("templates/") for name in after.keys() - before.keys())


def test_eject_of_nothing_known(folder):
    code, out, err = bkl(folder, "render", "werkpln", "--eject")
    assert (code, out) == (2, "")
    assert "Bedoelde u `werkplan`?" in err
    assert not (folder / "templates").exists()


def test_eject_where_the_templates_are_those_of_bkl(tmp_path):
    new_workspace(tmp_path)
    (tmp_path / "templates").symlink_to(SHIPPED, target_is_directory=True)
    code, _, err = bkl(tmp_path, "render", "werkplan", "--eject", "--force")
    assert code == 2
    assert "is zelf de map met de sjablonen van bkl" in " ".join(err.split())


def test_one_block_can_be_replaced(folder):
    before = render(folder)
    own(
        folder,
        "werkplan.md.j2",
        '{% extends "bkl/werkplan.md.j2" %}\n{% block colofon %}\n## Van ons\n{% endblock %}\n',
    )
    after = render(folder)
    assert after == before.partition('---\n\n<a id="colofon">')[0] + "## Van ons\n"


def test_a_block_can_add_to_ours(folder):
    own(
        folder,
        "werkplan.md.j2",
        '{% extends "bkl/werkplan.md.j2" %}\n{% block kort %}{{ super() }}\nErbij.\n{% endblock %}',
    )
    text = render(folder)
    assert "## In het kort" in text
    assert text.index("Erbij.") < text.index("## De speerpunten")


def test_one_file_can_be_replaced(folder):
    own(folder, "_legenda.md.j2", "## Zo leest u dit\n")
    assert "## Zo leest u dit" in render(folder)
    assert "## Zo leest u dit" in render(folder, "jaarverslag")


def test_a_part_can_extend_the_part_that_it_replaces(folder):
    own(folder, "_colofon.md.j2", '{% include "bkl/_colofon.md.j2" %}\nEn onze groeten.\n')
    text = render(folder)
    assert text.endswith("En onze groeten.\n")
    assert "Gemaakt met bkl" in text


def test_the_house_style_can_be_added_to(folder):
    own(
        folder,
        "_page.css",
        '{% extends "bkl/_page.css" %}{% block eigen %}:root { --accent: #123456; }{% endblock %}',
    )
    style = Page.read(render(folder, fmt="html")).all("style")[0].text
    assert style.rstrip().endswith(":root { --accent: #123456; }")
    assert len(style) > 1000


@pytest.mark.parametrize("rapport", REPORTS)
def test_every_chapter_is_a_block(rapport):
    """So that a workspace can replace one chapter and keep the rest."""
    text = (SHIPPED / f"{rapport}.md.j2").read_text(encoding="utf-8")
    blocks = set(re.findall(r"{% block (\w+)", text))
    assert {"kop", "kort", "matrix", "speerpunten", "uitleg", "colofon"} <= blocks
    outside = re.sub(r"{% block .*?{% endblock %}", "", text, flags=re.DOTALL)
    assert "##" not in outside


def test_a_fault_in_an_override_is_named_with_its_place(folder):
    own(
        folder,
        "werkplan.md.j2",
        '{% extends "bkl/werkplan.md.j2" %}\n{% block kort %}\n{{ v.weg }}\n{% endblock %}\n',
    )
    with pytest.raises(Sjabloonfout) as caught:
        render(folder)
    assert (caught.value.file, caught.value.line) == ("werkplan.md.j2", 3)
    code, _, err = bkl(folder, "render", "werkplan", "--format", "md")
    assert code == 2
    assert "Sjabloon werkplan.md.j2, regel 3: hier staat een naam die niet bestaat" in " ".join(
        err.split()
    )


def test_a_fault_in_ours_is_told_apart_from_the_workspace(folder):
    own(folder, "werkplan.md.j2", '{% set v = 1 %}\n{% include "bkl/werkplan.md.j2" %}')
    with pytest.raises(Sjabloonfout) as caught:
        render(folder)
    assert caught.value.file.startswith("bkl/")


# -- the fence ---------------------------------------------------------------------------------

ESCAPES = {
    "mro": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "mro by item": "{{ ''['__class__']['__mro__'] }}",
    "mro by attr filter": "{{ ''|attr('__class__')|attr('__mro__') }}",
    "name put together": "{{ ''|attr('__cla' ~ 'ss__') }}",
    "globals of a function": "{{ noot.__globals__ }}",
    "globals of a filter": "{{ v.__init__.__globals__ }}",
    "cycler": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "joiner": "{{ joiner.__init__.__globals__ }}",
    "namespace": "{{ namespace.__init__.__globals__ }}",
    "self": "{{ self.__init__.__globals__ }}",
    "self by name": "{{ self._TemplateReference__context }}",
    "macro code": "{% macro m() %}{% endmacro %}{{ m.__code__ }}{{ m._func }}",
    "generator": "{{ (v.groepen|map('upper')).gi_frame.f_globals }}",
    "format attribute": "{{ '{0.__class__.__mro__}'.format(v) }}",
    "format map": "{{ '{x.__class__.__init__}'.format_map({'x': v}) }}",
    "format by map": "{{ ['{0.__class__}']|map('format', v)|list }}{{ 1 // 0 }}",
    "import": "{% import 'os' as os %}",
    "absolute path": "{% include '/etc/passwd' %}",
    "parent folder": "{% include '../../../../../../etc/passwd' %}",
    "parent of ours": "{% include 'bkl/../pyproject.toml' %}",
    "environment": "{{ environment }}",
    "request": "{{ request.application }}",
    "builtins": "{{ __builtins__ }}{{ __import__('os') }}",
    "open": "{{ open('/etc/passwd') }}",
    "change a list": "{% set x = [1] %}{{ x.append(2) }}",
    "change the data": "{{ v.groepen.append(1) }}",
    "debug": "{% debug %}",
    "do": "{% do [].append(1) %}",
    "chance": "{{ [1, 2]|random }}",
}


@pytest.mark.parametrize("template", ESCAPES.values(), ids=ESCAPES)
def test_no_way_out_of_a_template(folder, template):
    own(folder, "werkplan.md.j2", template)
    with pytest.raises(Sjabloonfout) as caught:
        render(folder)
    assert "root:" not in caught.value.message


def test_macros_and_blocks_of_templates_are_not_escaped_twice(folder):
    own(
        folder,
        "werkplan.md.j2",
        "{% macro vet(x) %}**{{ x }}**{% endmacro %}{{ vet('a*b') }} "
        "{% macro om(x) %}{{ x }} _{{ caller() }}_{% endmacro %}"
        "{% call om('*') %}*{{ '*' }}*{% endcall %}\n",
    )
    assert render(folder) == "**a\\*b** \\* _*\\**_\n"


def test_ordinary_templates_do_not_notice_the_fence():
    environment = make_environment(read_sources())
    text = (
        "{{ 2500000|round|int }} {{ '%d'|format(2500000) }} {{ '%s x' % 1 }} {{ 'a' ~ 1 }} "
        "{{ '{:,}'.format(1204000) }} {{ 'a'|replace('a', 'b') }} {{ 4 * 3 + 2 ** 10 }} "
        "{{ [1, 2]|join(', ') }} {{ '-'.join(['a', 'b']) }} {% set a, b = 1, 2 %}{{ a + b }} "
        "{% for k, w in {'x': 1}.items() %}{{ k }}{{ w }}{{ loop.length }}{% endfor %} "
        "{% for x in [3, 1]|sort if x > 1 %}{{ x }}{{ loop.last }}{% else %}-{% endfor %} "
        "{{ (range(50000)|list)|length }} {{ 'kort'|center(8)|length }}"
    )
    made = environment.from_string(text).render()
    assert made == "2500000 2500000 1 x a1 1,204,000 b 1036 1, 2 a-b 3 x11 3True 50000 8"


def test_shipped_templates_of_a_report_are_found():
    for rapport in REPORTS:
        names = list(shipped_templates(rapport))
        assert names[0] == f"{rapport}.md.j2"
        assert "_colofon.md.j2" in names


def test_a_template_cannot_bring_user_texts_as_html(folder):
    """What a workspace shows is escaped just as ours is."""
    own(folder, "werkplan.md.j2", "# x\n\n{{ '<script>alert(1)</script>' }} {{ '*x*'|e }}\n")
    page = Page.read(render(folder, fmt="html"))
    assert len(page.all("script")) == 1, "ours"
    assert not page.all("em")


def test_templates_of_the_workspace_come_first():
    sources = Sources({"_colofon.md.j2": "mijn"}, read_sources().shipped)
    assert render_template(make_environment(sources), "_colofon.md.j2", {}) == "mijn"
    with pytest.raises(Sjabloonfout, match="'v' is undefined"):
        render_template(make_environment(sources), "bkl/_colofon.md.j2", {})

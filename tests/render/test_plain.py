"""Templates see plain data: texts, numbers, truths, rows and records of these, and no more."""

import pickle
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from markupsafe import Markup

from bkl.domein.model.begrippen import Begrippen
from bkl.render import render_report
from bkl.render.errors import Sjabloonfout
from bkl.render.jinja.environment import make_environment, render_template
from bkl.render.jinja.filters import FILTERS
from bkl.render.jinja.helpers import make_helpers
from bkl.render.jinja.plain import Plainer, Record, Stamped
from bkl.render.jinja.sources import Sources
from bkl.render.text.escape import Md
from tests.render.matter import ALLE, fixture_stof
from tests.render.sjablonen import HELPERS, MADE, PAGE, read_page, watch_reports

LEAVES = (str, Md, Markup, int, float, bool, type(None))
HEAD = re.compile(r"^#+ (.*)$", re.M)


def unplain(value, way="context"):
    """Yield the way to everything that is no plain data, with its type."""
    waiting, seen = [(way, value)], set()
    while waiting:
        way, one = waiting.pop()
        if type(one) in (Record, Stamped) and id(one) not in seen:
            seen.add(id(one))
            waiting += [(f"{way}.{name}", part) for name, part in one.items()]
            waiting += [(f"{way}: key", name) for name in one]
        elif type(one) is tuple and id(one) not in seen:
            seen.add(id(one))
            waiting += [(f"{way}[{number}]", part) for number, part in enumerate(one)]
        elif not isinstance(one, tuple | dict) and type(one) not in LEAVES:
            yield f"{way} is a {type(one).__name__}"


@pytest.fixture(scope="module")
def seen():
    return watch_reports()


@pytest.fixture(scope="module")
def contexts(seen):
    """Everything that any template is handed, of every report in every format."""
    return seen.contexts


def test_docs_are_what_templates_are_handed(seen):
    shown, wanted = read_page(seen)
    assert shown == wanted, "run `make catalogue` or `make golden`"
    assert len(re.findall(MADE, shown)) == 2


def test_docs_explain_every_helper_and_filter():
    page = PAGE.read_text(encoding="utf-8")
    for name in HELPERS:
        assert f"| `{name}(" in page
    for name in FILTERS:
        assert re.search(rf"\| `[^`]*\\\|{name}\b", page), name


def test_the_example_in_the_docs_works(contexts):
    example = re.search(r"```\n(# \{\{.*?)```", PAGE.read_text(encoding="utf-8"), re.S)[1]
    context = next(given for name, given in contexts if name == "jaarverslag.md.j2")
    made = render_template(make_environment(Sources({"x.md.j2": example})), "x.md.j2", context)
    assert made.count("\n## ") == len(context["v"]["groepen"]) > 0
    assert f"\n- {context['v']['groepen'][0]['speerpunten'][0]['titel']}\n" in made


def test_links_in_the_docs_lead_somewhere():
    page = PAGE.read_text(encoding="utf-8")
    heads = {re.sub(r"[^\w-]", "", one.lower().replace(" ", "-")) for one in HEAD.findall(page)}
    assert set(re.findall(r"\]\(#([^)]*)\)", page)) <= heads


def test_every_context_of_every_report_and_format_is_plain(contexts):
    names = {name for name, _ in contexts}
    assert names >= {f"{rapport}.md.j2" for rapport in ALLE}
    assert names >= {"_page.html.j2", "_print.html.j2", "_page.css", "_print.css", "_chart.html.j2"}
    for name, context in contexts:
        assert {key for key, value in context.items() if callable(value)} == HELPERS
        data = {key: value for key, value in context.items() if key not in HELPERS}
        assert list(unplain(Record(data), name)) == []


def test_the_walk_sees_what_is_hidden_deep():
    hidden = Record(v=(Record(kop=(1, "x", Record(begrippen=Begrippen()))),), p=Path())
    assert set(unplain(hidden)) == {
        "context.v[0].kop[2].begrippen is a Begrippen",
        "context.p is a PosixPath" if Path().__class__.__name__ == "PosixPath" else "",
    }


def test_helpers_are_functions_with_nothing_of_value_inside():
    for name, helper in make_helpers().items():
        kept = [cell.cell_contents for cell in helper.__closure__ or ()]
        assert all(type(one) is dict and not one for one in kept), name


class Model:
    def __init__(self):
        self.naam = "x"


@dataclass(frozen=True)
class Part:
    inside: object


@pytest.mark.parametrize(
    "value",
    [Model(), Begrippen(), Path(), print, pickle, Model, Part, {1}, b"x", datetime.now(UTC), 1j],
    ids=lambda value: type(value).__name__,
)
def test_anything_else_is_a_type_error(value):
    for given in (value, [value], {"x": value}, Part(value), Part([{"x": Part(value)}])):
        with pytest.raises(TypeError, match="no plain data"):
            Plainer().of(given)


def test_plain_data_stay_what_they_are():
    part = Part(3)
    given = [part, part, "x", Md("*x*"), 1.5, True, None, date(2021, 12, 31), Decimal("2.50")]
    made = Plainer().of(given)
    assert made[:2] == ({"inside": 3}, {"inside": 3})
    assert made[0] is made[1]
    assert made[2:] == ("x", "*x*", 1.5, True, None, "2021-12-31", "2.50")
    assert type(made[3]) is Md


def test_a_field_named_as_what_a_mapping_does_is_refused():
    @dataclass(frozen=True)
    class Clash:
        items: int

    with pytest.raises(TypeError, match="items"):
        Plainer().of(Clash(1))


EVIL_PICKLE = "cos\\nsystem\\n(S'touch PROOF'\\ntR."
ATTACKS = {
    "pickle by a model": f'{{{{ v.kop.begrippen.parse_raw("{EVIL_PICKLE}", proto="pickle", '
    "allow_pickle=true) }}",
    "file by a model": '{{ v.begrippen.parse_file("SECRET") }}',
    "a model made anew": "{{ v.begrippen.model_construct() }}",
    "a class behind a value": "{{ v.begrippen.__class__ }}",
    "schema": "{{ v.kop.begrippen.model_json_schema() }}",
    "validated": "{{ v.kop.begrippen.model_validate({}) }}",
    "source": "{{ v.bronnen[0].parse_raw('{}') }}",
    "a date": "{{ v.peildatum.today() }}",
    "a constructor": "{{ v.telling.of(v) }}",
    "the function of a filter": "{{ [noot]|map(attribute='__globals__')|join }}",
    "a helper": "{{ noot.__closure__ }}{{ noot.__self__ }}",
}
PAGE_ATTACKS = {
    "read": "{{ document.stof.workspace.joinpath('SECRET').read_text() }}",
    "write": "{{ document.stof.workspace.joinpath('PROOF').write_text('x') }}",
    "list": "{{ document.stof.workspace.iterdir()|list }}",
    "extension": "{{ document.omgeving.add_extension('jinja2.ext.do') }}",
    "compile": "{{ document.omgeving.compile_templates('PROOF') }}",
    "uncount": "{{ document.omgeving.take(-10**12) }}",
    "templates": "{{ document.sjablonen.fill('_page.css', {}) }}",
    "rows": "{{ document.stof.rijen }}",
}


def attack(folder, name, template, rapport="jaarverslag", fmt="html"):
    for path in ("templates", "work"):
        (folder / path).mkdir()
    secret = folder / "secret.txt"
    secret.write_text("sleutel", encoding="utf-8")
    template = template.replace("PROOF", str(folder / "proof"))
    template = template.replace("SECRET", str(secret))
    (folder / "templates" / name).write_text(template, encoding="utf-8")
    with pytest.raises(Sjabloonfout) as caught:
        render_report(rapport, fmt, fixture_stof(workspace=folder))
    assert not (folder / "proof").exists()
    assert "sleutel" not in str(caught.value)
    return caught.value


@pytest.mark.parametrize("template", ATTACKS.values(), ids=ATTACKS)
def test_no_object_of_bkl_is_within_reach_of_a_report(tmp_path, template):
    assert attack(tmp_path, "jaarverslag.md.j2", template).line == 1


@pytest.mark.parametrize("name", ["_page.html.j2", "_page.css", "_chart.html.j2"])
@pytest.mark.parametrize("template", PAGE_ATTACKS.values(), ids=PAGE_ATTACKS)
def test_no_object_of_bkl_is_within_reach_of_a_page(tmp_path, template, name):
    assert attack(tmp_path, name, template).file == name


@pytest.mark.parametrize("template", PAGE_ATTACKS.values(), ids=PAGE_ATTACKS)
def test_no_object_of_bkl_is_within_reach_on_paper(tmp_path, template):
    assert attack(tmp_path, "_print.css", template, fmt="pdf").file == "_print.css"


def test_the_short_list_of_filters():
    assert set(FILTERS) == {
        *("aantal", "anker", "datum", "groot", "hoofdletter", "oordeel", "procent", "punt"),
        *("tellijn", "verhaal", "verwijzing", "zin"),
    }

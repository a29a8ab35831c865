"""Each wall of the house stands, and each falls when something is put through it."""

import tomllib
from copy import deepcopy

import grimp
import pytest
from importlinter.configuration import configure
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.independence import IndependenceContract
from importlinter.contracts.layers import LayersContract

from tests import walls

HOUSE = walls.house()
DOC = '"""A module."""\n'
PLANTED = {
    walls.import_circles: {
        "bkl.gap.one": f"{DOC}from bkl.gap.two import b\na = b\n",
        "bkl.gap.two": f"{DOC}def b():\n    from bkl.gap.one import a\n    return a\n",
    },
    walls.room_circles: {
        "bkl.source.syntax.up": f"{DOC}from bkl.source.parsing.walker import Walker\nup = Walker\n",
        "bkl.source.parsing.walker": HOUSE["bkl.source.parsing.walker"]
        + "from bkl.source.syntax.scene import x\n",
    },
    walls.private_from_elsewhere: {
        "bkl.gap.peep": f"{DOC}from bkl.render.views._parts.regel import Regel\na = Regel\n"
    },
    walls.only_passing_on: {
        "bkl.gap.pass_on": f"{DOC}from bkl.gap.rows import select\n\n__all__ = ['select']\n"
    },
    walls.cut_by_length: {"bkl.gap.rows_more": DOC},
    walls.one_name_two_classes: {"bkl.gap.other": f"{DOC}class Dossier:\n    pass\n"},
    walls.late_imports: {"bkl.gap.late": f"{DOC}def a():\n    import bkl.gap.rows\n"},
    walls.library_in_the_wrong_room: {"bkl.draft.new": f"{DOC}import yaml\n"},
    walls.lists_kept_twice: {
        "bkl.gap.copy": f"{DOC}A = ['gehaald', 'b', 'c', 'd', 'e']\n",
        "bkl.gap.copied": f"{DOC}A = ('b', 'c', 'd', 'e', 'gehaald')\n",
    },
    walls.too_large: {"bkl.gap.large": DOC + "\n" * 300},
    walls.too_flat: {f"bkl.gap.beside_{number}": DOC for number in range(18)},
    walls.untold: {"bkl.gap.mute": "A = 1\n"},
}


@pytest.mark.parametrize("wall", PLANTED, ids=lambda wall: wall.__name__)
def test_a_wall_stands_and_a_breach_is_told(wall):
    assert wall(HOUSE) == []
    assert wall({**HOUSE, **PLANTED[wall]})


def test_a_long_function_is_told():
    source = DOC + "def a():\n" + "    b = 1\n" * 40
    assert walls.too_large({"bkl.gap.one": source}) == ["bkl.gap.one.a: 41 lines"]


def test_every_wall_has_its_breach():
    named = {"house", "tree", "room", "imports", "arrows", "circles"}
    functions = {
        value
        for value in vars(walls).values()
        if callable(value) and getattr(value, "__module__", "") == walls.__name__
    }
    assert {one.__name__ for one in functions} - named == {one.__name__ for one in PLANTED}


BREACHES = {
    "Rooms: imports go down only": ("bkl.gap.rows", "bkl.render.document"),
    "Within domein: dossier, model, notatie, words": (
        "bkl.domein.notatie.reading.phrase",
        "bkl.domein.model.fields",
    ),
    "Within notatie: from meaning down to values": (
        "bkl.domein.notatie.values.getal",
        "bkl.domein.notatie.vocabulary.eenheid",
    ),
    "Within render: from formats down to text": (
        "bkl.render.text.dutch",
        "bkl.render.jinja.environment",
    ),
    "Rules do not know each other": (
        "bkl.rules.werkplan.niet_toetsbaar",
        "bkl.rules.tekst.persoonsgegevens",
    ),
    "Reports do not know each other": (
        "bkl.render.views.dashboard",
        "bkl.render.views.afwijkingen",
    ),
    "Typer only in cli": ("bkl.api.comparing", "typer"),
    "Jinja and Markdown only in render": ("bkl.wording.figures", "jinja2"),
    "YAML only in source": ("bkl.api.comparing", "yaml"),
    "Rich only where people look": ("bkl.render.document", "rich"),
}


ROOMS = ("bkl", "bkl.domein", "bkl.domein.notatie", "bkl.render")
KINDS = {
    "layers": LayersContract,
    "independence": IndependenceContract,
    "forbidden": ForbiddenContract,
}
SETTINGS = tomllib.loads((walls.ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
CONTRACTS = {one["name"]: one for one in SETTINGS["contracts"]}
SESSION = {"root_packages": ["bkl"], "include_external_packages": True}


@pytest.fixture(scope="module")
def graph():
    configure()
    return grimp.build_graph("bkl", include_external_packages=True, cache_dir=None)


def holds(name, graph):
    options = {key: value for key, value in CONTRACTS[name].items() if key not in ("name", "type")}
    options = {k: str(v) if isinstance(v, bool) else v for k, v in options.items()}
    contract = KINDS[CONTRACTS[name]["type"]](name, SESSION, options)
    return contract.check(deepcopy(graph), verbose=False).kept


def test_every_contract_has_its_breach():
    assert set(CONTRACTS) == set(BREACHES)


@pytest.mark.parametrize("name", BREACHES)
def test_a_contract_holds_and_a_breach_is_told(name, graph):
    assert holds(name, graph)
    importer, imported = BREACHES[name]
    ours = {one for one in (importer, imported) if one.startswith("bkl.")}
    assert ours <= graph.modules, "what is planted stands between real modules"
    other = deepcopy(graph)
    other.add_import(importer=importer, imported=imported)
    assert not holds(name, other)


@pytest.mark.parametrize(
    ("name", "room"),
    list(zip(list(BREACHES)[:4], ROOMS, strict=True)),
)
def test_a_room_without_a_floor_is_told(name, room, graph):
    other = deepcopy(graph)
    other.add_module(f"{room}.attic")
    assert not holds(name, other)

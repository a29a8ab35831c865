"""Templates of a workspace are filled in a process that the system keeps in bounds."""

import json
import os
import signal
import socket
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from bkl.api.checking import tried
from bkl.render import render_report
from bkl.render.errors import Sjabloonfout
from bkl.render.jinja import bounds, templates
from bkl.render.jinja.bounds import BOUNDS, hold_process, hold_time
from bkl.render.jinja.folders import cache_folder
from bkl.render.jinja.plain import Record, Stamped
from bkl.render.jinja.process import Child
from bkl.render.jinja.sources import LARGEST, Sources, read_sources
from bkl.render.jinja.transport import pack, unpack
from bkl.render.text.escape import Md
from tests.render.matter import fixture_stof
from tests.render.workspace import bkl, new_workspace

NEEDS_BOUNDS = pytest.mark.skipif(sys.platform != "linux", reason="not held on this system")
LOOP, END = "{% for i in range(99999) %}", "{% endfor %}"
NS = "{% set ns = namespace(x=[1], s='xx', n=3) %}{% for i in range(90) %}{% set ns."
TOO_MUCH = {
    "nested loops": LOOP + LOOP + END + END,
    "macros": "{% macro f(n) %}{% if n %}{{ f(n-1) ~ f(n-1) }}{% endif %}{% endmacro %}{{ f(90) }}",
    "text times number": "{{ 'a' * 10**10 }}",
    "list by set": "{% set a = [0]*50000000 %}{% set b = [0]*50000000 %}{% set c = a + b %}{{ c }}",
    "center": "{{ 'x'|center(10**10) }}",
    "percent": "{{ '%1000000000d' % 1 }}",
    "format": "{{ '{:>1000000000}'.format(1) }}",
    "joined texts": "{% set s = 'x'*9999999 %}{{ ([s]*80)|join|length }}",
    "percent of many": "{{ ('%s'*80 % (('x'*9999999,)*80))|length }}",
    "translate": "{{ ('x'*9999999).translate({120: 'y'*99999}) }}",
    "sum of lists": "{{ ([[1]*9999]*99999)|sum(start=[])|length }}",
    "tojson": "{{ ([['x'*999]*9999]*9999)|tojson|length }}",
    "doubling by tilde": NS + "s = ns.s ~ ns.s %}{% endfor %}{{ ns.s|length }}",
    "lists of lists": NS + "x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}",
    "raising": NS + "n = ns.n ** 9 %}{% endfor %}",
    "a long answer": LOOP + "{{ 'x' * 9999 }}" + END,
}


@pytest.fixture
def tight(monkeypatch):
    """Bounds that a test can wait for."""
    small = replace(BOUNDS, memory=400 * 1024**2, seconds=1, wall=6.0, answer=4 * 1024**2)
    monkeypatch.setattr(bounds, "BOUNDS", small)


def fill(template, **context):
    child = Child(Sources({"x.md.j2": template}, read_sources().shipped))
    try:
        return child.fill("x.md.j2", Record(context))
    finally:
        child.close()


@NEEDS_BOUNDS
@pytest.mark.parametrize("template", TOO_MUCH.values(), ids=TOO_MUCH)
def test_no_template_goes_on_for_ever_or_fills_the_memory(template, tight):
    with pytest.raises(Sjabloonfout, match=r"te veel (tijd|geheugen|tekst)") as caught:
        fill(template)
    assert caught.value.file == "x.md.j2"
    assert caught.value.line in (0, 1)
    assert caught.value.spent


def test_the_line_is_told_where_it_is_known(tight):
    with pytest.raises(Sjabloonfout) as caught:
        fill("een\n\n{{ 'a' * 10**10 }}\n")
    assert (caught.value.file, caught.value.line) == ("x.md.j2", 3)


OLD_WORDS = {
    "{{ noten.verwijs(v.bron) }}": "`noot(…)`",
    "{% if noten.alle %}x{% endif %}": "`noten()`",
    "{% for nummer, bron in noten.alle %}{% endfor %}": "`noten()`",
    "{{ grafieken.teken(v.grafiek) }}": "`grafiek(…)`",
    "{{ grafieken.uitleg() }}": "`leeswijzer()`",
}


@pytest.mark.parametrize(("template", "word"), OLD_WORDS.items(), ids=OLD_WORDS)
def test_a_word_of_before_is_told_with_the_new_one(template, word):
    with pytest.raises(Sjabloonfout) as caught:
        fill(f"een\n{template}", v=Record(bron=(), grafiek=None))
    assert (caught.value.file, caught.value.line) == ("x.md.j2", 2)
    assert word in caught.value.cure
    assert word in str(caught.value)


def test_another_unknown_name_has_the_usual_cure():
    with pytest.raises(Sjabloonfout, match="Verbeter de naam"):
        fill("{{ grafiken }}")


def test_a_child_that_ended_is_started_again(tight):
    child = Child(Sources({"a.md.j2": "{{ 'a' * 10**10 }}" + LOOP + "{{ [i] * 999 }}" + END}, {}))
    for _ in range(2):
        with pytest.raises(Sjabloonfout, match="te veel"):
            child.fill("a.md.j2", {})
    child.close()


@NEEDS_BOUNDS
def test_a_child_can_open_nothing():
    """Not even where a template would get hold of Python itself."""
    for name in ("koi8-r", "mac-roman"):
        with pytest.raises(Sjabloonfout, match="geen bestanden openen") as caught:
            fill(f"{{{{ 'x'.encode('{name}') }}}}")
        assert "/" not in str(caught.value)


def test_the_same_text_comes_from_here_and_from_a_child(tmp_path):
    new_workspace(tmp_path)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "eigen.md.j2").write_text("", encoding="utf-8")
    for fmt in ("md", "html"):
        ours = render_report("jaarverslag", fmt, fixture_stof())
        assert render_report("jaarverslag", fmt, fixture_stof(workspace=tmp_path)) == ours


def test_without_templates_of_its_own_no_process_is_started(tmp_path, monkeypatch):
    monkeypatch.setattr(templates, "Child", None)
    render_report("jaarverslag", "html", fixture_stof(workspace=tmp_path))


LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
)
DATA = st.recursive(
    LEAVES | st.text(max_size=5).map(Md) | st.text(max_size=5).map(Markup),
    lambda inside: (
        st.lists(inside, max_size=4).map(tuple)
        | st.dictionaries(st.text(max_size=3), inside, max_size=4).map(Record)
        | st.tuples(st.dictionaries(st.text(max_size=3), inside, max_size=3), st.integers(0)).map(
            lambda pair: Stamped(*pair)
        )
    ),
    max_leaves=20,
)


def kinds(value):
    inside = (
        value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ()
    )
    return type(value), getattr(value, "nr", None), [kinds(one) for one in inside]


@given(DATA)
def test_plain_data_come_over_a_pipe_as_they_are(value):
    made = unpack(json.loads(json.dumps(pack(value))))
    assert made == value
    assert kinds(made) == kinds(value)


def test_what_is_shared_is_sent_once():
    shared = Record(tekst="x" * 1000)
    assert len(json.dumps(pack((shared,) * 100))) < 2500


def test_no_object_is_sent():
    with pytest.raises(TypeError, match="no plain data"):
        pack(Record(x=object()))


class StandIn:
    """A system that holds some bounds: macOS knows memory but refuses it, Windows has none."""

    RLIMIT_AS, RLIMIT_FSIZE, RLIMIT_NOFILE = 1, 2, 3

    def __init__(self):
        self.set = {}

    def setrlimit(self, which, limits):
        if which == self.RLIMIT_AS:
            raise ValueError("current limit exceeds maximum limit")
        self.set[which] = limits


def test_bounds_are_set_as_far_as_the_system_holds_them():
    system = StandIn()
    assert hold_process(system, 99) == ("RLIMIT_FSIZE", "RLIMIT_NOFILE")
    assert system.set == {2: (0, 0), 3: (0, 0)}
    assert hold_process(None, 99) == ()
    assert not hold_time(None, 1)
    assert not hold_time(system, 1)


def test_the_wall_clock_holds_where_nothing_else_does(monkeypatch):
    monkeypatch.setattr(bounds, "BOUNDS", replace(BOUNDS, seconds=3600, wall=1.5))
    with pytest.raises(Sjabloonfout, match="te veel tijd"):
        fill(LOOP + LOOP + END + END)


@NEEDS_BOUNDS
def test_a_call_that_hears_no_signal_is_ended_by_the_system():
    """Nobody looks at the clock here: the parent may be gone."""
    stuck = "import resource, sys; from bkl.render.jinja import bounds; bounds.LIFE = 2; "
    stuck += "bounds.hold_time(resource, 1); sum(range(10**12))"
    done = subprocess.run([sys.executable, "-c", stuck], check=False, timeout=50)
    assert done.returncode == -signal.SIGKILL


# -- what stands in the folder ------------------------------------------------------------------


def fifo(path):
    os.mkfifo(path)


def dangling(path):
    path.symlink_to("nergens")


def outside(path):
    (path.parent.parent / "geheim.txt").write_text("sleutel", encoding="utf-8")
    path.symlink_to(path.parent.parent / "geheim.txt")


def listening(path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


ODD = {
    "fifo": (fifo, "wachtrij"),
    "folder": (lambda path: path.mkdir(), "map en geen bestand"),
    "dangling link": (dangling, "leidt nergens heen"),
    "link to itself": (lambda path: path.symlink_to(path), "niet te lezen|nergens heen|buiten"),
    "link to elsewhere": (outside, "buiten de map"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "buiten de map"),
    "socket": (listening, "verbinding"),
    "not UTF-8": (lambda path: path.write_bytes(b"een\n\xe9"), "UTF-8"),
    "too large": (lambda path: path.write_bytes(b"x" * (LARGEST + 1)), "groter dan"),
    "private sign": (lambda path: path.write_text("een\n\ue0f0o1\ue0f1"), "zonder betekenis"),
}


@pytest.mark.parametrize(("make", "message"), ODD.values(), ids=ODD)
def test_what_is_no_template_is_told_and_never_passed_over(tmp_path, make, message):
    folder = new_workspace(tmp_path / "w")
    (folder / "templates").mkdir()
    make(folder / "templates" / "_colofon.md.j2")
    with pytest.raises(Sjabloonfout, match=message) as caught:
        render_report("jaarverslag", "md", fixture_stof(workspace=folder))
    assert caught.value.file == "_colofon.md.j2"
    assert "sleutel" not in str(caught.value)
    code, out, _ = bkl(folder, "check", "--format", "concise")
    assert code == 1
    assert "templates/_colofon.md.j2" in out
    assert "fout BKL502" in out


@pytest.mark.parametrize("make", [dangling, fifo, lambda path: path.write_text("x")])
def test_a_folder_that_is_none_is_told(tmp_path, make):
    make(tmp_path / "templates")
    with pytest.raises(Sjabloonfout, match="geen map"):
        render_report("jaarverslag", "md", fixture_stof(workspace=tmp_path))


def test_a_folder_that_cannot_be_read_is_told(tmp_path, monkeypatch):
    (tmp_path / "templates" / "dicht").mkdir(parents=True)
    real = os.scandir

    def refuse(path):
        if str(path).endswith("dicht"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    (fault,) = read_sources(tmp_path).faults
    assert "niet te lezen" in fault.said
    assert fault.file == "dicht"


# -- tried once per change ----------------------------------------------------------------------


@pytest.fixture
def counted(tmp_path, monkeypatch):
    """A workspace with a template, and how often templates were tried there."""
    folder = new_workspace(tmp_path / "w")
    (folder / "templates").mkdir()
    (folder / "templates" / "_colofon.md.j2").write_text("{{ v.weg }}", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    rounds = []
    start = Child._start
    monkeypatch.setattr(Child, "_start", lambda self: rounds.append(1) or start(self))
    return folder, rounds, tmp_path / "cache" / "bkl" / "sjablonen"


def check(folder):
    return bkl(folder, "check", "--format", "concise")


def test_templates_are_tried_once_per_change(counted):
    folder, rounds, cache = counted
    first = check(folder)
    assert "_colofon.md.j2:1:1" in first[1]
    assert check(folder) == first
    assert len(rounds) == 1
    (folder / "templates" / "_colofon.md.j2").write_text("Slot.", encoding="utf-8")
    assert "_colofon" not in check(folder)[1]
    assert len(rounds) == 2
    data = folder / "data" / "werkplan-2021.yaml"
    data.write_text(data.read_text(encoding="utf-8") + "# anders\n", encoding="utf-8")
    check(folder)
    assert len(rounds) == 3
    assert len(list(cache.iterdir())) == 3
    assert not [path for path in folder.rglob("*") if "cache" in path.name]


@pytest.mark.parametrize(
    "entry",
    [b"", b"{}", b"[1]", b"[[1, 2, 3, 4]]", b'[["a", -1, "b", "c"]]', b"\x80\x04N.", b"[" * 99999],
)
def test_a_spoilt_entry_only_costs_time(counted, entry):
    folder, rounds, cache = counted
    first = check(folder)
    (path,) = cache.iterdir()
    path.write_bytes(entry)
    assert check(folder) == first
    assert len(rounds) == 2


def test_a_folder_that_cannot_be_written_only_costs_time(counted):
    folder, rounds, cache = counted
    cache.parent.parent.write_text("no folder")
    assert check(folder) == check(folder)
    assert len(rounds) == 2


def test_the_cache_stays_small(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(tried, "MOST", 3)
    for number in range(6):
        tried.keep(tried.key_of(str(number)), [])
    assert len(list((tmp_path / "bkl" / "sjablonen").iterdir())) == 3


def test_where_each_system_keeps_it():
    assert str(cache_folder("a", {"XDG_CACHE_HOME": "/c"}, "linux")) == "/c/bkl/a"
    assert "Library" in cache_folder("a", {}, "darwin").parts
    assert str(cache_folder("a", {"LOCALAPPDATA": "/l"}, "win32")) == "/l/bkl/a"

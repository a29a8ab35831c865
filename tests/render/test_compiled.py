"""Compiled templates of bkl, kept for the next time: only where nobody else can write."""

import os
import sys

import pytest
from jinja2 import Environment

from bkl.render.jinja import compiled
from bkl.render.jinja.compiled import Remembered, Store, own_store
from bkl.render.jinja.environment import make_environment, render_template
from bkl.render.jinja.sources import Sources

NAME = "x.md.j2"
TEXT = "{% for a in v %}{{ a }}!{% endfor %}"
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows kent zulke rechten niet.")


@pytest.fixture
def rounds(monkeypatch):
    """The names of templates, each time that one is compiled."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    seen = []
    real = Environment.compile
    monkeypatch.setattr(
        Environment,
        "compile",
        lambda self, source, name=None, *rest, **named: (
            seen.append(name) or real(self, source, name, *rest, **named)
        ),
    )
    return seen


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "c"
    made.mkdir(mode=0o700)
    return made


def fill(store, text=TEXT, own=None):
    """Fill a template as a program that has just begun would."""
    sources = Sources({NAME: own} if own else {}, {NAME: text})
    environment = make_environment(sources, Remembered(lambda: store))
    return render_template(environment, NAME, {"v": ("a", "b")})


def test_what_was_compiled_is_not_compiled_again(rounds, folder):
    store = Store(folder)
    assert [fill(store), fill(store), fill(store)] == ["a!b!"] * 3
    assert rounds == [NAME]
    (kept,) = folder.iterdir()
    assert kept.stat().st_mode & 0o077 == 0 or os.name == "nt"


def test_another_text_is_another_template(rounds, folder):
    fill(Store(folder))
    assert fill(Store(folder), f"{TEXT}?") == "a!b!?"
    assert len(rounds) == 2
    assert fill(Store(folder)) == "a!b!"
    assert len(rounds) == 2


@pytest.mark.parametrize(
    ("where", "name"),
    [(compiled, "__version__"), (compiled.jinja2, "__version__"), (compiled.sys, "version")],
)
def test_another_version_compiles_anew(rounds, folder, monkeypatch, where, name):
    fill(Store(folder))
    compiled._stamp.cache_clear()
    monkeypatch.setattr(where, name, "9.9")
    fill(Store(folder))
    compiled._stamp.cache_clear()
    assert len(rounds) == 2


@pytest.mark.parametrize(
    "spoil", [lambda _: b"", lambda d: d[:-1], lambda d: d[:40] + b"x" + d[41:]]
)
def test_a_spoilt_file_only_costs_time(rounds, folder, spoil):
    fill(Store(folder))
    (kept,) = folder.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(spoil(whole))
    assert fill(Store(folder)) == "a!b!"
    assert len(rounds) == 2
    assert kept.read_bytes() == whole


def test_a_template_of_a_workspace_is_never_kept(rounds, folder):
    for name in (NAME, f"bkl/{NAME}"):
        sources = Sources({name: "{{ v }}"}, {NAME: TEXT})
        environment = make_environment(sources, Remembered(lambda: Store(folder)))
        render_template(environment, name, {"v": "a"})
    assert len(rounds) == 2
    assert not list(folder.iterdir())


@posix
def test_a_file_that_others_can_write_is_not_carried_out(rounds, folder, tmp_path):
    fill(Store(folder))
    (kept,) = folder.iterdir()
    kept.chmod(0o620)
    fill(Store(folder))
    assert len(rounds) == 2
    kept.unlink()
    fill(Store(folder))
    elsewhere = kept.rename(tmp_path / "elders")
    kept.symlink_to(elsewhere)
    fill(Store(folder))
    assert len(rounds) == 4


@posix
def test_a_file_of_another_user_is_not_carried_out(rounds, folder, monkeypatch):
    fill(Store(folder))
    monkeypatch.setattr(compiled.os, "geteuid", lambda: os.getuid() + 1)
    fill(Store(folder))
    assert len(rounds) == 2


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    own_store.cache_clear()
    yield tmp_path
    own_store.cache_clear()


@posix
def test_a_folder_is_only_used_when_it_is_safe(home, monkeypatch):
    assert own_store() is not None
    folder = home / "bkl" / "gecompileerd"
    assert folder.stat().st_mode & 0o777 == 0o700
    own_store.cache_clear()
    folder.chmod(0o770)
    assert own_store() is None
    own_store.cache_clear()
    folder.rmdir()
    (home / "elders").mkdir(mode=0o700)
    folder.symlink_to(home / "elders")
    assert own_store() is None
    own_store.cache_clear()
    folder.unlink()
    monkeypatch.setattr(compiled.os, "geteuid", lambda: os.getuid() + 1)
    assert own_store() is None


@posix
def test_a_folder_that_cannot_be_there_is_no_matter(home):
    (home / "bkl").write_text("geen map")
    assert own_store() is None
    assert fill(own_store()) == "a!b!"


def test_old_ones_are_cleared_away(rounds, folder, monkeypatch):
    monkeypatch.setattr(compiled, "MOST", 3)
    for number in range(6):
        fill(Store(folder), f"{number}")
    assert len(list(folder.iterdir())) == 3


def test_nothing_is_kept_where_python_keeps_nothing(rounds, folder, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    fill(Store(folder))
    assert not list(folder.iterdir())

"""What people save is never lost: not their words, not the file itself."""

import os
import stat
import threading
from pathlib import Path

import pytest

from bkl import api
from bkl.api.workspace import write as writing
from bkl.api.workspace.write import Intussenveranderd, write_atomic
from tests.build import PLAN, write

root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away"
)


@pytest.fixture
def plan(tmp_path):
    """Return a werkplan with a fault that is certain to be mended."""
    return write(tmp_path, plan=PLAN.replace("doel", "deol")) / "data" / "werkplan-2021.yaml"


def test_a_save_just_before_the_file_is_replaced_is_kept(plan, monkeypatch):
    real, saves = writing._hand_on, []

    def save_meanwhile(*args, **more):
        if not saves:
            saves.append(plan.read_text(encoding="utf-8") + "# later opgeslagen\n")
            plan.write_text(saves[0], encoding="utf-8")
        real(*args, **more)

    monkeypatch.setattr(writing, "_hand_on", save_meanwhile)
    done = api.fix(plan.parent)
    text = plan.read_text(encoding="utf-8")
    assert text == saves[0].replace("deol", "doel")
    assert len(done.mended) == 1
    assert len(done.changes) == 1


def test_a_file_that_changes_all_the_time_is_left_alone(plan, monkeypatch):
    real = writing._hand_on

    def save_meanwhile(*args, **more):
        plan.write_text(plan.read_text(encoding="utf-8") + "#\n", encoding="utf-8")
        real(*args, **more)

    monkeypatch.setattr(writing, "_hand_on", save_meanwhile)
    with pytest.raises(Intussenveranderd, match="intussen veranderd"):
        api.fix(plan.parent)
    assert "deol" in plan.read_text(encoding="utf-8")
    assert os.listdir(plan.parent) == [plan.name]


def test_a_file_that_is_removed_meanwhile_does_not_come_back(plan, monkeypatch):
    real = writing._hand_on
    monkeypatch.setattr(writing, "_hand_on", lambda *a, **m: (real(*a, **m), plan.unlink())[0])
    with pytest.raises(api.Gebruiksfout):
        api.fix(plan.parent)
    assert os.listdir(plan.parent) == []


def test_a_save_in_the_very_last_moment_is_kept(plan, monkeypatch):
    real, saves = writing.exchange, []

    def save_meanwhile(draft, target):
        if not saves:
            saves.append(plan.read_text(encoding="utf-8") + "# op het laatst\n")
            other = plan.with_name(".editor")
            other.write_text(saves[0], encoding="utf-8")
            other.replace(plan)
        return real(draft, target)

    if not _can_exchange(plan.parent.parent):
        pytest.skip("this system has no exchange")
    monkeypatch.setattr(writing, "exchange", save_meanwhile)
    assert api.fix(plan.parent).mended
    assert plan.read_text(encoding="utf-8") == saves[0].replace("deol", "doel")
    assert os.listdir(plan.parent) == [plan.name]


def _can_exchange(folder):
    one, other = folder / "een", folder / "ander"
    one.write_bytes(b"1")
    other.write_bytes(b"2")
    return writing.exchange(one, other) and one.read_bytes() == b"2"


def test_a_system_without_exchange_saves_too(plan, monkeypatch):
    monkeypatch.setattr(writing, "exchange", lambda draft, target: False)
    assert api.fix(plan.parent).mended
    assert "doel:" in plan.read_text(encoding="utf-8")
    assert os.listdir(plan.parent) == [plan.name]


def test_no_save_of_an_editor_is_lost(plan):
    """An editor saves by renaming, over and over, while --fix runs as often."""
    start, ended = plan.read_text(encoding="utf-8"), threading.Event()
    lost = []

    def edit():
        for number in range(40):
            # the editor reads, and replaces what it read
            text = plan.read_text(encoding="utf-8") + f"# {number}\n"
            draft = plan.with_name(".editor")
            draft.write_text(text, encoding="utf-8")
            draft.replace(plan)
            if f"# {number}\n" not in plan.read_text(encoding="utf-8"):
                lost.append(number)
        ended.set()

    editor = threading.Thread(target=edit)
    editor.start()
    while not ended.is_set():
        try:
            api.fix(plan.parent)
        except api.Gebruiksfout:
            continue
    editor.join()
    assert not lost
    assert all(f"# {number}\n" in plan.read_text(encoding="utf-8") for number in range(40))
    assert start.splitlines()[0] == plan.read_text(encoding="utf-8").splitlines()[0]


@root
def test_root_leaves_the_file_to_its_owner(plan):
    os.chown(plan, 4242, 4243)
    assert api.fix(plan.parent).mended
    assert (plan.stat().st_uid, plan.stat().st_gid) == (4242, 4243)


def test_attributes_stay(plan):
    try:
        os.setxattr(plan, "user.klasse", b"intern")
    except (AttributeError, OSError):
        pytest.skip("no attributes here")
    assert api.fix(plan.parent).mended
    assert os.getxattr(plan, "user.klasse") == b"intern"


def test_a_file_with_another_name_is_refused(plan):
    other = plan.parent.parent / "zelfde.yaml"
    other.hardlink_to(plan)
    with pytest.raises(api.Gebruiksfout, match="nog een andere naam"):
        api.fix(plan.parent)
    assert other.samefile(plan)
    assert "deol" in plan.read_text(encoding="utf-8")


@pytest.mark.parametrize("mode", [0o444, 0o400])
def test_a_locked_file_is_refused(plan, mode):
    plan.chmod(mode)
    with pytest.raises(api.Gebruiksfout, match="alleen te lezen"):
        api.fix(plan.parent)
    assert "deol" in plan.read_text(encoding="utf-8")
    assert stat.S_IMODE(plan.stat().st_mode) == mode


def test_looking_writes_nothing_and_needs_no_permission(plan):
    plan.chmod(0o444)
    assert api.fix(plan.parent, write=False).mended


@pytest.mark.parametrize("target", ["/dev/null", "data/werkplan-2021.yaml", "data"])
def test_a_report_replaces_only_a_report(plan, target):
    write(plan.parent.parent)
    page = plan.parent.parent / "reports" / "werkplan-2021.html"
    page.parent.mkdir()
    page.symlink_to(Path(target) if target.startswith("/") else page.parent.parent / target)
    before = plan.read_bytes()
    with pytest.raises(api.Gebruiksfout, match="niet vervangen"):
        api.render("werkplan", plan.parent, formats=["html"])
    assert page.is_symlink()
    assert plan.read_bytes() == before
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_fifo_in_the_place_of_a_report(tmp_path):
    os.mkfifo(tmp_path / "verslag.md")
    with pytest.raises(api.Gebruiksfout, match="geen gewoon bestand"):
        write_atomic(tmp_path / "verslag.md", b"x")


def test_a_report_that_was_locked_is_not_replaced(tmp_path):
    path = tmp_path / "verslag.md"
    path.write_bytes(b"ingediend")
    path.chmod(0o444)
    with pytest.raises(api.Gebruiksfout, match="alleen te lezen"):
        write_atomic(path, b"nieuw")
    assert path.read_bytes() == b"ingediend"


def test_a_report_with_another_name_is_renewed_alone(tmp_path):
    """A back-up made of hard links keeps what it held."""
    (tmp_path / "verslag.md").write_bytes(b"oud")
    (tmp_path / "kopie.md").hardlink_to(tmp_path / "verslag.md")
    write_atomic(tmp_path / "verslag.md", b"nieuw")
    assert (tmp_path / "kopie.md").read_bytes() == b"oud"

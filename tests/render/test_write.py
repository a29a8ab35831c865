"""Writing is all or nothing."""

import os
import stat
from pathlib import Path

import pytest

from bkl.api.workspace.write import write_atomic


def test_writes_a_new_file_and_its_folders(tmp_path):
    path = tmp_path / "nieuw" / "map" / "verslag.md"
    write_atomic(path, b"een")
    assert path.read_bytes() == b"een"
    assert os.listdir(path.parent) == ["verslag.md"]


def test_replaces_the_old_file_and_keeps_its_permissions(tmp_path):
    path = tmp_path / "verslag.md"
    path.write_bytes(b"oud")
    path.chmod(0o640)
    write_atomic(path, b"nieuw")
    assert path.read_bytes() == b"nieuw"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_gets_the_permissions_the_user_wants(tmp_path):
    old = os.umask(0o027)
    try:
        write_atomic(tmp_path / "verslag.md", b"x")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "verslag.md").stat().st_mode) == 0o640


def test_a_link_is_followed(tmp_path):
    (tmp_path / "echt.md").write_bytes(b"oud")
    (tmp_path / "link.md").symlink_to("echt.md")
    write_atomic(tmp_path / "link.md", b"nieuw")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "echt.md").read_bytes() == b"nieuw"


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("fault", [OSError("vol"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step, fault):
    path = tmp_path / "verslag.md"
    path.write_bytes(b"oud")

    def fail(*args):
        raise fault

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(type(fault)):
        write_atomic(path, b"nieuw en langer")
    monkeypatch.undo()
    assert path.read_bytes() == b"oud"
    assert os.listdir(tmp_path) == ["verslag.md"]


def test_readers_never_meet_half_a_file(tmp_path, monkeypatch):
    path = tmp_path / "verslag.md"
    path.write_bytes(b"oud")
    seen = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (seen.append(path.read_bytes()), real(handle)))
    write_atomic(path, b"nieuw")
    assert set(seen) == {b"oud", b"nieuw"}
    assert seen[0] == b"oud"

"""Files that cannot be read: a finding, never a traceback."""

import errno
import os
from pathlib import Path

import pytest

from bkl.diagnostics.finding import Finding
from bkl.source.limits import MAX_BYTES
from bkl.source.text.read import read_bytes


def refused(path: Path) -> str:
    found = read_bytes(path, "data/x.yaml")
    assert isinstance(found, Finding)
    assert found.kind.code == "BKL017"
    assert found.place.file == "data/x.yaml"
    assert found.cure
    return found.message


def test_bytes(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xff\0a")
    assert read_bytes(path) == b"\xff\0a"


def test_not_there(tmp_path):
    assert "bestaat niet" in refused(tmp_path / "x.yaml")


def test_file_as_folder(tmp_path):
    (tmp_path / "x").write_bytes(b"")
    assert "bestaat niet" in refused(tmp_path / "x" / "y.yaml")


def test_folder(tmp_path):
    assert "een map" in refused(tmp_path)


def test_symlink_loop(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert "kring" in refused(tmp_path / "a")


def test_no_permission(tmp_path, monkeypatch):
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a: 1")

    def deny(self: Path, mode: str = "r"):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "open", deny)  # the tests may run as root, who may read all
    assert "niet lezen" in refused(path)


def test_device_error(tmp_path, monkeypatch):
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a: 1")

    def fail(self: Path, mode: str = "r"):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "open", fail)
    assert "kan dit bestand niet lezen" in refused(path)


def test_pipe_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "x.yaml")
    assert "geen gewoon bestand" in refused(tmp_path / "x.yaml")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_impossible_name(tmp_path, name):
    assert "bestandsnaam" in refused(tmp_path / name)


def test_too_large(tmp_path):
    path = tmp_path / "x.yaml"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    assert "groter dan 16 MB" in refused(path)
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES)
    assert isinstance(read_bytes(path), bytes)

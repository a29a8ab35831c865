"""A clone on Windows: git changes the line ends, and nothing else changes with them."""

import hashlib

import pytest

from bkl import api
from bkl.api.workspace.attributes import GIT_ATTRIBUTES
from tests.ci.recipes import PLAN, VERSLAG, run, write_data
from tests.ci.test_pre_commit import Repository

HANDED_IN = hashlib.sha256(PLAN.encode()).hexdigest()


@pytest.fixture
def clone(tmp_path):
    """Return what clones a workspace with its reports as git for Windows does."""

    def make(**files):
        here = Repository(tmp_path / "hier")
        write_data(here.folder, f"{VERSLAG}werkplan_hash: {HANDED_IN.upper()}\n")
        api.render("jaarverslag", here.folder, formats=["md", "html", "json"])
        for name, text in files.items():
            here.write(f".{name}", text)
        assert here.commit()[0] == 0
        there = tmp_path / "daar"
        done = run(
            ["git", "-c", "core.autocrlf=true", "clone", "--quiet", here.folder, there], tmp_path
        )
        assert done.returncode == 0, done.stderr
        return here.folder, there

    return make


def codes(folder):
    return [finding.kind.code for finding in api.check(folder).findings]


def test_a_clone_with_other_line_ends_is_the_same(clone):
    here, there = clone()
    plan = there / "data" / "werkplan-2021.yaml"
    assert b"\r\n" in plan.read_bytes()
    assert codes(there) == codes(here)
    assert "BKL305" not in codes(there)
    assert "BKL501" not in codes(there)
    assert {stand.staat for stand in api.stale(folder=there)} == {"gelijk"}
    before = (here / "reports" / "jaarverslag-2021.md").read_bytes()
    api.render("jaarverslag", there, formats=["md"])
    assert (there / "reports" / "jaarverslag-2021.md").read_bytes() == before
    done = run(["bkl", "render", "--check"], there)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_attributes_of_a_new_workspace_keep_line_feeds(clone):
    _, there = clone(gitattributes=GIT_ATTRIBUTES)
    assert b"\r" not in (there / "data" / "werkplan-2021.yaml").read_bytes()
    assert b"\r" not in (there / "reports" / "jaarverslag-2021.html").read_bytes()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
def test_a_mark_that_an_editor_adds_is_no_change(tmp_path, mark, newline):
    write_data(tmp_path, f"{VERSLAG}werkplan_hash: {HANDED_IN}\n")
    api.render("jaarverslag", tmp_path, formats=["md"])
    for path in (tmp_path / "data").iterdir():
        path.write_bytes(mark + path.read_bytes().replace(b"\n", newline))
    assert not {"BKL305", "BKL501"} & set(codes(tmp_path))
    assert {stand.staat for stand in api.stale(folder=tmp_path)} == {"gelijk"}


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_hash_of_the_file_as_windows_wrote_it_is_accepted(tmp_path, mark):
    written = (mark + PLAN.replace("\n", "\r\n")).encode()
    write_data(tmp_path, f"{VERSLAG}werkplan_hash: {hashlib.sha256(written).hexdigest()}\n")
    assert "BKL305" not in codes(tmp_path)


def test_another_word_is_a_change(tmp_path):
    write_data(tmp_path, f"{VERSLAG}werkplan_hash: {HANDED_IN}\n")
    api.render("jaarverslag", tmp_path, formats=["md"])
    write_data(tmp_path, f"{VERSLAG}werkplan_hash: {HANDED_IN}\n", PLAN.replace("zes", "vijf"))
    assert {"BKL305", "BKL501"} <= set(codes(tmp_path))

"""A template from another editor: a mark is no text, and another encoding is said in Dutch."""

import pytest

from bkl import api
from tests.build import PLAN, REPORT, write

TEXT = '{% extends "bkl/jaarverslag.md.j2" %}\n{# café #}\n'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "templates").mkdir()
    return write(tmp_path, REPORT % "    reden: partner", PLAN)


def put(folder, data):
    (folder / "templates" / "jaarverslag.md.j2").write_bytes(data)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_mark_and_other_line_ends_change_nothing(folder, mark, newline):
    (path,) = api.render("jaarverslag", folder, formats=["md"])
    before = path.read_bytes()
    put(folder, (mark + TEXT).replace("\n", newline).encode())
    api.render("jaarverslag", folder, formats=["md"])
    assert path.read_bytes() == before
    assert "BKL502" not in [finding.kind.code for finding in api.check(folder).findings]


def test_another_encoding_is_said_with_its_line(folder):
    put(folder, TEXT.encode("cp1252"))
    with pytest.raises(api.Gebruiksfout, match="niet opgeslagen als UTF-8") as told:
        api.render("jaarverslag", folder, formats=["md"])
    assert "codec" not in str(told.value)
    (found,) = [one for one in api.check(folder).findings if one.kind.code == "BKL502"]
    assert found.position.line == 2

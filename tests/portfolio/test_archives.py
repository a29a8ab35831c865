"""Workspaces in archives: the same outcome as a folder, and nothing from a stranger reaches out."""

import os
import shutil
import stat
import subprocess
import zipfile

import pytest

from bkl import api
from bkl.portfolio import archives
from bkl.portfolio.archives import opened
from bkl.portfolio.errors import Portfoliofout
from bkl.portfolio.sources import Bronmap
from tests.portfolio.orgs import org


def zipped(path, folder, prefix="", **more):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in sorted(folder.rglob("*")):
            if one.is_file():
                archive.write(one, f"{prefix}{one.relative_to(folder)}")
        for name, data in more.items():
            archive.writestr(name, data)
    return path


def bundled(path, folder, *names):
    def git(*args):
        identity = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        subprocess.run(["git", *identity, *args], cwd=folder, check=True, capture_output=True)

    git("init", "-q", "-b", "hoofd")
    git("add", "-A")
    git("commit", "-q", "-m", "verslag")
    git("bundle", "create", str(path), *(names or ("HEAD", "hoofd")))
    return path


def counted(tmp_path, *sources):
    request = api.PortfolioRequest(bronnen=sources, dataset=tmp_path / "uit", processen=1)
    api.update_portfolio(request)
    return api.portfolio(tmp_path / "uit")


@pytest.fixture
def folder(tmp_path):
    return org(tmp_path / "orgs", "noord")


@pytest.mark.parametrize("prefix", ["", "noord/"])
def test_a_zip_is_a_workspace(tmp_path, folder, prefix):
    path = zipped(tmp_path / "noord.zip", folder, prefix)
    result = counted(tmp_path, path)
    assert (result.alle.n, result.alle.gehaald, result.aandacht) == (1, 1, ())
    (row,) = api.portfolio_rows(tmp_path / "uit", {})
    assert row.plaats == "noord.zip/data/jaarverslag-2021.yaml:5"


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize("names", [("HEAD", "hoofd"), ("hoofd",)])
def test_a_bundle_of_git_is_a_workspace(tmp_path, folder, names):
    result = counted(tmp_path, bundled(tmp_path / "noord.bundle", folder, *names))
    assert (result.alle.n, result.alle.gehaald, result.aandacht) == (1, 1, ())


def test_folder_zip_and_bundle_of_one_plan_count_once(tmp_path, folder):
    zipped(tmp_path / "orgs" / "noord.zip", folder)
    result = counted(tmp_path, tmp_path / "orgs")
    assert result.alle.n == 1
    assert [(one.werkmap, one.stand) for one in result.aandacht] == [("noord.zip", "dubbel")]


def refused(tmp_path, path):
    result = counted(tmp_path, path)
    assert result.alle.n == 0
    (one,) = result.aandacht
    assert one.stand == "onbruikbaar"
    return one.melding


def link(name):
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("../weg.yaml", "een pad naar buiten"),
        ("/etc/weg.yaml", "een pad naar buiten"),
        ("data/../../weg.yaml", "een pad naar buiten"),
        ("..\\weg.yaml", "een pad naar buiten"),
        ("C:\\weg.yaml", "een pad naar buiten"),
        (link("data/werkplan-2022.yaml"), "een koppeling naar buiten"),
    ],
    ids=["up", "top", "up-inside", "windows", "drive", "link"],
)
def test_nothing_in_a_zip_reaches_outside(tmp_path, folder, name, told):
    path = zipped(tmp_path / "kwaad.zip", folder)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, "/etc/passwd")
    assert told in refused(tmp_path, path)
    assert not list(tmp_path.rglob("weg.yaml"))


def test_a_bomb_is_stopped_by_what_comes_out(tmp_path, folder, monkeypatch):
    monkeypatch.setattr(archives, "MOST_BYTES", 1_000_000)
    path = zipped(tmp_path / "bom.zip", folder, **{"data/groot.yaml": b"a" * 50_000_000})
    assert path.stat().st_size < 100_000
    assert "meer dan 0 MB" in refused(tmp_path, path)


def test_too_many_files_are_stopped(tmp_path, folder, monkeypatch):
    monkeypatch.setattr(archives, "MOST_FILES", 10)
    path = zipped(tmp_path / "veel.zip", folder, **{f"data/{one}.txt": b"" for one in range(20)})
    assert "10 bestanden" in refused(tmp_path, path)


def test_templates_and_reports_stay_packed(tmp_path, folder):
    more = {"templates/a.j2": b"x", "noord/templates/a.j2": b"x", "reports/a.md": b"x"}
    path = zipped(tmp_path / "noord.zip", folder, **more)
    with opened(Bronmap("noord", path, "zip")) as inside:
        names = {one.name for one in inside.rglob("*")}
        assert names >= {"data", "werkplan-2021.yaml"}
        assert not names & {"templates", "reports", "a.j2"}
    assert not inside.exists(), "nothing is left behind"


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04 kapot", b"\x00" * 100], ids=["empty", "cut", "other"]
)
@pytest.mark.parametrize("end", ["zip", "bundle"])
def test_a_damaged_archive_is_told(tmp_path, data, end):
    path = tmp_path / f"kapot.{end}"
    path.write_bytes(data)
    assert "zip-bestand is beschadigd" in (told := refused(tmp_path, path)) or "bundle" in told


def test_a_zip_that_was_cut_off_in_the_middle_is_told(tmp_path, folder):
    path = zipped(tmp_path / "half.zip", folder)
    data = bytearray(path.read_bytes())
    data[60:90] = bytes(30)
    path.write_bytes(bytes(data))
    assert "beschadigd" in refused(tmp_path, path)


def test_an_archive_with_no_workspace_or_with_two_is_told(tmp_path, folder):
    with zipfile.ZipFile(tmp_path / "leeg.zip", "w") as archive:
        archive.writestr("a.txt", "x")
    assert "geen map `data`" in refused(tmp_path, tmp_path / "leeg.zip")
    org(tmp_path / "orgs", "zuid")
    path = zipped(tmp_path / "twee.zip", tmp_path / "orgs")
    place = Bronmap("twee", path, "zip")
    with pytest.raises(Portfoliofout, match="meer dan één werkmap"), opened(place):
        pass


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_a_link_in_a_bundle_is_told(tmp_path, folder):
    (folder / "data" / "werkplan-2022.yaml").symlink_to("/etc/passwd")
    assert "een koppeling" in refused(tmp_path, bundled(tmp_path / "kwaad.bundle", folder))

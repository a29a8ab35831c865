"""The report beside the YAML: rounds, the page that is served, and a real browser."""

import contextlib
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time

import pytest

from bkl import api
from bkl.preview import rounds as rounds_module
from bkl.preview.page import page_of, policy
from bkl.preview.panel import MOST, panel_of
from bkl.preview.rounds import Opdracht, Ronde, make_round, rounds
from bkl.preview.server import Server
from bkl.preview.stage import Shown, Stage
from tests.render.pages import Page
from tests.render.workspace import bkl, calm_workspace, command, environ, files

WERKPLAN, VERSLAG = "werkplan-2021.yaml", "jaarverslag-2021.yaml"
SOON = 2.0 if os.environ.get("BKL_LANG") else 15.0
"""Seconds in which a page must follow; that a machine is busy with other tests is no fault."""
NEW_FIGURE, NEW_TEXT = ("realisatie: 1 lezing", "realisatie: 77 lezingen"), "77 lezingen"


@pytest.fixture
def folder(tmp_path):
    return calm_workspace(tmp_path)


def change(folder, old, new, name=WERKPLAN):
    path = folder / "data" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def break_plan(folder):
    change(folder, "werkplan: 2021", "werkplan: 2021\nwerkplam <b>2021</b>")


def mend_plan(folder):
    change(folder, "\nwerkplam <b>2021</b>", "")


# -- rounds ------------------------------------------------------------------------------------


def test_a_round_writes_the_ordinary_files(folder):
    ronde = make_round(Opdracht(("werkplan",), folder))
    assert ronde.made
    assert ronde.seconds > 0
    made = files(folder / "reports")
    assert set(made) == {"werkplan-2021.html", "werkplan-2021.md"}
    api.render("werkplan", folder, formats=["md", "html"], output=folder / "anders")
    assert files(folder / "anders") == made


def test_a_round_with_a_fault_leaves_the_last_good_report(folder):
    opdracht = Opdracht(("werkplan",), folder)
    make_round(opdracht)
    before = files(folder / "reports")
    break_plan(folder)
    ronde = make_round(opdracht)
    assert not ronde.made
    assert [finding.place.file for finding in ronde.findings] == ["data/werkplan-2021.yaml"]
    assert files(folder / "reports") == before


def test_what_can_be_read_is_shown_as_a_concept_beside_its_faults(folder):
    change(folder, "werkplan: 2021", "werkplan: 2021\nwerkplam: 2021")
    ronde = make_round(Opdracht(("werkplan",), folder))
    assert ronde.made
    assert [finding.place.file for finding in ronde.findings] == ["data/werkplan-2021.yaml"]
    assert "het rapport als concept" in panel_of(ronde)


def test_a_template_that_does_not_work_is_a_message(folder):
    (folder / "templates").mkdir()
    (folder / "templates" / "_colofon.md.j2").write_text("\n{{ weg }}", encoding="utf-8")
    ronde = make_round(Opdracht(("werkplan",), folder))
    assert "_colofon.md.j2, regel 2" in ronde.message
    assert ronde.cure


def test_what_no_saving_can_mend_ends_at_once(folder, tmp_path_factory):
    with pytest.raises(api.Gebruiksfout, match="Bedoelde u `werkplan`"):
        next(rounds(Opdracht(("werkpln",), folder)))
    with pytest.raises(api.Gebruiksfout, match="geen map `data`"):
        next(rounds(Opdracht(("werkplan",), tmp_path_factory.mktemp("leeg"))))


@pytest.mark.parametrize("option", ["--watch", "--serve"])
def test_without_watchfiles_the_message_says_what_to_install(folder, monkeypatch, option):
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    code, out, err = bkl(folder, "render", "werkplan", option)
    assert (code, out) == (2, "")
    assert 'pip install "watchfiles>=1.1"' in err
    assert not (folder / "reports").exists()


def test_wrong_use(folder):
    for args, message in (
        (["werkplan", "jaarverslag", "--serve"], "`--serve` toont één rapport tegelijk."),
        (["werkplan", "--serve", "--port", "0"], "`0` is geen poort."),
        (["werkplan", "--watch", "--check"], "gaan niet samen"),
    ):
        code, _, err = bkl(folder, "render", *args)
        assert code == 2
        assert message in " ".join(err.split())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("data/werkplan-2021.yaml", True),
        ("data/map/x.yml", True),
        ("templates/werkplan.md.j2", True),
        ("templates/_page.css", True),
        ("data/.werkplan-2021.yaml.swp", False),
        ("data/werkplan-2021.yaml~", False),
        ("data/.#werkplan-2021.yaml", False),
        ("data/notities.txt", False),
        ("reports/werkplan-2021.md", False),
        ("templates/uit/werkplan-2021.md", False),
        ("templates/uit/_page.css", True),
        ("elders/werkplan-2021.yaml", False),
    ],
)
def test_what_begins_a_round(tmp_path, name, expected):
    path, written = tmp_path / name, tmp_path / "templates" / "uit"
    assert rounds_module._matters(path, tmp_path, written) is expected
    everywhere = expected or name.endswith("uit/werkplan-2021.md")
    assert rounds_module._matters(path, tmp_path, None) is everywhere
    assert rounds_module._matters(path, tmp_path, tmp_path) is expected


# -- the panel and the page --------------------------------------------------------------------


def test_the_panel_shows_place_line_and_cure_as_text(folder):
    break_plan(folder)
    panel = panel_of(make_round(Opdracht(("werkplan",), folder)))
    page = Page.read(f"<main>{panel}</main>")
    text = page.body_text()
    assert "data/werkplan-2021.yaml:" in text
    assert "werkplam <b>2021</b>" in text
    assert [one.text for one in page.all("mark")] == ["werkplam <b>2021</b>"]
    assert "dubbele punt en een spatie" in text
    assert {one.tag for one in page.all("b")} == {"b"}
    assert "<b>2021" not in [one.text for one in page.all("b")]


def test_the_panel_is_empty_when_all_is_well(folder):
    assert panel_of(make_round(Opdracht(("werkplan",), folder))) == ""


def test_a_flood_of_findings_is_cut(folder):
    lines = "".join(f"\nfout{number}: x" for number in range(MOST + 5))
    change(folder, "werkplan: 2021", f"werkplan: 2021{lines}")
    panel = panel_of(make_round(Opdracht(("werkplan",), folder)))
    assert panel.count("<li>") == MOST + 1
    assert "En nog 5" in panel


def test_a_message_is_escaped():
    panel = panel_of(Ronde(message="Dit `<x>` & \x1b[31m`dat`", cure="Doe <y>."))
    assert "<code>&lt;x&gt;</code> &amp; ␛[31m<code>dat</code>" in panel
    assert "Doe &lt;y&gt;." in panel


def test_only_the_served_page_holds_the_script_of_the_panel(folder):
    stage = Stage()
    ronde = make_round(Opdracht(("werkplan",), folder))
    stage.show(ronde)
    report = (folder / "reports" / "werkplan-2021.html").read_bytes()
    assert b"preview.js" not in report
    assert b"bkl-meldingen" not in report
    served, rules = page_of(stage.scene)
    scripts = Page.read(served.decode()).all("script")
    assert [one.attrs.get("src") for one in scripts] == ["/_bkl/preview.js", None]
    assert re.search(r"script-src 'sha256-[^']+' 'self'", rules)
    assert "default-src 'none'" in rules
    assert "unsafe" not in rules
    assert Page.read(served.decode()).body_text() == Page.read(report.decode()).body_text()


def test_the_last_good_report_stays_on_stage(folder):
    stage, opdracht = Stage(), Opdracht(("werkplan",), folder)
    stage.show(make_round(opdracht))
    good = stage.scene
    break_plan(folder)
    stage.show(make_round(opdracht))
    assert stage.scene.report == good.report
    assert stage.scene.kenmerk == good.kenmerk
    assert "werkplam" in stage.scene.panel
    mend_plan(folder)
    stage.show(make_round(opdracht))
    assert stage.scene == good


def test_before_there_is_a_report_the_page_says_so():
    page, rules = page_of(Shown(panel="<p>fout</p>"))
    assert "Nog geen rapport" in Page.read(page.decode()).body_text()
    assert rules.startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("", "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'"),
        (
            "default-src 'none'; style-src 'sha256-x'; img-src data:",
            "default-src 'none'; style-src 'sha256-x' 'self'; img-src data:; script-src 'self'",
        ),
        ("script-src 'none'", "script-src 'self'; default-src 'none'"),
    ],
)
def test_policy_adds_only_this_server(report, expected):
    assert policy(report).startswith(expected)
    assert policy(report).endswith("frame-ancestors 'none'")


# -- the server --------------------------------------------------------------------------------


@pytest.fixture
def served(folder):
    stage = Stage()
    stage.show(make_round(Opdracht(("werkplan",), folder)))
    server = Server(stage, free_port())
    yield stage, server, folder
    server.close()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ask(server, path="/", host=None, method="GET"):
    link = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    with contextlib.closing(link):
        headers = {} if host is None else {"Host": host}
        link.request(method, path, headers=headers)
        answer = link.getresponse()
        return answer.status, answer.read().decode(), dict(answer.headers)


def test_the_page_and_its_parts(served):
    _, server, _ = served
    status, text, headers = ask(server)
    assert status == 200
    assert "Werkplan" in Page.read(text).body_text()
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    for name, kind in (("preview.js", "text/javascript"), ("preview.css", "text/css")):
        status, _, headers = ask(server, f"/_bkl/{name}")
        assert (status, headers["Content-Type"].partition(";")[0]) == (200, kind)


@pytest.mark.parametrize(
    "path",
    ["/x", "/_bkl/", "/_bkl/server.py", "/_bkl/../server.py", "/../../etc/passwd", "/data", "//x"],
)
def test_nothing_else_is_served(served, path):
    status, text, _ = ask(served[1], path)
    assert (status, text) == (404, "Deze pagina is er niet.\n")


FOREIGN = ["kwaad.example", "kwaad.example:{port}", "127.0.0.1", "", "127.0.0.1:1"]


@pytest.mark.parametrize("host", FOREIGN)
@pytest.mark.parametrize("path", ["/", "/_bkl/stand", "/_bkl/preview.js"])
def test_another_name_for_this_machine_is_refused(served, host, path):
    """DNS rebinding: a site that points its own name at 127.0.0.1 sends that name along."""
    _, server, _ = served
    status, text, _ = ask(server, path, host.format(port=server.port))
    assert status == 403
    assert "Werkplan" not in text


def test_localhost_is_this_machine_too(served):
    _, server, _ = served
    assert ask(server, host=f"LOCALHOST:{server.port}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_other_requests_are_refused_in_dutch(served, method):
    status, text, _ = ask(served[1], method=method)
    assert (status, text) == (501, "Dit verzoek kan bkl niet beantwoorden.\n")


def test_only_this_machine_can_reach_it(served):
    _, server, _ = served
    assert server.address.startswith("http://127.0.0.1:")
    assert server._http.server_address[0] == "127.0.0.1"


def test_a_port_in_use_gives_another():
    stage = Stage()
    first = Server(stage, free_port())
    second = Server(Stage(), first.port)
    try:
        assert second.port != first.port
        assert ask(second)[0] == 200
    finally:
        first.close()
        second.close()


def test_an_open_page_hears_of_every_state(served):
    stage, server, folder = served
    link = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    link.request("GET", "/_bkl/stand")
    answer = link.getresponse()

    def heard():
        line = answer.readline().decode()
        assert answer.readline() == b"\n"
        return json.loads(line.removeprefix("data: "))

    first = heard()
    assert first == {"rapport": stage.scene.kenmerk, "paneel": ""}
    break_plan(folder)
    stage.show(make_round(Opdracht(("werkplan",), folder)))
    second = heard()
    assert second["rapport"] == first["rapport"]
    assert "werkplam" in second["paneel"]
    mend_plan(folder)
    change(folder, "organisatie: ", "organisatie: Nieuwe ")
    stage.show(make_round(Opdracht(("werkplan",), folder)))
    third = heard()
    assert third["paneel"] == ""
    assert third["rapport"] != first["rapport"]
    server.close()
    assert answer.readline() == b"", "the stream ends with the server"
    link.close()


# -- the command -------------------------------------------------------------------------------


class Running:
    """`bkl render … --watch` as a program, with its lines as they come."""

    def __init__(self, folder, *args):
        self.process = subprocess.Popen(
            command("render", *args),
            cwd=folder,
            env=environ(PYTHONUNBUFFERED="1"),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            # tests that run in the background ignore Ctrl-C, and what they start would do so too
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        )
        self.lines, self._more = [], threading.Condition()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        for line in self.process.stdout:
            with self._more:
                self.lines.append(line.rstrip("\n"))
                self._more.notify_all()

    def until(self, pattern, seconds=30):
        """Return the first line that matches, which is then not looked at again."""

        def found():
            return next((line for line in self.lines if re.search(pattern, line)), None)

        with self._more:
            self._more.wait_for(found, seconds)
            line = found()
            assert line is not None, f"{pattern!r} niet in {self.lines}"
            del self.lines[: self.lines.index(line) + 1]
            return line

    def stop(self):
        """Press Ctrl-C; return the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(15)


@contextlib.contextmanager
def running(folder, *args):
    one = Running(folder, *args)
    try:
        yield one
    finally:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait()
        one.process.stdout.close()


MADE = r"^\d\d:\d\d:\d\d  reports/werkplan-2021\.md, reports/werkplan-2021\.html  \(\d+,\d\d s\)$"
posix = pytest.mark.skipif(os.name == "nt", reason="Windows kent deze Ctrl-C niet.")


@posix
def test_watch_makes_the_report_again_on_every_save(folder):
    page = folder / "reports" / "werkplan-2021.html"
    with running(folder, "werkplan", "--watch") as bkl_watch:
        bkl_watch.until(MADE)
        change(folder, "organisatie: ", "organisatie: Eerste ")
        bkl_watch.until(MADE)
        assert "Eerste" in page.read_text("utf-8")
        break_plan(folder)
        bkl_watch.until(r"data/werkplan-2021\.yaml:\d+:1")
        bkl_watch.until("niet gelukt; het vorige rapport blijft staan")
        assert "Eerste" in page.read_text("utf-8")
        mend_plan(folder)
        bkl_watch.until(MADE)
        # a folder that was not there when it began
        (folder / "templates").mkdir()
        (folder / "templates" / "_colofon.md.j2").write_text("## Van ons\n", encoding="utf-8")
        bkl_watch.until(MADE)
        deadline = time.monotonic() + 10
        while "Van ons" not in page.read_text("utf-8") and time.monotonic() < deadline:
            time.sleep(0.05)
        assert "Van ons" in page.read_text("utf-8")
        # an editor that saves by putting a new file in the place of the old one
        new = folder / "data" / "werkplan-2021.yaml.tmp"
        text = (folder / "data" / WERKPLAN).read_text("utf-8").replace("Eerste", "Tweede")
        new.write_text(text, encoding="utf-8")
        bkl_watch.lines.clear()
        new.replace(folder / "data" / WERKPLAN)
        bkl_watch.until(MADE)
        assert "Tweede" in page.read_text("utf-8")
        assert bkl_watch.stop() == 0
        bkl_watch.until("^Gestopt.$")
        assert not [line for line in bkl_watch.lines if "Traceback" in line]


@posix
@pytest.mark.parametrize("output", [".", "templates"])
def test_saves_of_linked_files_are_seen_wherever_the_report_goes(folder, output, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elders")
    real = (folder / "data" / WERKPLAN).rename(elsewhere / WERKPLAN)
    (folder / "data" / WERKPLAN).symlink_to(real)
    (folder / "templates").mkdir()
    made = MADE.replace("reports/", "" if output == "." else f"{output}/")
    with running(folder, "werkplan", "--watch", "--output", output) as bkl_watch:
        bkl_watch.until(made)
        change(folder, "organisatie: ", "organisatie: Eerste ")
        bkl_watch.until(made)
        assert "Eerste" in (folder / output / "werkplan-2021.html").read_text("utf-8")
        bkl_watch.lines.clear()
        (folder / "bkl.yaml").write_text("huisstijl: {kleuren: {accent: rood}}\n", encoding="utf-8")
        bkl_watch.until("niet gelukt")
        (folder / "bkl.yaml").unlink()
        bkl_watch.until(made)
        # what it writes itself begins nothing
        time.sleep(0.6)
        assert not [line for line in bkl_watch.lines if re.search(made, line)]
        shutil.rmtree(folder)
        bkl_watch.until("er niet meer")
        assert not [line for line in bkl_watch.lines if "niet gelukt" in line]
        assert bkl_watch.process.wait(15) == 2
        assert not [line for line in bkl_watch.lines if "Traceback" in line]


@posix
def test_watch_stays_when_the_first_round_fails(folder):
    break_plan(folder)
    with running(folder, "werkplan", "--serve", "--port", str(free_port())) as bkl_watch:
        address = bkl_watch.until("http://127.0.0.1:")
        assert address.endswith("(stoppen met Ctrl-C).")
        bkl_watch.until("niet gelukt")
        mend_plan(folder)
        bkl_watch.until(MADE)
        assert bkl_watch.stop() == 0


@posix
@pytest.mark.browser
def test_the_page_follows_the_yaml(folder, browser):
    with running(folder, "jaarverslag", "--serve", "--port", str(free_port())) as bkl_serve:
        address = re.search(r"http://\S+", bkl_serve.until("http://"))[0]
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page, said = context.new_page(), []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.set_default_timeout(SOON * 1000)
        page.goto(address)
        panel, report = page.locator("#bkl-meldingen"), page.locator("main")
        assert not panel.is_visible()
        title = page.title()

        # another figure, without losing the place where one was reading
        row = page.locator("tr", has=page.locator("[id=ad-r2-lezingen]")).first
        before = row.inner_text()
        page.evaluate("scrollTo(0, 1500)")
        place = row.bounding_box()["y"]
        change(folder, *NEW_FIGURE, name=VERSLAG)
        row.locator("td", has_text=NEW_TEXT).first.wait_for()
        assert row.inner_text() != before
        page.wait_for_load_state()
        assert page.evaluate("scrollY") > 1000
        assert abs(row.bounding_box()["y"] - place) <= 1

        # a fault: shown with its place and line, above a report that stays
        change(folder, "peildatum: ", "peildatun: ", name=VERSLAG)
        panel.get_by_text("peildatun").first.wait_for()
        assert "data/jaarverslag-2021.yaml:" in panel.inner_text()
        assert row.locator("td", has_text=NEW_TEXT).first.is_visible()
        assert page.title() == f"✗ {title}"
        assert report.is_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

        # mended: gone
        change(folder, "peildatun: ", "peildatum: ", name=VERSLAG)
        panel.wait_for(state="hidden")
        assert page.title() == title

        assert bkl_serve.stop() == 0
        panel.get_by_text("bkl is gestopt").wait_for()
        assert not [text for text in said if "ERR_" not in text]
        context.close()

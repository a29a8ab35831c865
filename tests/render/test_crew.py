"""Many reports at once: the same as one after another, and nothing is lost when one is stopped."""

import io
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import CancelledError, Future
from pathlib import Path
from threading import Lock

import pytest

from bkl import api
from bkl.api.rendering import render
from bkl.render import Formaatfout
from bkl.render.jinja.transport import receive, send
from bkl.render.paper import Paper
from bkl.render.print import crew, worker
from bkl.render.print.crew import Crew, Pressed
from bkl.render.print.setting import set_paper
from tests.render.workspace import calm_workspace, command, environ, files

pytest.importorskip("weasyprint", reason="weasyprint ontbreekt")
SLEEPS = "import time; time.sleep(60)"
DIES = "import os; os.kill(os.getpid(), 9)"


def paper(words="iets"):
    html = f'<html lang="nl"><title>T</title><h1 id="k">{words}</h1><p><a href="#k">naar</a></p>'
    return Paper("werkplan", html, words)


def stand_in(monkeypatch, code):
    monkeypatch.setattr(crew, "command", lambda module: [sys.executable, "-c", code])


def test_pages_are_the_same_whoever_sets_them():
    with Crew(2) as both:
        coming = [both.submit(paper(words)) for words in ("een", "twee", "drie")]
        made = [one.result() for one in coming]
    assert [one.data for one in made] == [set_paper(paper(w)) for w in ("een", "twee", "drie")]
    assert all(one.seconds > 0 for one in made)


def test_a_worker_answers_with_a_pdf_or_with_what_is_in_the_way(monkeypatch):
    asked, answers = io.BytesIO(), io.BytesIO()
    send(asked, worker.as_message(paper()))
    asked.seek(0)

    def refuse(paper):
        raise Formaatfout("Geen letters.", "Installeer ze.")

    monkeypatch.setattr(worker, "set_paper", refuse)
    worker.serve(asked, answers)
    answers.seek(0)
    assert receive(answers, 1000) == {"fault": ["Geen letters.", "Installeer ze."]}


def test_who_is_stopped_is_told_and_replaced(monkeypatch):
    with Crew(1) as one:
        with monkeypatch.context() as patch:
            stand_in(patch, DIES)
            with pytest.raises(Formaatfout) as told:
                one.submit(paper()).result()
        assert one.submit(paper()).result().data.startswith(b"%PDF")
    assert told.value.message.startswith("De pdf van `werkplan` is niet gemaakt")
    assert "bkl render werkplan --format pdf" in told.value.cure


def test_leaving_stops_what_is_going_on(monkeypatch):
    stand_in(monkeypatch, SLEEPS)
    with Crew(2) as both:
        coming = [both.submit(paper()) for _ in range(4)]
        while sum(one._process is not None for one in both._workers) < 2:
            time.sleep(0.01)
        running = [one._process for one in both._workers]
        folder = Path(both._folder.name)
        assert folder.is_dir()
    assert [process.poll() for process in running] == [-signal.SIGKILL] * 2
    assert not folder.exists()
    for one in coming:
        with pytest.raises((Formaatfout, CancelledError)):
            one.result()


def test_large_ones_are_set_one_at_a_time(monkeypatch):
    busy, most, lock = [0], [0], Lock()

    def print_(self, paper):
        with lock:
            busy[0] += 1
            most[0] = max(most[0], busy[0])
        time.sleep(0.02)
        with lock:
            busy[0] -= 1
        return Pressed(b"", 0.0)

    monkeypatch.setattr(crew._Worker, "print", print_)
    for large, together in ((len(paper().html), 1), (crew.LARGE, 2)):
        monkeypatch.setattr(crew, "LARGE", large)
        most[0] = 0
        with Crew(2) as both:
            for one in [both.submit(paper()) for _ in range(4)]:
                one.result()
        assert most[0] == together


KILLED = """
import sys
from bkl.render.paper import Paper
from bkl.render.print.crew import Crew
html = sys.argv[1]
with Crew(2) as crew:
    coming = [crew.submit(Paper("werkplan", html, "x")) for _ in range(2)]
    if sys.argv[2] == "idle":
        [one.result() for one in coming]
    else:
        while any(one._process is None for one in crew._workers):
            pass
    print(crew._folder.name, flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows kent geen kill -9.")
@pytest.mark.parametrize("meanwhile", ["idle", "busy"])
def test_a_killed_parent_leaves_no_folder_behind(tmp_path, meanwhile):
    running = subprocess.Popen(
        [sys.executable, "-c", KILLED, paper().html, meanwhile],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**environ(), "TMPDIR": str(tmp_path)},
        text=True,
    )
    with running:
        folder = Path(running.stdout.readline().strip())
        assert folder.parent == tmp_path
        assert folder.is_dir()
        running.kill()
    deadline = time.monotonic() + 30
    while folder.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not list(tmp_path.iterdir())


def test_a_worker_takes_only_the_folder_away_that_is_named(monkeypatch, tmp_path):
    own, other = tmp_path / "bkl-1", tmp_path / "anders"
    own.mkdir()
    other.mkdir()
    monkeypatch.setattr(worker, "serve", lambda *pipes: None)
    monkeypatch.setattr(worker.gc, "set_threshold", lambda number: None)
    monkeypatch.setenv("TMPDIR", str(other))
    worker.main()
    assert own.is_dir()
    monkeypatch.setenv(worker.FOLDER, str(own))
    worker.main()
    assert [one.name for one in tmp_path.iterdir()] == ["anders"]


class Promised:
    """A crew that has made everything at once, or is stopped."""

    def __init__(self, stopped=()):
        self.asked, self.stopped = [], stopped

    def __enter__(self):
        return self

    def __exit__(self, *fault):
        pass

    def submit(self, paper):
        self.asked.append(paper.rapport)
        done = Future()
        if paper.rapport in self.stopped:
            done.set_exception(Formaatfout(f"`{paper.rapport}` is gestopt.", "Nog eens."))
        else:
            done.set_result(Pressed(b"%PDF", 2.5))
        return done


def together(monkeypatch, folder, wanted, crew, formats=("pdf", "md")):
    """Return what came of each report, and what was told and asked meanwhile."""
    told = []
    monkeypatch.setattr("bkl.portfolio.running.processors", lambda: 2)
    monkeypatch.setattr(render, "_crew", lambda number: crew)
    jobs = [(rapport, None) for rapport in wanted]
    made = []
    for one in api.render_all(
        jobs, folder, formats=formats, progress=lambda *what: told.append(what)
    ):
        made.append(one)
        told.append(len(crew.asked))
    return made, told


def test_others_work_ahead_and_nothing_is_told_twice(monkeypatch, tmp_path):
    folder, promised = calm_workspace(tmp_path), Promised()
    wanted = ["werkplan", "dashboard", "afwijkingen", "regels", "voortgang", "bewijs"]
    made, told = together(monkeypatch, folder, wanted, promised)
    assert promised.asked == wanted
    assert [one for one in told if isinstance(one, int)] == [4, 5, 6, 6, 6, 6]
    steps = [one for one in told if not isinstance(one, int)]
    assert steps == [(rapport, fmt) for rapport in wanted for fmt in ("md", "pdf")]
    assert [[path.suffix for path in one.paths] for one in made] == [[".pdf", ".md"]] * 6
    assert {one.seconds["pdf"] for one in made} == {2.5}
    assert (folder / "reports" / "werkplan-2021.pdf").read_bytes() == b"%PDF"


def test_what_cannot_be_made_keeps_nothing_else_back(monkeypatch, tmp_path):
    folder = calm_workspace(tmp_path)
    (folder / "templates").mkdir()
    (folder / "templates" / "dashboard.md.j2").write_text("{{ niets }}", encoding="utf-8")
    promised = Promised(stopped=["regels"])
    made, _ = together(monkeypatch, folder, ["dashboard", "regels", "werkplan"], promised)
    assert [list(one.missing) for one in made[1:]] == [["`regels` is gestopt."], []]
    assert "dashboard.md.j2, regel 1" in next(iter(made[0].missing))
    assert sorted(files(folder / "reports")) == [
        "regels-2021.md",
        "werkplan-2021.md",
        "werkplan-2021.pdf",
    ]


@pytest.mark.parametrize(
    ("processors", "wanted", "formats", "number"),
    [
        (4, ["werkplan", "regels"], ("pdf",), 2),
        (2, ["werkplan", "regels", "bewijs"], ("pdf",), 2),
        (1, ["werkplan", "regels"], ("pdf",), None),
        (4, ["werkplan"], ("pdf", "html"), None),
        (4, ["werkplan", "regels"], ("md", "docx"), None),
    ],
)
def test_processes_are_only_for_more_than_one_pdf(
    monkeypatch, tmp_path, processors, wanted, formats, number
):
    asked = []
    monkeypatch.setattr("bkl.portfolio.running.processors", lambda: processors)
    monkeypatch.setattr(render, "_crew", lambda many: asked.append(many) or Promised())
    monkeypatch.setattr(render, "_written", lambda *edition: edition[0])
    jobs = [(rapport, None) for rapport in wanted]
    list(api.render_all(jobs, calm_workspace(tmp_path), formats=formats))
    assert asked == ([number] if number else [])


@pytest.mark.skipif(os.name == "nt", reason="Windows kent geen Ctrl-C voor een groep processen.")
def test_ctrl_c_says_what_was_made_and_leaves_nothing_half(tmp_path):
    folder = calm_workspace(tmp_path)
    running = subprocess.Popen(
        command("render", "resultatenkaart", "dashboard", "werkplan", "regels", "--format", "pdf"),
        cwd=folder,
        env=environ(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert running.stdout.readline().endswith("resultatenkaart-2021.pdf\n")
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "Gestopt: " in told
    assert "de rest is niet veranderd." in told
    assert "Traceback" not in told
    made = files(folder / "reports")
    assert f" {len(made)} bestand" in told
    assert all(name.endswith(".pdf") and b"%%EOF" in data[-8:] for name, data in made.items())
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)

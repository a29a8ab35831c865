"""Damaged and hostile documents: a message or a proposal, never a traceback, and in bounded time.

A few mutations by default; BKL_LANG=1 tries a thousand.
"""

import contextlib
import io
import os
import random
import time
import zipfile
import zlib
from pathlib import Path

import pytest
from docx import Document

from bkl.domein.notatie.values.jaren import Planjaren
from bkl.draft.draft import draft_plan
from bkl.draft.errors import Documentfout
from bkl.draft.reading.kinds import kind_of_file
from bkl.draft.reading.parse import parse
from bkl.draft.reading.read import read_document
from bkl.draft.settle import settle
from bkl.draft.structure.assemble import assemble
from bkl.draft.write import write_plan
from tests.fuzz import mutate

HERE = Path(__file__).parent / "stijlen"
MANY = 1000 if os.environ.get("BKL_LANG") else 24
SECONDS = 20
MUTATIONS = [
    mutate.flip_byte, mutate.drop_bytes, mutate.repeat_bytes, mutate.truncate,
    mutate.insert_snippet, mutate.drop_line, mutate.double_line, mutate.swap_lines,
]  # fmt: skip


def word(text="Resultaten"):
    document = Document()
    document.add_heading("Werkplan 2024", 0)
    document.add_heading(text, 1)
    document.add_paragraph("Wij helpen 40 jongeren.", style="List Number")
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Indicator", "Streefwaarde"
    table.cell(1, 0).text, table.cell(1, 1).text = "Aantal lessen", "12"
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def changed(data, rng):
    """Mutate a plain file, or one part of an archive so that it can still be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old:
            parts = {name: old.read(name) for name in old.namelist()}
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, zlib.error):
        parts = {}
    if rng.random() < 0.3 or not any(one.endswith(".xml") for one in parts):
        return rng.choice(MUTATIONS)(data, rng)
    name = rng.choice([one for one in parts if one.endswith(".xml")])
    parts[name] = rng.choice(MUTATIONS)(parts[name], rng)
    return archive(parts)


def archive(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return made.getvalue()


def test_mutated_documents():
    rng = random.Random(15)
    paths = sorted(path for path in HERE.iterdir() if path.suffix != ".yaml")
    sources = [*(path.read_bytes() for path in paths), word()]
    suffixes = [*(path.suffix for path in paths), ".docx"]
    slowest = 0.0
    for _ in range(MANY):
        place = rng.randrange(len(sources))
        data = sources[place]
        for _ in range(rng.randrange(1, 4)):
            data = changed(data, rng)
        begun = time.process_time()
        try:
            blocks = parse(data, kind_of_file(data[:4096], suffixes[place]))
            plan = assemble(blocks, Planjaren(2024, 2024), "X", "Y")
        except Documentfout:
            continue
        settle(plan)
        write_plan(plan, "x")
        slowest = max(slowest, time.process_time() - begun)
    assert slowest < SECONDS


LOL = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cccccccccc"><!ENTITY d "&b;&b;&b;&b;&b;&b;">]>'
    b"<w:document>&d;</w:document>"
)
OUTSIDE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>'
DEEP = b"<w:p>" * 40_000
HOSTILE = {
    "entities": ({"word/document.xml": LOL}, "verwijzingen"),
    "outside": ({"word/document.xml": OUTSIDE}, "verwijzingen"),
    "bomb": ({"word/document.xml": b"<a>" + b" " * 70_000_000}, "zwelt"),
    "deep": ({"word/document.xml": DEEP}, ""),
    "many": ({f"word/a{n}.xml": b"" for n in range(5_100)}, "te veel"),
    "nothing": ({"a.txt": b"x"}, "geen Word-document"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_word_documents_are_refused(tmp_path, name):
    parts, told = HOSTILE[name]
    path = tmp_path / "plan.docx"
    path.write_bytes(archive({"[Content_Types].xml": b"<Types/>", **parts}))
    begun = time.monotonic()
    with pytest.raises(Documentfout) as refused:
        read_document(path)
    assert told in refused.value.message
    assert time.monotonic() - begun < 60


def test_a_hostile_odt_is_refused(tmp_path):
    path = tmp_path / "plan.odt"
    kind = {"mimetype": b"application/vnd.oasis.opendocument.text"}
    path.write_bytes(archive({**kind, "content.xml": LOL}))
    with pytest.raises(Documentfout, match="verwijzingen"):
        read_document(path)


def test_a_large_text_is_refused_at_once(tmp_path):
    path = tmp_path / "plan.txt"
    with path.open("wb") as file:
        file.write(b"Werkplan 2024\n")
        file.truncate(100 * 1024**2)
    with pytest.raises(Documentfout, match="groter dan"):
        draft_plan(path, today=2026)


REPEATED = (
    "1. ", "aaaaaaaaaa", "(((((", "10 10 ", "van 3 naar 4 ", "| a ", "#####", "minimaal ", "x\n",
    "\t1", "een ", "a. ", "**a** ", "\u00a0", "- \n", "A: ",
)  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED)
def test_time_grows_with_the_text_alone(piece):
    text = piece * (120_000 if os.environ.get("BKL_LANG") else 4_000)
    begun = time.process_time()
    with contextlib.suppress(Documentfout):
        assemble(parse(text.encode(), "tekst"), Planjaren(2024, 2024), "X", "Y")
    assert time.process_time() - begun < (10 * SECONDS if os.environ.get("BKL_LANG") else SECONDS)

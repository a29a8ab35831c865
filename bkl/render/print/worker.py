"""The process that sets pages: handed HTML over its standard input, it hands back PDF.

It ends when nobody asks any more. Where the program that it works for was killed, it takes the
folder with their temporary files away: nobody else will.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import IO, cast

from bkl.render.errors import Formaatfout
from bkl.render.jinja.transport import receive, send
from bkl.render.paper import Paper
from bkl.render.print.press import forget_fonts
from bkl.render.print.setting import set_paper

MOST = 1 << 31
"""Bytes of one message: more than the pages of any report that memory can hold."""


FOLDER = "BKL_WERKMAP_PDF"
"""The setting that names the folder: one of ours alone, since it goes with all that is in it."""


def main() -> None:
    """Set pages until nobody asks any more."""
    gc.set_threshold(100_000)
    try:
        serve(sys.stdin.buffer, sys.stdout.buffer)
    finally:
        if folder := os.environ.get(FOLDER):
            shutil.rmtree(folder, ignore_errors=True)  # another may be doing the same


def serve(pipe_in: IO[bytes], pipe_out: IO[bytes]) -> None:
    """Answer every message on a pipe with a PDF, or with why there is none."""
    try:
        while (asked := cast("Mapping[str, str] | None", receive(pipe_in, MOST))) is not None:
            send(pipe_out, _answer(asked))
    finally:
        forget_fonts()


def as_message(paper: Paper) -> Mapping[str, str]:
    """Return what is sent to ask for a PDF."""
    letters = b64encode(paper.typeface or b"").decode("ascii")
    return {**paper._asdict(), "typeface": letters}


def _answer(asked: Mapping[str, str]) -> Mapping[str, object]:
    paper = Paper(asked["rapport"], asked["html"], asked["name"], b64decode(asked["typeface"]))
    try:
        return {"pdf": b64encode(set_paper(paper)).decode("ascii")}
    except Formaatfout as fout:
        return {"fault": [fout.message, fout.cure]}

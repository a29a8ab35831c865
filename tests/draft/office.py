"""Makes of a plain text the document that an office worker would make of it in Word.

Headings get heading styles, numbered and bulleted lines become lists (numbering begins anew in
each list), lines with tabs a table, and a line that is a label alone is set in bold.
"""

import re
import shutil
import subprocess
from copy import deepcopy
from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_NUMBERED = re.compile(r"(\d{1,2})\. +(.*)")
_BULLET = re.compile(r"( *)[-•] +(.*)")
_CODE = re.compile(r"[A-Z]{2}: ")


def make_docx(text, path, headings=()):
    """Write a .docx; `headings` are further lines that are headings, with their levels."""
    levels = dict(headings)
    document = Document()
    lines = text.split("\n")
    numbered = None
    for index, line in enumerate(lines):
        words = line.strip()
        alone = _blank(lines, index - 1) and _blank(lines, index + 1)
        if not words:
            continue
        level = levels.get(words) or _level(words, alone)
        if level:
            document.add_heading(words, level)
            numbered = None
        elif "\t" in line:
            _row(document, line.strip().split("\t"), new=not _has_tab(lines, index - 1))
        elif found := _NUMBERED.fullmatch(words):
            if numbered is None or int(found[1]) == 1:
                numbered = _new_numbering(document)
            paragraph = document.add_paragraph(style="List Number")
            _set_numbering(paragraph, numbered)
            _runs(paragraph, found[2])
        else:
            numbered = None if _put_plain(document, line, alone) else numbered
    document.save(path)


def _level(words, alone):
    if not alone:
        return 0
    if _CODE.match(words):
        return 2
    if words.endswith((".", ";")):
        return 0
    return 1 if re.match(r"\d\. ", words) else 2 if re.match(r"\d\.\d ", words) else 0


def _put_plain(document, line, alone):
    """Add a bullet or a paragraph; tells whether it is a label in bold, which ends a list."""
    words = line.strip()
    if found := _BULLET.fullmatch(line):
        style = "List Bullet 2" if found[1] else "List Bullet"
        _runs(document.add_paragraph(style=style), found[2])
    elif re.fullmatch(r"[A-Z]\w+:?", words) and alone:
        document.add_paragraph().add_run(words).bold = True
        return True
    else:
        _runs(document.add_paragraph(), words)
    return False


def make_pdf(docx, folder):
    """Return the PDF that LibreOffice makes of a document."""
    return convert(docx, folder, "pdf")


def program():
    """Return where LibreOffice is, None where it is not."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def convert(source, folder, fmt):
    profile = Path(folder, "profile").absolute().as_uri()
    subprocess.run(
        [program(), f"-env:UserInstallation={profile}", "--headless", "--convert-to", fmt,
         "--outdir", str(folder), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return Path(folder, Path(source).with_suffix(f".{fmt}").name)


def _blank(lines, index):
    return not 0 <= index < len(lines) or not lines[index].strip()


def _has_tab(lines, index):
    return index >= 0 and "\t" in lines[index]


def _runs(paragraph, text):
    for place, part in enumerate(re.split(r"\*\*", text)):
        paragraph.add_run(part).bold = place % 2 == 1 or None


def _row(document, cells, new):
    table = document.add_table(0, len(cells), "Table Grid") if new else document.tables[-1]
    row = table.add_row()
    for cell, text in zip(row.cells, cells, strict=False):
        cell.text = text


def _new_numbering(document):
    numbering = document.part.numbering_part.numbering_definitions._numbering
    style = document.styles["List Number"].element
    old = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
    num = next(n for n in numbering.findall(qn("w:num")) if n.get(qn("w:numId")) == old)
    new = deepcopy(num)
    number = str(max(int(n.get(qn("w:numId"))) for n in numbering.findall(qn("w:num"))) + 1)
    new.set(qn("w:numId"), number)
    override = OxmlElement("w:lvlOverride")
    override.set(qn("w:ilvl"), "0")
    begin = OxmlElement("w:startOverride")
    begin.set(qn("w:val"), "1")
    override.append(begin)
    new.append(override)
    numbering.append(new)
    return number


def _set_numbering(paragraph, number):
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = int(number)
    properties.get_or_add_ilvl().val = 0

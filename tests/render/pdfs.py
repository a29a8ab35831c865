"""A PDF taken apart: what a screen reader depends on, and the text as people read it."""

import io
import re
import shutil
import subprocess

import pikepdf
import pypdf
import pytest

needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext ontbreekt (apt: poppler-utils)"
)


def elements(pdf):
    """Yield every element of the structure tree with the kinds around it, in reading order."""

    def walk(node, around):
        kind = str(node.get("/S", "/"))[1:]
        if kind:
            yield kind, node, around
        kids = node.get("/K")
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from walk(kid, (*around, kind))

    return list(walk(pdf.Root.StructTreeRoot, ()))


def scope_of(cell):
    return str(cell.get("/A", {}).get("/Scope"))


def faults(data):
    """Return what is wrong for who cannot see the pages; an empty set when all is well."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        root, found = pdf.Root, elements(pdf)
        info = root.get("/ViewerPreferences", {})
        levels = [int(kind[1]) for kind, _, _ in found if re.fullmatch(r"H\d", kind)]
        skips = any(b > a + 1 for a, b in zip([0, *levels], levels, strict=False))
        heads = [(node, around) for kind, node, around in found if kind == "TH"]
        links = [link for page in pdf.pages for link in page.get("/Annots", [])]
        checks = {
            "marked": root.get("/MarkInfo", {}).get("/Marked") is True,
            "lang": str(root.get("/Lang", "")) == "nl",
            "title": bool(str(pdf.docinfo.get("/Title", ""))),
            "shows title": info.get("/DisplayDocTitle") is True,
            "alt": all(str(n.get("/Alt", "")).strip() for k, n, _ in found if k == "Figure"),
            "headings": bool(levels) and levels[0] == 1 and not skips,
            "scope": all(
                str(node.get("/A", {}).get("/Scope"))
                == ("/Column" if "THead" in around else "/Row")
                for node, around in heads
            ),
            "links": all(int(link.get("/F", 0)) & 4 and "/Contents" in link for link in links),
        }
    return {name for name, well in checks.items() if not well}


def page_texts(data):
    """Return the text of each page, without white space."""
    return [
        "".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(data)).pages
    ]


def places(data):
    """Return on which page each place stands that a link can lead to, by its name."""
    made = pypdf.PdfReader(io.BytesIO(data))
    return {
        name: made.get_destination_page_number(place) + 1
        for name, place in made.named_destinations.items()
    }


def notes_astray(pages):
    """Return the notes that do not stand on the page of their number, by page.

    `pages` are those of WeasyPrint, not yet a PDF.
    """
    return {
        number: sorted(calls ^ notes)
        for number, page in enumerate(pages, 1)
        for calls, notes in [(_marked(page, "call"), _marked(page, "marker"))]
        if calls != notes
    }


def _marked(page, kind):
    waiting, found = [page._page_box], set()
    while waiting:
        box = waiting.pop()
        waiting += box.all_children() if hasattr(box, "all_children") else []
        if str(box.element_tag).endswith(f"::footnote-{kind}"):
            found.add(int(box.element.get("data-cijfer")))
    return found


def pdf_text(data):
    """Return the text in reading order, as pdftotext finds it."""
    done = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"],
        input=data,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


def squeeze(text):
    """Take out what the lines on paper add: hyphens at their ends, and white space."""
    return "".join(re.sub(r"[-‐\u00ad]\n", "\n", text).split())

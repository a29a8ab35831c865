"""Baseline: WeasyPrint sets a number of plain pages, tagged as those of bkl are."""

import sys

import weasyprint

PAGE = (
    "<section><h2>Kop</h2>" + "<p>" + "Een regel gewone tekst op papier. " * 75 + "</p></section>"
)
STYLE = "<style>@page { size: A4 } section { break-after: page }</style>"

count, target = int(sys.argv[1]), sys.argv[2]
html = f"<html lang='nl'><title>x</title>{STYLE}<h1>Titel</h1>{PAGE * count}</html>"
weasyprint.HTML(string=html).write_pdf(target, pdf_variant="pdf/ua-1")

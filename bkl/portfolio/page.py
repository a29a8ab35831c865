"""The portfolio as one page that works by itself: filters, counts, totals, and what to look at."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

from bkl.domein.woorden import OORDELEN, ZONDER_ANTWOORD, Oordeel
from bkl.portfolio.counts import Overzicht, Totaal
from bkl.wording.portfolio import promised_text, total_text
from bkl.wording.verdicts import symbool

_HERE = Path(__file__).parent / "assets"
_MARK = re.compile(r"@([a-z]+)@")
_NO = "".join(chr(code) for code in (0x2028, 0x2029))


def page(result: Overzicht, head: str, whole: str) -> str:
    """Return the page; `head` says how many workspaces there are, `whole` what was reached.

    Nothing in it comes from elsewhere, and no text of a workspace is taken for HTML or script.
    """
    style, script = (_asset(name) for name in ("portfolio.css", "portfolio.js"))
    parts = {
        "stijl": style,
        "stijlmerk": _hash(style),
        "script": script,
        "scriptmerk": _hash(script),
        "kop": escape(head),
        "samen": escape(whole),
        "telling": "".join(f"<li>{escape(one)}</li>" for one in _counts(result)),
        "totalen": _totals(result.totalen),
        "nakijken": _LOOK if result.aandacht else _NOTHING,
        "gegevens": _data(result),
    }
    return _MARK.sub(lambda found: parts[found[1]], _asset("portfolio.html"))


_LOOK = """<section aria-labelledby="kop-nakijken">
<h2 id="kop-nakijken">Kijk na</h2>
<div class="rol" role="region" aria-labelledby="kop-nakijken" tabindex="0">
<table class="lang">
<thead><tr><th>Werkmap</th><th>Jaar</th><th>Wat</th><th>Waar</th><th>Melding</th></tr></thead>
<tbody id="nakijken"></tbody>
</table>
</div>
<p class="zacht" id="nakijkstand" role="status"></p>
<button type="button" id="nakijkmeer" hidden>Toon meer</button>
</section>"""
_NOTHING = """<div hidden><table><tbody id="nakijken"></tbody></table><p id="nakijkstand"></p>
<button type="button" id="nakijkmeer">Toon meer</button></div>"""


def _asset(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _sign(oordeel: Oordeel) -> str:
    return symbool(oordeel)


def _kind(oordeel: Oordeel) -> str:
    """Return what a verdict is counted under: `loopt`, `zonder` (an answer) or neither."""
    if oordeel == "nog niet te beoordelen":
        return "loopt"
    return "zonder" if oordeel in ZONDER_ANTWOORD else ""


def _used(result: Overzicht) -> list[Oordeel]:
    return [one for one in OORDELEN if result.alle.aantallen.get(one)]


def _counts(result: Overzicht) -> list[str]:
    return [
        f"{_sign(one)} {result.alle.aantallen[one]:,} {one}".replace(",", ".")
        for one in _used(result)
    ]


def _totals(totalen: Sequence[Totaal]) -> str:
    if not totalen:
        return ""
    rows = []
    for one in totalen:
        found = total_text(one.laagste, one.hoogste, one.eenheid, laagste_open=one.laagste_open)
        promised = promised_text(one.belofte, one.zonder_belofte) or "–"
        twice = " (wie bij twee komt, kan dubbel tellen)" if one.optelling == "uniek" else ""
        cells = (one.definitie, str(one.jaar), f"{found}{twice}", promised)
        numbers = (one.organisaties, one.zonder_cijfer)
        tds = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        tds += "".join(f'<td class="getal">{number:,}</td>'.replace(",", ".") for number in numbers)
        rows.append(f'<tr data-jaar="{one.jaar}">{tds}</tr>')
    return f"""<section aria-labelledby="kop-totalen">
<h2 id="kop-totalen">Samen, binnen één definitie</h2>
<p class="zacht">Van alle organisaties; de keuze van het jaar telt hier ook.</p>
<div class="rol" role="region" aria-labelledby="kop-totalen" tabindex="0">
<table class="lang">
<thead><tr><th>Definitie</th><th>Jaar</th><th>Samen</th><th>Beloofd</th>
<th class="getal">Organisaties</th><th class="getal">Zonder cijfer</th></tr></thead>
<tbody>{"".join(rows)}</tbody>
</table>
</div>
</section>"""


def _data(result: Overzicht) -> str:
    """Return the counts per organisation, year, thema and funder, as numbers in a row."""
    used = _used(result)
    cells = result.cellen
    jaren = sorted({one.jaar for one in cells})
    names = sorted({one.organisatie for one in cells}, key=str.casefold)
    themas = sorted({one.thema for one in cells}, key=lambda name: (name is None, name or ""))
    funders = sorted({one.financier for one in cells}, key=lambda name: (name is None, name or ""))
    where = [{one: at for at, one in enumerate(known)} for known in (names, jaren, themas, funders)]
    numbers: list[int] = []
    for one in sorted(cells, key=lambda cell: (cell.jaar, where[0][cell.organisatie])):
        keys = (one.organisatie, one.jaar, one.thema, one.financier)
        numbers += (known[key] for known, key in zip(where, keys, strict=True))
        numbers += (one.gehaald, one.mogelijk, *(one.aantallen[verdict] for verdict in used))
    told = {
        "jaren": jaren,
        "themas": themas,
        "financiers": funders,
        "organisaties": names,
        "oordelen": used,
        "tekens": [_sign(one) for one in used],
        "soorten": [_kind(one) for one in used],
        "cellen": numbers,
        "aandacht": [_attention(result, at) for at in range(len(result.aandacht))],
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    for sign in _NO:
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _attention(result: Overzicht, at: int) -> list[str]:
    one = result.aandacht[at]
    told = {"onbruikbaar": "telt niet mee", "botst": "telt niet mee", "dubbel": "telt al"}
    facts = [told[one.stand]] if one.stand in told else []
    if one.fouten and one.stand == "geteld":
        facts.append(f"{one.fouten} fout{'' if one.fouten == 1 else 'en'}")
    if one.eisen:
        facts.append(f"{one.eisen} eis{'' if one.eisen == 1 else 'en'} niet")
    jaar = "" if one.jaar is None else str(one.jaar)
    return [one.werkmap, jaar, ", ".join(facts), one.plaats or "", one.melding or ""]

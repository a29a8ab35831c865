"""JSON: what the report says, as data for programs.

The keys are a contract: they are always there, may be added to, and are never renamed.

- `rapport`, `titel`, `organisatie`, `jaar`, `peildatum` (null for a report that looks ahead)
- `versie` of bkl and `kenmerk`, the SHA-256 of the data
- `themas`, `doelgroepen`: name by key
- every key of `bkl gap --format json`, which `bkl.wording.facts_beside.comparison` names
- `speerpunten`: in the order of the plan `code`, `titel`, `sectie`, `thema`, `doelgroep`,
  `ambitie`, `verhaal`, `telling`, `samenvatting`
- `bronnen` by key, and `hoofdstukken` with `sleutel`, `titel`, `plaats`, `tekst` (Markdown)

What only some plans have, is there when the plan uses it: `periode` (a plan of several years; then
also `over_jaren` in each row), `uitsplitsing` in each row (what is too small to be told has
`verborgen`: true and no figure), `geld` (amounts in euros) and `feiten` (figures that nobody
promised). A plan in levels, with contributions, or that names who answers for it, has `opbouw`
(every speerpunt with `onder`, `laag`, its people and lines, and the counts of its whole branch),
`bijdragen` (onderdelen that contribute as a whole), and in each row `pad`, `uitvoerders`,
`portefeuillehouders`, `draagt_bij_aan` and `bijdragen`. Figures by period are in `perioden`,
as `bkl gap --per periode` gives them in quarters or longer.

A report that looks ahead (`werkplan`) tells only what was promised: the counts per oordeel and
the results are null, and there are no sources. The report on the rules of `bkl check` tells
nothing of a year: `rapport`, `titel`, `organisatie`, `versie` and `regels`, with `code`, `naam`,
`ernst`, `familie`, `samenvatting` and `uitleg` (Markdown) each. Numbers are texts in plain decimal
notation, as in `bkl gap`.
"""

from __future__ import annotations

from dataclasses import replace

from bkl import __version__
from bkl.domein.dossier.structure.sections import sections_of
from bkl.domein.dossier.verdicts import Telling
from bkl.domein.model.bronnen import Bron
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.model.werkplan import Speerpunt
from bkl.render.document import Document
from bkl.render.matter import Stof
from bkl.render.rulebook import page_markdown
from bkl.wording.facts import Feiten
from bkl.wording.facts_beside import comparison, counted, promised
from bkl.wording.jsontext import JsonValue, dump


def write(document: Document) -> bytes:
    """Return one JSON object in UTF-8."""
    about = _rules(document) if document.rapport == "regels" else _year(document)
    return dump(about).encode()


def _rules(document: Document) -> Feiten:
    return {
        "rapport": document.rapport,
        "titel": document.titel,
        "organisatie": document.organisatie,
        "versie": __version__,
        "regels": [
            {
                "code": blad.code,
                "naam": blad.slug,
                "ernst": blad.ernst,
                "familie": blad.familie,
                "samenvatting": blad.samenvatting,
                "uitleg": page_markdown(blad.uitleg),
            }
            for blad in document.stof.regels()
        ],
    }


def _year(document: Document) -> Feiten:
    stof, ahead = document.stof, document.peildatum is None
    werkplan, told = stof.dossier.werkplan, promised if ahead else comparison
    return {
        **told(replace(stof.result(), openbaar=True, perioden=None if ahead else stof.perioden())),
        "rapport": document.rapport,
        "titel": document.titel,
        "organisatie": document.organisatie,
        "jaar": document.jaar,
        "peildatum": document.peildatum.isoformat() if document.peildatum else None,
        "versie": __version__,
        "kenmerk": stof.digest,
        "themas": dict(werkplan.themas),
        "doelgroepen": dict(werkplan.doelgroepen),
        "speerpunten": _speerpunten(stof, ahead=ahead),
        **_besides(None if ahead else stof.dossier.jaarverslag),
    }


def _speerpunten(stof: Stof, *, ahead: bool) -> list[JsonValue]:
    return [
        _speerpunt(stof, sectie, code, speerpunt, ahead=ahead)
        for sectie, speerpunten in sections_of(stof.dossier.werkplan).items()
        for code, speerpunt in speerpunten.items()
    ]


def _speerpunt(stof: Stof, sectie: str, code: str, speerpunt: Speerpunt, *, ahead: bool) -> Feiten:
    werkplan, verslag = stof.dossier.werkplan, stof.dossier.jaarverslag
    thema, doelgroep = werkplan.axes_of(code, speerpunt) if sectie == "speerpunten" else (None,) * 2
    own = Telling.of(rij for rij in stof.rijen if rij.speerpunt == code)
    story = verslag.speerpunten.get(code) if verslag and not ahead else None
    return {
        "code": code,
        "titel": speerpunt.titel,
        "sectie": sectie,
        "thema": thema,
        "doelgroep": doelgroep,
        "ambitie": speerpunt.ambitie,
        "verhaal": story.verhaal if story else None,
        **counted(own, ahead=ahead),
    }


def _besides(verslag: Jaarverslag | None) -> Feiten:
    if verslag is None:
        return {"bronnen": {}, "hoofdstukken": []}
    return {
        "bronnen": {sleutel: _bron(bron) for sleutel, bron in verslag.bronnen.items()},
        "hoofdstukken": [
            {
                "sleutel": sleutel,
                "titel": chapter.titel,
                "plaats": chapter.plaats,
                "tekst": chapter.tekst,
            }
            for sleutel, chapter in verslag.hoofdstukken.items()
        ],
    }


def _bron(bron: Bron) -> Feiten:
    return {
        "titel": bron.titel,
        "uitgever": bron.uitgever,
        "datum": bron.datum.isoformat() if bron.datum else None,
        "toelichting": bron.toelichting,
    }

"""The comparison as rows of cells, one per indicator, for the CSV of both worlds."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping

from bkl.api import GapResult
from bkl.printers.screen import harmless
from bkl.wording.facts import facts
from bkl.wording.facts_beside import more_facts
from bkl.wording.facts_periods import cell_facts, due_facts
from bkl.wording.jsontext import JsonValue

KOLOMMEN = (
    *("id", "speerpunt", "onderdeel", "indicator", "tekst", "sectie"),
    *("doel", "doel_min", "doel_max", "doel_eenheid", "nulmeting", "richting"),
    *("realisatie", "realisatie_min", "realisatie_max", "verschil_min", "verschil_max"),
    *("tekort_min", "tekort_max", "procent_min", "procent_max"),
    *("uitvoering", "oordeel", "vlaggen", "nodig", "jaar", "zelfde_als", "reden", "toelichting"),
    *("gevolg", "vervolg", "onderbouwing", "niet_bereikt", "bron", "tegenspraak", "verwant"),
    *("niveau", "invloed", "uitvoerder", "labels", "deadline", "maatstaf", "teller", "noemer"),
    *("oorspronkelijk_doel", "oorspronkelijk_oordeel", "einddoel_doel", "einddoel_procent_min"),
    *("einddoel_procent_max", "mijlpalen", "bijstellingen", "correcties", "vervolg_van_id"),
    *("voortgezet_jaar", "voortgezet_id", "reeks"),
)
PERIODE_KOLOMMEN = (
    *("id", "tekst", "indicator", "periode", "begin", "eind", "fase"),
    *("bereikt", "bereikt_min", "bereikt_max", "samen", "samen_min", "samen_max"),
    *("wat", "dag", "doel", "doel_min", "doel_max", "doel_eenheid", "realisatie"),
    *("verschil_min", "verschil_max", "tekort_min", "tekort_max", "procent_min", "procent_max"),
    *("oordeel", "vlaggen", "nodig", "tijdigheid"),
)
DAGEN = ("deadline", "begin", "eind", "dag")
"""The columns that hold days, written as ISO 8601 has them."""
_PAIRS = ("verschil", "tekort", "procent")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "﹢", "﹣", "﹦", "﹫", "−")
_INVISIBLE = " \u00a0\u00ad\u180e\u200c\u200d\u3000\u2800"


def table(result: GapResult, delimiter: str, cell_of: Callable[[str, str], str]) -> str:
    """Return a header and the rows, every field quoted, so that no reader splits a cell.

    An empty cell means unknown, or infinite in a bound. `cell_of` writes a cell, given the name
    of its column and the text.
    """
    kolommen = KOLOMMEN if result.perioden is None else PERIODE_KOLOMMEN
    out = io.StringIO()
    writer = csv.DictWriter(
        out,
        kolommen,
        restval="",
        extrasaction="ignore",
        delimiter=delimiter,
        quoting=csv.QUOTE_ALL,
    )
    writer.writeheader()
    for known in _records(result):
        writer.writerow({name: cell_of(name, text) for name, text in _flat("", known)})
    return out.getvalue()


def _records(result: GapResult) -> Iterator[Mapping[str, JsonValue]]:
    """Yield what is told on each row: of an indicator, or of one in a period."""
    if result.perioden is None:
        yield from ({**facts(rij), **more_facts(rij, result)} for rij in result.rijen)
        return
    for rij, cel, one in result.perioden.regels():
        entry = rij.vergelijking.entry
        yield {
            "id": rij.id,
            "tekst": rij.tekst,
            "indicator": entry.tekst if entry.naam else None,
            "begin": cel.vak.begin.isoformat(),
            "eind": cel.vak.eind.isoformat(),
            **cell_facts(cel),
            **({} if one is None else due_facts(one)),
        }


def is_number(column: str, text: str) -> bool:
    """Tell whether a cell holds a number in plain decimal notation, and not a phrase."""
    counted = column.endswith(("_min", "_max")) or column in ("teller", "noemer")
    return counted and _NUMBER.fullmatch(text) is not None


def cell(text: str) -> str:
    """Return the text such that a spreadsheet shows it and never runs it as a formula."""
    text = harmless(text)
    if text.lstrip(_INVISIBLE).startswith(_FORMULA) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def _flat(prefix: str, values: Mapping[str, JsonValue]) -> Iterator[tuple[str, str]]:
    """Yield (column, text) for what has a value: `doel`, `doel_min`, `verschil_max`."""
    for key, value in values.items():
        name = f"{prefix}_{key}" if prefix and key != "tekst" else prefix or key
        if isinstance(value, Mapping):
            yield from _flat(name, value)
        elif key in _PAIRS and isinstance(value, list):
            ends = zip(("min", "max"), value, strict=True)
            yield from ((f"{name}_{end}", str(bound)) for end, bound in ends if bound is not None)
        elif isinstance(value, list | tuple):
            yield name, "; ".join(_listed(part) for part in value)
        elif value is not None:
            yield name, str(value)


def _listed(value: JsonValue) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    if "bron" in value:
        where = f"{value['realisatie']} ({value['bron']})"
        return f"{where}: {value['waarom']}" if "waarom" in value else where
    if "was" in value:
        return f"{value['datum']}: {value['was']} werd {value['wordt']} ({value['reden']})"
    if "jaar" in value:
        cut = f" (trendbreuk: {value['trendbreuk']})" if value["trendbreuk"] else ""
        return f"{value['jaar']}: {value['realisatie'] or value['oordeel']}{cut}"
    doel = value.get("doel")
    tekst = doel.get("tekst") if isinstance(doel, Mapping) else f"naar {value.get('naar')}"
    when = value.get("moment") or value.get("datum") or "datum onbekend"
    note = value.get("tijdigheid") or value.get("bezwaar")
    return f"{when}: {tekst} ({value['oordeel']}{f', {note}' if note else ''})"

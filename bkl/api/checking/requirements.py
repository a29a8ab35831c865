"""`eisen.yaml`: what a funder asks, read with the definitions that it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bkl.api.errors import Gebruiksfout, Onbruikbaar
from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Place
from bkl.diagnostics.suggestion import Names
from bkl.domein.dossier.gevraagd import Gevraagd
from bkl.domein.model.definities import Definities
from bkl.domein.model.eisen import Eisen
from bkl.source.kinds import GEEN_SLEUTELS_EN_WAARDEN, LEEG_BESTAND, ONBEKENDE_KEUZE
from bkl.source.load import Loaded, load

_BEGIN = {Eisen: "Begin het met `eisen:` en het jaar.", Definities: "Begin het met `definities:`."}


def read_requirements(path: Path) -> Gevraagd:
    """Read the demands of a funder and the definitions beside them.

    Raises Gebruiksfout when the file is not there, and Onbruikbaar, with every fault at its
    place, when something in it or in the definitions is wrong: half of a demand is none.
    """
    if not path.exists() and not path.is_symlink():
        cure = "Controleer de naam na `--eisen`."
        raise Gebruiksfout(f"Het bestand `{path}` bestaat niet.", cure)
    file = load(path, path.as_posix(), Eisen)
    findings = list(_told(file.findings, _BEGIN[Eisen]))
    lists = list(_definitions(file, path, findings))
    known = {f"{one.definities}:{key}": it for one in lists for key, it in one.begrippen.items()}
    findings += _unknown(file, list(known), {one.definities for one in lists})
    located = [file.locate(one) for one in findings]
    if file.model is None or any(one.kind.severity == "fout" for one in located):
        raise Onbruikbaar(sorted(located, key=Finding.sort_key))
    return Gevraagd(file.model, known)


def _definitions(file: Loaded[Eisen], path: Path, findings: list[Finding]) -> Iterator[Definities]:
    """Yield the definitions that are named, and put what is wrong with them in `findings`."""
    for place, name in _named(file):
        elsewhere = Path(name).name != name or name.startswith(".")
        if elsewhere or not path.with_name(name).is_file():
            message = f"`{name}` is geen bestand in dezelfde map."
            cure = "Zet het bestand met definities naast dit bestand, en noem alleen de naam."
            findings.append(Finding(ONBEKENDE_KEUZE, message, cure, place))
            continue
        beside = path.with_name(name)
        read = load(beside, beside.as_posix(), Definities)
        findings += (read.locate(one) for one in _told(read.findings, _BEGIN[Definities]))
        if read.model is not None:
            yield read.model


def _told(findings: list[Finding], begin: str) -> Iterator[Finding]:
    for one in findings:
        bare = one.kind in (GEEN_SLEUTELS_EN_WAARDEN, LEEG_BESTAND)
        yield replace(one, cure=begin) if bare else one


def _named(file: Loaded[Eisen]) -> Iterator[tuple[Place, str]]:
    """Yield the files of definitions with the places where they are named."""
    names = file.model.definities if file.model else ()
    node = file.tree.node(("definities",)) if file.tree else None
    listed = node is not None and isinstance(node.value, list)
    for number, name in enumerate(names):
        yield Place(file.name, ("definities", number) if listed else ("definities",)), name


def _unknown(file: Loaded[Eisen], known: list[str], owners: set[str]) -> Iterator[Finding]:
    """Yield a finding per demand in words that the definitions do not know."""
    names = Names(known)
    for naam in file.model.indicatoren if file.model else ():
        if naam not in known and naam.partition(":")[0] in owners:
            cure = names.ask(naam) or f"Kies uit: {names.some()}."
            place = Place(file.name, ("indicatoren", naam), "key")
            yield Finding(ONBEKENDE_KEUZE, f"Er is geen definitie `{naam}`.", cure, place)

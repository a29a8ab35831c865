"""`bkl.yaml`: what a workspace decides about rules, checked like any other file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bkl.api.checking.catalogue import kinds
from bkl.api.errors import Onbruikbaar
from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Place
from bkl.domein.records import dataclass
from bkl.rules.engine.choice import Weight, find_kind, is_reading, suggest
from bkl.rules.engine.kinds import LEESFOUT_TOEGESTAAN, ONBEKENDE_REGEL
from bkl.source.kinds import GEEN_SLEUTELS_EN_WAARDEN, LEEG_BESTAND
from bkl.source.load import Loaded, load

if TYPE_CHECKING:
    from bkl.domein.model.instellingen import Instellingen
    from bkl.render.style import Style

NAME = "bkl.yaml"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a workspace.

    `ernst` says per code how heavy a rule weighs; `workspace` is where the files of the house
    style stand.
    """

    file: Loaded[Instellingen] | None = None
    ernst: dict[str, Weight] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    workspace: Path | None = None

    def style(self) -> Style:
        """Return the house style; raises Onbruikbaar when something in the settings is wrong."""
        from bkl.render.style import Style, read_style  # noqa: PLC0415 - only for documents

        faults = [one for one in self.findings if one.kind.severity == "fout"]
        if faults:
            raise Onbruikbaar(sorted(faults, key=Finding.sort_key))
        if self.file is None or self.file.model is None or self.workspace is None:
            return Style()
        return read_style(self.workspace, self.file.model.huisstijl)

    @property
    def vier_ogen(self) -> bool:
        """Whether two people must sign."""
        model = self.file.model if self.file else None
        return model is not None and model.akkoord.vier_ogen


def read_settings(workspace: Path | None) -> Settings:
    """Read `bkl.yaml` at the top of the workspace; without that file nothing is changed."""
    path = _find(workspace) if workspace else None
    if path is None:
        return Settings()
    from bkl.domein.model.instellingen import Instellingen  # noqa: PLC0415 - few have this file

    file = load(path, path.name, Instellingen)
    ernst: dict[str, Weight] = {}
    for name, weight in (file.model.regels if file.model else {}).items():
        kind = find_kind(name, kinds())
        if kind is not None and not is_reading(kind):
            ernst[kind.code] = weight
    found = [*_reading(file), *_names(file), *_style(file, path.parent)]
    located = tuple(file.locate(finding) for finding in found)
    return Settings(file, ernst, located, path.parent)


def _find(workspace: Path) -> Path | None:
    paths = (workspace / NAME, workspace / "bkl.yml")
    return next((path for path in paths if path.exists() or path.is_symlink()), None)


def _reading(file: Loaded[Instellingen]) -> Iterator[Finding]:
    for finding in file.findings:
        if finding.kind is GEEN_SLEUTELS_EN_WAARDEN:
            yield replace(finding, cure="Begin het met `regels:`.")
        elif finding.kind is not LEEG_BESTAND:
            yield finding


def _style(file: Loaded[Instellingen], workspace: Path) -> Iterator[Finding]:
    if file.model is None or not file.model.huisstijl.model_fields_set:
        return
    from bkl.api.workspace.style import check_style  # noqa: PLC0415 - few have a house style

    yield from check_style(workspace, file.name, file.model.huisstijl)


def _names(file: Loaded[Instellingen]) -> Iterator[Finding]:
    for name in file.model.regels if file.model else ():
        kind, place = find_kind(name, kinds()), Place(file.name, ("regels", name), "key")
        if kind is None:
            yield Finding(
                ONBEKENDE_REGEL, f"Er is geen regel `{name}`.", suggest(name, kinds()), place
            )
        elif is_reading(kind):
            yield Finding(
                LEESFOUT_TOEGESTAAN,
                f"`{name}` is een leesfout; hoe zwaar die weegt, ligt vast.",
                "Haal de regel weg.",
                place,
            )

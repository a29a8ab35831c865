"""Instellingen: what a workspace decides for itself (the YAML of `bkl.yaml`)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bkl.domein.model.fields import Model

Ernst = Literal["uit", "waarschuwing", "fout"]
"""How heavy a rule weighs; `uit` means that it is not run."""


class Instellingen(Model):
    """Instellingen: de keuzes van deze map, in `bkl.yaml` naast de map `data`."""

    regels: dict[str, Ernst] = Field({}, title="Hoe zwaar een regel weegt, per code of naam")

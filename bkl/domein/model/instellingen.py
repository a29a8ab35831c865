"""Instellingen: what a workspace decides for itself (the YAML of `bkl.yaml`)."""

from typing import Literal

from pydantic import Field

from bkl.domein.model.fields import JaNee, Model

Ernst = Literal["uit", "waarschuwing", "fout"]
"""How heavy a rule weighs; `uit` means that it is not run."""


class Ondertekenregels(Model):
    """Ondertekenregels: wanneer een akkoord telt."""

    vier_ogen: JaNee = Field(False, title="Twee mensen tekenen, en niet wie het cijfer opgaf")


class Instellingen(Model):
    """Instellingen: de keuzes van deze map, in `bkl.yaml` naast de map `data`."""

    regels: dict[str, Ernst] = Field({}, title="Hoe zwaar een regel weegt, per code of naam")
    akkoord: Ondertekenregels = Field(
        Ondertekenregels.model_construct(vier_ogen=False), title="Hoe er wordt getekend"
    )

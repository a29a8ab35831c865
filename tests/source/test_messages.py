"""Pydantic's errors in Dutch, at a route of keys, with the cure."""

from enum import Enum
from pathlib import Path
from typing import Annotated, Literal

import pytest
import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    ValidationError,
    model_validator,
)
from pydantic_core import PydanticCustomError

from bkl.source.models.keys import model_keys
from bkl.source.models.messages import findings_from

Naam = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$")]
Sleutel = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Kleur(Enum):
    ROOD = "rood"
    GROEN = "groen"


class Indicator(Strict):
    doel: str | None = None
    eenheid: str | None = None
    richting: Literal["hoger", "lager", "nog niet bekend"] | None = None
    kleur: Kleur | None = None
    aantal: Annotated[int, Field(ge=1)] = 1


class Onderdeel(Indicator):
    tekst: str
    indicatoren: dict[
        Naam,
        Annotated[Indicator, BeforeValidator(lambda v: {"doel": v} if isinstance(v, str) else v)],
    ] = {}
    bronnen: tuple[str, ...] = ()
    ook: Annotated[str, Field(alias="ook_bij")] = ""

    @model_validator(mode="after")
    def one_way(self) -> "Onderdeel":
        if self.doel and self.indicatoren:
            raise PydanticCustomError("dubbel_doel", "Twee soorten doel.")
        return self


class Links(Strict):
    soort: Literal["links"]
    a: str


class Rechts(Strict):
    soort: Literal["rechts"]
    b: str


def no_x(value: str) -> str:
    if "x" in value:
        raise ValueError("Een x kan hier niet.")
    return value


def coded(value: object) -> object:
    if value == "12:30":
        context = {"code": "BKL016", "cure": "Schrijf `750 minuten`."}
        raise PydanticCustomError("tijd", "Dit is dubbelzinnig.", context)
    if value == "morgen":
        raise PydanticCustomError("datum", "Schrijf een datum als 31-12-2021.")
    return value


class Plan(Strict):
    werkplan: str
    titel: Annotated[str, AfterValidator(no_x)] = ""
    duur: Annotated[str, BeforeValidator(coded)] = ""
    speerpunten: dict[Sleutel, dict[str, Onderdeel]] = {}
    lijst: list[Onderdeel] = []
    keuze: (
        Annotated[
            Annotated[Links, Tag("links")] | Annotated[Rechts, Tag("rechts")],
            Discriminator("soort"),
        ]
        | None
    ) = None
    los: Links | Rechts | None = None
    paar: tuple[Links, Rechts] | None = None
    getal_of_tekst: dict[str, int | list[str]] = {}


CASES = [
    pytest.param(case, id=case["naam"])
    for case in yaml.safe_load(Path(__file__).with_name("messages.yaml").read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_message(case):
    with pytest.raises(ValidationError) as caught:
        Plan.model_validate(case["waarde"])
    found = findings_from(caught.value, "plan.yaml", lambda route: model_keys(Plan, route))
    assert len(found) == len(case["verwacht"])
    for finding, expected in zip(found, case["verwacht"], strict=True):
        place = finding.place
        route = "/".join(map(str, place.route)) or "."
        assert f"{finding.kind.code} {route} {place.part}" == expected["plaats"]
        assert place.file == "plan.yaml"
        assert finding.message.startswith(expected["melding"]), finding.message
        assert finding.cure.startswith(expected.get("herstel", "")), finding.cure
    assert findings_from(caught.value, "plan.yaml", Plan) == found


R1 = ("speerpunten", "BD", "R1")
KEYS = [
    (
        (),
        [
            "werkplan",
            "titel",
            "duur",
            "speerpunten",
            "lijst",
            "keuze",
            "los",
            "paar",
            "getal_of_tekst",
        ],
    ),
    (("speerpunten",), []),
    (("speerpunten", "BD"), []),
    ((*R1, "indicatoren", "a"), ["doel", "eenheid", "richting", "kleur", "aantal"]),
    (("lijst", 3), [*Indicator.model_fields, "tekst", "indicatoren", "bronnen", "ook_bij"]),
    (("keuze",), ["soort", "a", "b"]),
    (("paar", 1), ["soort", "b"]),
    (("paar", 2), []),
    (("titel",), []),
    (("titel", "x", 0), []),
    (("niets",), []),
]


@pytest.mark.parametrize(("route", "keys"), KEYS)
def test_model_keys(route, keys):
    assert model_keys(Plan, route) == keys

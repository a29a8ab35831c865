"""What all models share: strictness, and the small field types of the YAML."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    SkipValidation,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from bkl.domein.notatie.values.dates import read_date
from bkl.domein.notatie.values.jaren import Planjaren, read_jaar, read_planjaren
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.values.moment import Moment, read_moment
from bkl.domein.notatie.values.unreadable import Onleesbaar

_MARGE = Lazy(r"(\d{1,2})(?:,(\d))? ?%")


class Model(BaseModel):
    """A mapping in the YAML: unknown keys are refused and nothing changes after reading."""

    # for a quick start only the models at the top are built, when a file is read; and the
    # modules of models have no postponed annotations, each of which would be compiled again
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def _read_jaar(value: object) -> int:
    """Return the year of `2024`, or of the school year `2023/2024`."""
    found = read_jaar(value) if isinstance(value, str) else value
    if not isinstance(found, int) or isinstance(found, bool):
        raise PydanticCustomError("jaar", "Dit is geen jaartal van vier cijfers.")
    return found


def _read_planjaren(value: object) -> Planjaren:
    """Return the years of `2021`, `2023-2026` or `2023/2024`."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Planjaren(value, value)
    found = read_planjaren(value) if isinstance(value, str) else value
    if not isinstance(found, Planjaren):
        raise PydanticCustomError("planjaren", "Dit is geen jaar, en ook geen reeks van jaren.")
    return found


_DAY = "31-12-2021"
"""The example where what is written is no date."""


def read_datum(value: object) -> object:
    """Return the date of `31-12-2021` or `31 december 2021`.

    Raises PydanticCustomError, in Dutch, for any other text.
    """
    if not isinstance(value, str):
        return value
    try:
        read = read_date(value)
    except ValueError:
        raise PydanticCustomError("datum", "Deze datum bestaat niet.") from None
    if read is None:
        raise PydanticCustomError("datum", f"Schrijf een datum als {_as_written_here(value)}.")
    return read


def _as_written_here(text: str) -> str:
    """Return the day of `2025-12-31` as `31-12-2025`, an example for any other text."""
    try:
        return f"{date.fromisoformat(text):%d-%m-%Y}" if len(text) == len("2025-12-31") else _DAY
    except ValueError:
        return _DAY


def _read_deadline(value: object) -> object:
    """Return the date of a datum, or the last day of a moment such as `eind 2025`."""
    if not isinstance(value, str):
        return value
    try:
        day = read_date(value)
    except ValueError:
        raise PydanticCustomError("datum", "Deze datum bestaat niet.") from None
    return _moment_of(value).eind if day is None else day


def _expect_moment(value: str) -> str:
    _moment_of(value)
    return value


def _moment_of(value: str) -> Moment:
    try:
        return read_moment(value)
    except Onleesbaar as fout:
        raise PydanticCustomError(
            "moment", "{reden}", {"reden": fout.reden, "cure": fout.herstel}
        ) from None


def _read_ja_nee(value: object) -> object:
    if isinstance(value, str):
        if value not in ("ja", "nee"):
            raise PydanticCustomError("ja_nee", "Hier past alleen `ja` of `nee`.")
        return value == "ja"
    return value


def _read_marge(value: object) -> object:
    if isinstance(value, str):
        found = _MARGE.fullmatch(value)
        if not found:
            raise PydanticCustomError("marge", "Schrijf de marge als een percentage, zoals 10%.")
        return Fraction(int(found[1] + (found[2] or "")), 1000 if found[2] else 100)
    return value


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _filled(value: str) -> str:
    if not value:
        raise PydanticCustomError("leeg", "Hier hoort een tekst te staan.")
    return value


Tekst = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_filled)]
Jaar = Annotated[int, SkipValidation(), BeforeValidator(_read_jaar)]
"""A calendar year, or a school year such as `2023/2024`, which stays a Schooljaar."""
Planperiode = Annotated[Planjaren, SkipValidation(), BeforeValidator(_read_planjaren)]
"""The years of a plan: `2021`, `2023-2026` or `2023/2024`."""
Datum = Annotated[date, BeforeValidator(read_datum)]
Deadline = Annotated[date, BeforeValidator(_read_deadline)]
"""A date, or the last day of a moment: `31-12-2025`, `eind 2025`, `Q2 2025`."""
Momenttekst = Annotated[str, AfterValidator(_expect_moment)]
"""The text of a moment, checked: as a key it is kept as written."""
MOST_MIJLPALEN = 60
"""So many mijlpalen one indicator has at most: a quarter of fifteen years."""
MOST_MOMENTEN = 400
"""So many moments one result has at most: every day of a year."""
JaNee = Annotated[bool, BeforeValidator(_read_ja_nee)]
Marge = Annotated[Fraction, BeforeValidator(_read_marge)]
Teksten = Annotated[tuple[Tekst, ...], BeforeValidator(_listed)]
"""One text, or a list of them."""
Begrip = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*@[1-9][0-9]*$")]
"""Key of a shared definition: its name and its version, such as `ontmoetingen@2`."""
GEDEELD = r"^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*@[1-9][0-9]*$"
"""A shared definition as plans name it: whose it is, its name and version (`prov:lessen@2`)."""
Gedeeld = Annotated[str, StringConstraints(pattern=GEDEELD)]

"""Bronnen: where figures come from, down to the file, the cell or the page on the web."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from bkl.domein.model.fields import Datum, Model, Tekst
from bkl.domein.notatie.values.lazy import Lazy

_URL = Lazy(r"https?://[^\s<>\"'`\\]{1,2000}")
_CEL = Lazy(r"(?:(?P<blad>[^!\[\]:*?/\\]{1,40})!)?(?P<cel>[A-Za-z]{1,3}[1-9]\d{0,6})")


def _expect_url(value: str) -> str:
    if not _URL.fullmatch(value):
        raise PydanticCustomError(
            "url",
            "Dit is geen adres van een webpagina.",
            {"cure": "Schrijf het hele adres: `https://…`, zonder spaties."},
        )
    return value


def _expect_cel(value: str) -> str:
    if not _CEL.fullmatch(value):
        raise PydanticCustomError(
            "cel",
            "Dit is geen cel van een rekenblad.",
            {"cure": "Schrijf het blad en de cel, zoals `Blad1!B7`, of alleen de cel: `B7`."},
        )
    return value


Url = Annotated[Tekst, AfterValidator(_expect_url)]
Cel = Annotated[Tekst, AfterValidator(_expect_cel)]
"""A cell of a sheet: `Blad1!B7`, or `B7` of the first sheet."""
Vingerafdruk = Annotated[
    str, StringConstraints(strip_whitespace=True, to_lower=True, pattern=r"^[0-9A-Fa-f]{64}$")
]
"""The SHA-256 of a file, in hexadecimal."""


class Bron(Model):
    """Bron: een document of telling waar een cijfer vandaan komt."""

    titel: Tekst = Field(title="Titel van de bron")
    uitgever: Tekst | None = Field(None, title="Wie de bron uitgaf")
    datum: Datum | None = Field(None, title="Datum van de bron")
    toelichting: Tekst | None = Field(None, title="Wat de lezer over deze bron moet weten")
    bestand: Tekst | None = Field(None, title="Het bestand, zoals `bewijs/tellingen.xlsx`")
    sha256: Vingerafdruk | None = Field(None, title="De SHA-256 van dat bestand")
    url: Url | None = Field(None, title="Het adres op het web")


class Bronplaats(Model):
    """Bronplaats: de naam van een bron, en waar het cijfer daarin staat.

    The short form is one text: the name, a comma and the place, `directieverslag, Lezingen`.
    """

    naam: Tekst = Field(title="De naam van de bron, zoals onder `bronnen`")
    plaats: Tekst | None = Field(None, title="Waar het in die bron staat")
    bestand: Tekst | None = Field(None, title="Het bestand, zoals `bewijs/tellingen.xlsx`")
    cel: Cel | None = Field(None, title="De cel met het cijfer, zoals `Blad1!B7`")
    url: Url | None = Field(None, title="Het adres op het web")

    @property
    def sleutel(self) -> str:
        """The key of the source: what stands before the first comma."""
        return self.naam.partition(",")[0].strip()

    @property
    def vindplaats(self) -> str | None:
        """Where in the source it stands, None for the source as a whole."""
        _, komma, rest = self.naam.partition(",")
        found = [part for part in (rest.strip() if komma else None, self.plaats) if part]
        return ", ".join(found) or None

    @property
    def tekst(self) -> str:
        """The reference in one line, as people write it."""
        if self.plaats is None and self.cel is None:
            return self.naam
        return ", ".join(part for part in (self.naam, self.plaats, self.cel) if part)


def split_cel(cel: str) -> tuple[str | None, int, int]:
    """Return sheet (None for the first), row and column of a cell, both counted from 0.

    Raises ValueError for what is no cell.
    """
    found = _CEL.fullmatch(cel)
    if found is None:
        raise ValueError(cel)
    letters = found["cel"].rstrip("0123456789")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    blad = found["blad"]
    return blad.strip("'") if blad else None, int(found["cel"][len(letters) :]) - 1, column - 1


def _short_bron(value: object) -> object:
    return {"naam": value} if isinstance(value, str) else value


def _listed_bronnen(value: object) -> object:
    return [value] if isinstance(value, str | dict) else value


Bronplaatsen = Annotated[
    tuple[Annotated[Bronplaats, BeforeValidator(_short_bron)], ...],
    BeforeValidator(_listed_bronnen),
]
"""One reference to a source, or a list of them."""


def brontekst(bronnen: tuple[Bronplaats, ...]) -> str:
    """Return references in one line."""
    return "; ".join(bron.tekst for bron in bronnen)

"""What a form says of itself, in plain Dutch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_HEAD = "# "
_TEXT = """\
# Wat vult u in?
Op {bladen} vult u de kolommen in waar Invullen boven staat; die zijn geel. De andere \
cellen zijn vergrendeld: die horen bij het werkplan.
Laat een cel leeg als er niets verandert of als u het niet weet.
{cijfer}\
{geld}\
{feiten}\
# De bron
Schrijf waar het cijfer staat, zodat een ander het kan nakijken. Bijvoorbeeld: Deelnemerslijst, \
map 3.
# De reden en de toelichting
Liep het anders dan beloofd, meer of minder? Kies dan een reden en leg het uit in een paar \
zinnen. Bij een oordeel schrijft u waarop het rust.
# Klaar?
Sla het bestand op en stuur het terug aan wie het u gaf.
"""
_CIJFER = """\
# Het cijfer
Typ het zoals u het zegt. Duizend krijgt een punt, decimalen krijgen een komma.
    12
    1.204
    3,4
    62%
    ca. 50
    450+   (450 of meer)
    31 van 48
    nog niet bekend
Een opmerking mag erachter, tussen haakjes: 450 (nog niet compleet). Rond niet af en schat niet \
naar boven.
"""


_GELD = """\
# Het geld
Op het blad Geld staat per onderdeel een rij voor elk bedrag: wat is besteed, wie hoeveel betaalde \
(dekking), en de begroting als die is bijgesteld. Typ elk bedrag precies; wat samen het geheel is, \
moet tot op de cent kloppen. De reden en de toelichting schrijft u één keer per onderdeel.
{eenheid}"""
_UNIT = """\
Alle bedragen zijn {bedragen}, zoals in het werkplan: typ 412,25 voor € 412.250.
"""
_FEITEN = """\
# De feiten
Op het blad Feiten kunt u een cijfer kwijt dat het vertellen waard is en dat niemand had \
toegezegd. Schrijf wat er is geteld, het cijfer en de bron. Het telt niet mee bij de toezeggingen.
"""


def explained(
    titel: str, wie: str, bladen: Sequence[str], bedragen: str = ""
) -> Iterator[tuple[str, bool]]:
    """Yield the lines of the explanation; True with those that are headings.

    `bladen` are the sheets that the form has, `bedragen` in which unit amounts are.
    """
    *others, last = bladen
    eenheid = _UNIT.format(bedragen=bedragen) if bedragen else ""
    text = _TEXT.format(
        bladen=f"de bladen {', '.join(others)} en {last}" if others else f"het blad {last}",
        cijfer="" if list(bladen) == ["Geld"] else _CIJFER,
        geld=_GELD.format(eenheid=eenheid) if "Geld" in bladen else "",
        feiten=_FEITEN if "Feiten" in bladen else "",
    )
    yield titel, True
    if wie:
        yield f"Dit formulier is voor {wie}.", False
    for line in text.splitlines():
        yield line.removeprefix(_HEAD), line.startswith(_HEAD)

"""What a form says of itself, in plain Dutch."""

from __future__ import annotations

from collections.abc import Iterator

_HEAD = "# "
_TEXT = """\
# Wat vult u in?
Op het blad Formulier vult u de kolommen in waar Invullen boven staat; die zijn geel. De andere \
cellen zijn vergrendeld: die horen bij het werkplan.
Laat een cel leeg als er niets verandert of als u het niet weet.
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
# De bron
Schrijf waar het cijfer staat, zodat een ander het kan nakijken. Bijvoorbeeld: Deelnemerslijst, \
map 3.
# De reden en de toelichting
Liep het anders dan beloofd, meer of minder? Kies dan een reden en leg het uit in een paar \
zinnen. Bij een oordeel schrijft u waarop het rust.
# Klaar?
Sla het bestand op en stuur het terug aan wie het u gaf.
"""


def explained(titel: str, wie: str) -> Iterator[tuple[str, bool]]:
    """Yield the lines of the explanation; True with those that are headings."""
    yield titel, True
    if wie:
        yield f"Dit formulier is voor {wie}.", False
    for line in _TEXT.splitlines():
        yield line.removeprefix(_HEAD), line.startswith(_HEAD)

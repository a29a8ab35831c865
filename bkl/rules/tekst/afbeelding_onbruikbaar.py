"""Een afbeelding in een tekst is er, past in het rapport en heeft een beschrijving.

Waarom: een rapport draagt alles in zich. Een beeld dat er niet is, te groot is of buiten de map
staat, komt er stil niet in. Wie het beeld niet ziet, leest de beschrijving.

Fout:

    ![](../foto's/buurtfeest.heic)

Goed:

    ![Buren aan een lange tafel](beelden/buurtfeest.jpg)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Place
from bkl.domein.notatie.values.lazy import Lazy
from bkl.rules.engine.rule import Case
from bkl.rules.looking.texts import texts_in_markdown

KIND = Kind("BKL409", "afbeelding_onbruikbaar", "fout")
REQUIRES = ("beelden",)
_CODE = Lazy(r"(`+)(?!`).*?(?<!`)\1(?!`)|^(?:```|~~~).*?^(?:```|~~~)", re.DOTALL | re.M)
_PICTURE = Lazy(r"(?<!\\)!\[([^\]\n]*)\]\(\s*(?:<([^>\n]*)>|([^\s)]*))")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per picture that cannot be shown, or has no words."""
    for text, place in texts_in_markdown(case):
        bare = _CODE.sub(lambda found: " " * len(found[0]), text) if "![" in text else ""
        for found in _PICTURE.finditer(bare):
            told = case.werkmap.beeld(found[2] or found[3] or "") if case.werkmap else None
            if told is None and not found[1].strip():
                told = (
                    "Deze afbeelding heeft geen beschrijving.",
                    "Zet tussen de blokhaken wat er te zien is: `![Buren aan tafel](foto.jpg)`.",
                )
            if told is not None:
                yield Finding(KIND, *told, Place(place.file, place.route, "value", found.span()))

"""The words of a change: up, down, so many times, compared with what."""

from __future__ import annotations

from fractions import Fraction

from bkl.domein.notatie.values.lazy import Lazy, words

_UP = (
    "stijging|stijgen|stijgt|steeg|gestegen|toename|toenemen|toeneemt|toegenomen|groei|groeien|groeit"
    "|gegroeid|doorgroeien|verhoging|verhogen|verhoogt|verhoogd|uitbreiding|uitbreiden|uitgebreid"
    "|uitbreidt|vergroten|vergroting|vergroot|vermeerdering|omhoog|oplopen|oploopt|opgelopen|verbeteren"
    "|meer|hoger|extra|erbij|hogere|grotere|opschalen|opgeschaald|breiden"
)
_DOWN = (
    "daling|dalen|daalt|daalde|gedaald|afname|afnemen|afneemt|afgenomen|vermindering|verminderen"
    "|vermindert|verminderd|reductie|reduceren|gereduceerd|terugdringen|teruggedrongen|terugdringing"
    "|dringen|verlaging|verlagen|verlaagt|verlaagd|krimp|krimpen|omlaag|minder|lager|lagere|terugbrengen"
    "|teruggebracht|terug|minderen|afbouwen|afgebouwd|halvering|halveren|gehalveerd|halveert"
)
FACTORS = {
    "verdubbel": Fraction(2),
    "verdrievoudig": Fraction(3),
    "verviervoudig": Fraction(4),
    "halver": Fraction(1, 2),
    "halveer": Fraction(1, 2),
    "gehalveerd": Fraction(1, 2),
}
FACTOR = Lazy(
    r"(?<!\w)(?:ge)?(verdubbel|verdrievoudig|verviervoudig|halver|halveer)(?:ing|en|t|d|de)?(?!\w)"
)
TIMES = Lazy(
    r"(?<!\w)(?<!in )(?P<n>\S+)\s+(?:keer|maal|x)\s+"
    r"(?P<hoe>zo\s?veel|zo\s+(?:hoog|groot|vaak|lang)|"
    r"(?:het|de)\s+(?P<naam>[a-zà-ÿ]+(?:\s+(?:gemiddelde|niveau|norm))?)|(?:meer|hoger|minder|lager))(?!\w)",
    needs=words("keer maal x"),
)
CHANGE = Lazy(
    rf"(?<!\w)(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?!\w)",
    needs=frozenset((*_UP.split("|"), *_DOWN.split("|"))),
)
COMPARISON = Lazy(
    r"(?:(?<!\w)niet\s+)?(?<!\w)(?:meer|minder|hoger|lager)\s+(?:of\s+gelijk|dan(?=\s+(?:of\s+gelijk|een\s+\d"
    r"|de\s+helft|€|\d|ca\.?\s|circa|ongeveer|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|een\s"
    r"|[a-zà-ÿ]*(?:tien|tig|honderd|duizend|miljoen)(?!\w))))"
    r"|(?<!\w)of\s+(?:meer|minder|hoger|lager)(?!\w)"
    r"|(?<!\w)(?:gelijk|gelijk\s+aan)\s+of\s+(?:meer|minder|hoger|lager)\s+dan(?!\w)",
    needs=words("meer minder hoger lager"),
)
SAME = Lazy(
    r"(?<!\w)(?:(?:minimaal\s+|minstens\s+|ten\s+minste\s+)?(?:stabiel|gelijk)(?:\s+(?:te\s+)?(?:blijven|houden|gebleven|blijft))?"
    r"|niet\s+(?:te\s+)?(?P<neg>dalen|afnemen|stijgen|toenemen|hoger|lager|verslechteren))"
    r"(?:\s+of\s+(?P<of>gestegen|gedaald|hoger|lager|stijgend|dalend|meer|minder|beter))?(?!\w)",
    needs=words("stabiel gelijk niet"),
)
TOWARDS = Lazy(
    r"(?<!\w)(?:naar(?!\s+schatting)|tot|tot\s+op|tot\s+aan)(?:\s+(?:de|het))?\s+",
    needs=words("naar tot"),
)
FROM_TO = Lazy(r"(?<!\w)van\s.*?\d.*?(?<!\w)naar(?!\s+schatting)\s.*\d", needs=words("naar"))
TOWARDS_NAME = Lazy(r"(?<!\w)(?:naar|tot|op)\s+", needs=words("naar tot op"))
AGAINST = Lazy(
    r"(?<!\s),?\s*(?<!\w)(?:ten\s+opzichte\s+van|t\.o\.v\.|tov|vergeleken\s+met|in\s+vergelijking\s+(?:met|tot)"
    r"|dan(?:\s+in)?)\s+(?P<naam>\S.*?)\s*[.]?$",
    needs=words("opzichte o tov vergeleken vergelijking dan"),
)
NAME = Lazy(
    r"(?:de\s+|het\s+|ons\s+|onze\s+|eigen\s+)*(?P<naam>nulmeting|vorige?\s+jaar|voorgaande?\s+jaar"
    r"|(?:(?:zuid-|noord-|midden-)?[a-zà-ÿ-]+\s+){0,2}?(?:gemiddelde|niveau|norm|benchmark|referentie(?:waarde)?))"
    r"(?!\w)",
    needs=words("nulmeting jaar gemiddelde niveau norm benchmark referentie referentiewaarde"),
)
ARTICLE = Lazy(r"(?:de|het|ons|onze|eigen)\s+")
NO_UNIT = Lazy(r"(?<!\w)(?:minder|meer|extra|erbij|hoger|lager)(?!\w)")
NOT_MORE = Lazy(
    r"niet\s+(?:(?P<up>meer|hoger|vaker)|minder|lager)\s+(?P<noun>(?:[a-zà-ÿ-]+\s+){0,3}?)dan(?:\s+in)?\s+"
)
"""`niet meer klachten dan`, before the figure that it is compared with."""
WITH = Lazy(r"(?<!\w)(?:met|van)(?:\s+de)?\s+$")
AFTER = words(
    "minder meer hoger lager extra erbij daling stijging groei toename afname reductie krimp "
    "vermindering verlaging verhoging uitbreiding omlaag omhoog"
)
"""Words that make the figure before them a difference: `5 klachten minder`, `10% daling`."""
WOORDEN = frozenset((*_UP.split("|"), *_DOWN.split("|"))) | words(
    "gelijk stabiel nulmeting gemiddelde niveau norm vorig benchmark verdubbeling verdubbelen "
    "verdubbeld verdubbelt verdubbelde verdrievoudigen verdrievoudigt verdrievoudiging halveerde "
    "verviervoudigen keer maal gehalveerd niet "
    "referentie referentiewaarde boven onder"
)

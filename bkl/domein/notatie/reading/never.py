"""Numbers that are no quantity: ages, dates, times of day, years, ordinals, names and labels."""

from __future__ import annotations

from bkl.domein.notatie.reading.peel import Peel
from bkl.domein.notatie.reading.terms import MAAND
from bkl.domein.notatie.values.lazy import Lazy, words
from bkl.domein.notatie.values.unreadable import Onleesbaar

_PEOPLE = (
    r"(?:jongeren?|kinderen|kind|ouderen|senioren|mensen|inwoners|volwassenen|jeugd(?:igen)?|tieners"
    r"|leerlingen|meisjes|jongens|vrouwen|mannen|peuters|kleuters|burgers|personen|studenten"
    r"|leeftijd(?:sgroep|scategorie)?|doelgroep|pubers|baby's|gezinnen\s+met\s+kinderen|bewoners"
    r"|medewerkers|werknemers|cliënten|deelnemers)"
)
_N = r"-?(?:\d{1,3}|[a-zà-ÿ]{3,}(?<!jaar))"
_AGES = Lazy(
    rf"(?<!\w){_PEOPLE}(?!\w)\s*\(?(?:in\s+de\s+leeftijd\s+)?(?:van|tussen(?:\s+de)?|vanaf|onder\s+de"
    r"|onder|boven\s+de|boven|tot|ouder\s+dan|jonger\s+dan)\s+"
    r"-?\d{1,3}(?:\s*(?:-|–|tot\s+en\s+met|tot|t/m|en|à)\s*(?:de\s+)?\d{1,3})?"
    r"(?!\s*(?:[.,]?\d|%|€|procent|[^\W\d]{4,}\b(?<!jaar)(?<!maanden)))(?:\s*(?:jaar|jr\.?))?"
    r"|(?<![\w.,])-?\d{1,3}\s*(?:-|–|tot\s+en\s+met|tot|t/m|en|à)\s*-?\d{1,3}[\s-]*(?:jarigen?|jr\.?)(?!\w)"
    r"|(?<![\w.,])\d{1,3}\s*-?\s*(?:jarigen?|plus(?:sers?)?|minners?)(?!\w)"
    r"|(?<![\w.,])\d{1,3}\s*jaar\s+(?:en|of)\s+(?:ouder|jonger)(?!\w)"
    r"|(?<![\w.,])\d{1,3}\s*(?:-|–|tot\s+en\s+met|tot|t/m)\s*\d{1,3}\s*jaar(?!\w)"
    r"|(?<![\w.,])\d{1,3}\+(?:\s*jaar|-?ers?)(?!\w)"
    r"|(?:ouder|jonger)\s+dan\s+\d{1,3}(?:\s*jaar)?(?!\w)"
    r"|(?:van|leeftijd\s+van)\s+-?\d{1,3}\s+(?:maanden|jaar)\s+(?:tot|t/m)\s+\w+\s+(?:jaar|maanden)"
)
_AGE_WORDS = words(
    "jarige jarigen jr plus plusser plussers minner minners ouder jonger jaar maanden"
)
_PEOPLE_WORDS = words(
    "jongere jongeren kinderen kind ouderen senioren mensen inwoners volwassenen jeugd "
    "jeugdigen tieners leerlingen meisjes jongens vrouwen mannen peuters kleuters burgers "
    "personen studenten leeftijd leeftijdsgroep leeftijdscategorie doelgroep pubers baby "
    "gezinnen bewoners medewerkers werknemers cliënten deelnemers"
)
_AGE = Lazy(r"(?:van|tussen|vanaf|onder|boven|tot|dan|de)\s+-?\d")
_DATES = Lazy(
    rf"(?<![\w.,])(?:\d{{1,2}}|half)\s+{MAAND}(?:\s+(?:19|20)\d\d)?"
    r"|(?<![\w.,-])\d{1,2}[-/]\d{1,2}[-/](?:19|20)?\d\d(?!\w)|(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\w)"
    rf"|{MAAND}\s+(?:19|20)\d\d"
)
_TIMES = Lazy(
    r"(?<![\w.,])\d{1,2}[.:]\d\d(?:\s*(?:-|–|tot|en)\s*\d{1,2}[.:]\d\d)?(?:\s*uur|\s*u\.?)(?!\w)"
    r"|(?<!\w)\d{1,2}:\d\d(?!\w)|(?<!\w)24\s*/\s*7(?!\w)"
    r"|(?<![\w.,])\d{1,2}\s+uur\s+per\s+dag,?\s+(?:en\s+)?\d\s+dagen\s+(?:per|in\s+de)\s+week"
    r"|(?<!\w)van\s+\d{1,2}\s+(?:tot|-)\s+\d{1,2}\s+uur(?!\w)"
)
_TIME_WORDS = words("uur u")
_POSTCODE = Lazy(r"(?<!\w)[1-9]\d{3}\s?[a-z]{2}(?!\w)(?=\s+[a-z]|$|,)")
_IDIOMS = Lazy(
    r"(?<!\w)(?:in\s+(?:één|een|1)\s+keer|(?:één|een|1)[\s-]op[\s-](?:één|een|1)(?!\d)\w*|op\s+één\s+lijn"
    r"|in\s+één\s+oogopslag|nul(?:meting|punt)|één-?loket\w*|24-?uurs\w*|2-?wekelijks)(?![\w,.]\d)(?!\w)"
)
_IDIOM_WORDS = words("keer op uurs nulmeting nulpunt wekelijks oogopslag")
_ORDINALS = Lazy(r"(?<![\w.,])\d+\s?(?:e|de|ste)(?!\w)", needs=words("e de ste"))
_LABELS = Lazy(
    r"(?<!\w)(?:artikel|art\.|lid|fase|niveau|mbo|vmbo|havo|vwo|groep|klas|leerjaar|week|weken|pijler"
    r"|thema(?:lijn)?|domein|categorie|cat\.|route|zaal|kamer|gebouw|postbus|lokaal|nr\.?|nummer"
    r"|punt|hoofdstuk|paragraaf|bijlage|tabel|stap|deelproject|versie|lijn|spoor|"
    r"kwartaal|blok|trede|schaal|sdg|scope|graad|kavel|vak|perceel|aanbeveling|motie|speerpunt"
    r"|hoofdlijn|opgave|prioriteit|rijksweg|snelweg|telefoonnummer|tel\.?|covid"
    r"|resultaat|wet|regel|onderdeel|agenda|visie|etappe|tranche|ronde)"
    r"\s*[:#]?\s*\d+(?:\.\d+)*(?:\s*(?:-|–|t/m|tot en met|tot|en|/)\s*\d+)?"
    r"(?![\w%‰€]|[.,]\d|\s*(?:%|€|procent))"
    r"(?!\s+(?:lezingen|deelnemers|bezoekers|mensen|personen|keer|uur|dagen|jongeren|inwoners))",
    needs=words(
        "artikel art lid fase niveau mbo vmbo havo vwo groep klas leerjaar week weken pijler thema "
        "themalijn domein categorie cat route zaal kamer gebouw postbus lokaal nr nummer punt "
        "hoofdstuk paragraaf bijlage tabel stap deelproject versie lijn spoor kwartaal blok trede "
        "schaal sdg scope graad kavel vak perceel aanbeveling motie speerpunt hoofdlijn opgave "
        "prioriteit rijksweg snelweg telefoonnummer tel covid resultaat wet regel onderdeel agenda "
        "visie etappe tranche ronde"
    ),
)
_ANY_NEVER = frozenset().union(
    _TIME_WORDS, _AGE_WORDS, _PEOPLE_WORDS, _LABELS.needs, _ORDINALS.needs
)
_NUMBERING = Lazy(
    r"\s*(?:\d{1,2}(?:\.\d{1,2}){2,}\.?\s+[^\W\d]|\d{1,2}\.\d{1,2}\.?\s+[A-ZÀ-Ý][a-zà-ÿ]"
    r"|\d{1,2}\.\s+[^\W\d])"
)
_PLUS_AGE = Lazy(r"[^\d]*?(\d{1,3})\+(?:\s*jaar)?\s*\.?\s*")
_PHRASE_AGE = Lazy(r"(?:jonger|ouder)\s+dan\s+\d|.*(?<!\w)leeftijd(?!\w)")


def mask_idioms(peel: Peel) -> None:
    """Let a figure in a fixed expression stand as a word: `in één keer`, `één-op-één`."""
    if not _IDIOM_WORDS.isdisjoint(peel.words) or "één" in peel.low or "uurs" in peel.low:
        _mask(peel, _IDIOMS)


def mask_never(peel: Peel) -> None:
    """Let ages, dates, times, ordinals and labels stand as words."""
    low = peel.low
    if peel.month or peel.year or low.count("-") + low.count("/") > 1:
        _mask(peel, _DATES)
    marked = ":" in low or "/" in low or "+" in low
    if _ANY_NEVER.isdisjoint(peel.words) and not (marked or peel.year):
        return
    if marked or not _TIME_WORDS.isdisjoint(peel.words):
        _mask(peel, _TIMES)
    if not _AGE_WORDS.isdisjoint(peel.words) or "+" in low or _names_age(peel):
        _mask(peel, _AGES)
    if _may(peel, _LABELS):
        _mask(peel, _LABELS)
    if _may(peel, _ORDINALS):
        _mask(peel, _ORDINALS)
    if peel.year:
        _mask(peel, _POSTCODE)


def _mask(peel: Peel, pattern: Lazy) -> None:
    for found in list(pattern.finditer(peel.low)):
        peel.mask(*found.span())


def _may(peel: Peel, pattern: Lazy) -> bool:
    return not pattern.needs.isdisjoint(peel.words)


def _names_age(peel: Peel) -> bool:
    """Tell whether people may be told by their age: `jongeren van 12 tot 18`."""
    people = not _PEOPLE_WORDS.isdisjoint(peel.words)
    return people and _AGE.search(peel.low) is not None


def expect_no_numbering(text: str) -> None:
    """Refuse `1.1.9 Zorg en veiligheid`: a heading, no quantity."""
    if "." in text and (found := _NUMBERING.match(text)):
        numbering = found[0].strip()[:-1].strip()
        raise Onleesbaar(
            f"`{numbering}` is hier een nummer, geen hoeveelheid.",
            "Laat het nummer weg, of schrijf de hoeveelheid in Nederlandse notatie.",
            found.start(),
            found.end() - 1,
        )


def is_year(word: str) -> bool:
    """Tell whether a bare whole number looks like a year, from 1900 to 2099."""
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def refuse_any(low: str) -> None:
    """Refuse a phrase of which the only number is an age, a date or a time of day."""
    if found := _DATES.search(low):
        reden = (
            "Dit is een datum." if len(found[0]) == len(low.strip()) else "Hier staat een datum."
        )
        raise Onleesbaar(reden, "Zet een datum in `deadline`.", *found.span())
    if found := _AGES.search(low):
        raise Onleesbaar(
            f"`{found[0].strip()}` is een leeftijd, geen hoeveelheid.",
            "Schrijf hoeveel mensen het er worden; de doelgroep hoort in de tekst.",
            *found.span(),
        )
    if found := _TIMES.search(low):
        raise Onleesbaar(
            f"`{found[0].strip()}` is een tijdstip, geen hoeveelheid.",
            "Schrijf een gewoon getal, zoals `1.000` of `0,5`.",
            *found.span(),
        )


def expect_no_age(low: str) -> None:
    """Refuse `18+`, which names people of an age, not how many there must be."""
    if (found := _PLUS_AGE.fullmatch(low)) and int(found[1]) <= 999:
        raise Onleesbaar(
            f"Bij `{found[1]}+` staat niet wat u telt; het kan ook een leeftijd zijn.",
            f"Schrijf erachter wat u telt (`{found[1]}+ bezoekers`), of `minimaal {found[1]}`.",
            found.start(1),
            found.end(1) + 1,
        )

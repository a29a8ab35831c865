"""What words around a figure say of it: that it is done, or that it may be something else.

The lists of what is done are what a figure is held against: a participle that is not among
them (`besteld`, `geboekt`) does not say that it was reached. Nothing here refuses a figure; it
only keeps a `gehaald` from being certain.
"""

from __future__ import annotations

from bkl.domein.notatie.values.lazy import Lazy, words

DONE = words(
    "gehad gehouden georganiseerd uitgevoerd gerealiseerd afgerond bereikt behaald gehaald geweest "
    "gegeven verzorgd gevolgd bezocht geholpen begeleid ondersteund getraind opgeleid "
    "geschoold gecoacht gesproken geïnterviewd bevraagd bediend ontvangen verwelkomd "
    "geplaatst gebouwd opgeleverd aangelegd geopend gestart opgestart ingevoerd gepubliceerd "
    "verschenen verspreid uitgedeeld verstrekt uitgebracht gemaakt geschreven opgesteld "
    "ontwikkeld vastgesteld getekend ondertekend afgesloten behandeld afgehandeld opgelost "
    "gevonden geworven aangetrokken bemiddeld toegeleid doorverwezen verwezen uitgestroomd "
    "ingestroomd aangesloten betrokken deelgenomen meegedaan geslaagd gecertificeerd "
    "toegerust ingezet gefaciliteerd gefinancierd gesubsidieerd gesteund geadviseerd "
    "geïnformeerd opgehaald ingezameld geplant gesaneerd gerenoveerd verduurzaamd geïsoleerd "
    "vernieuwd gecontroleerd geïnspecteerd onderzocht geëvalueerd gemonitord gefilmd "
    "opgenomen uitgezonden getoond vertoond gepresenteerd bezorgd geleverd uitgeleend "
    "uitgegeven verhuurd verkocht gevaccineerd gescreend getest geregistreerd geteld gemeten "
    "uitgereikt toegekend gehonoreerd gekoppeld gematcht gehuisvest gevormd opgericht "
    "ingericht geïnstalleerd voltooid doorlopen gespeeld plaatsgevonden doorgegaan "
    "bijeengekomen samengekomen vergaderd gebruikt benut bewoond gelegd hersteld gerepareerd "
    "opgeknapt vervangen geschonken gedoneerd gegund verleend aangenomen aangesteld benoemd "
    "behouden bespaard verdiend binnengekomen ingediend gemeld gedaan verricht aangeboden "
    "afgegeven besteed gelezen bekeken gedownload gedeeld gebeld beantwoord gezien bezet "
    "gevuld ingevuld verwerkt opgevangen opgezet ondernomen gewonnen vermeden voorkomen "
    "begonnen beëindigd versterkt verbeterd verbonden vergroend verlengd verbreed uitgebreid "
    "geactiveerd gestimuleerd herdacht gevierd geleerd onderwezen ingewijd gedraaid nagekomen "
    "waargemaakt gepasseerd"
)
"""Participles by which a figure counts what was done."""
COUNTED = words(
    "geweest geteld gemeten ontvangen binnengekomen ingediend gemeld geregistreerd bereikt "
    "gehaald behaald besteed uitgegeven gebruikt"
)
"""Participles that leave nothing out of a count."""
LEAD = words(
    "er het de een dit dat deze die we wij ze zij ik men ons onze in op met aan over tot naar "
    "te eur en ook nu al reeds inmiddels samen gezamenlijk totaal alles uiteindelijk alle per "
    "van bij elkaar door ruim dik meer minder hoger lager groter langer korter dan niet boven "
    "onder minimaal minstens tenminste ten minste hoogstens hooguit maximaal max ca circa "
    "ongeveer rond rondom zo'n bijna precies exact gelijk tussen vanaf ieder elk geval om "
    "nabij plm ong zijn minst kleine krappe dikke net geen gemiddeld gemiddelde geleidelijk "
    "slechts maar liefst wel vandaag heden moment einde eind ultimo jaar jaren maand maanden "
    "week kwartaal halfjaar keer maal houden hielden hield organiseren organiseerden "
    "organiseerde gaven geven gaf realiseren realiseerden realiseerde bereiken bereikten "
    "bereikte hebben had hadden heeft is was waren werd werden wordt worden kwamen kwam komen "
    "komt uit deden doet doen deed namen nam nemen neemt deel bezochten bezocht bezoeken "
    "volgden volgen volgde trainden trainen begeleidden begeleiden begeleidde ondersteunden "
    "ondersteunen hielpen helpen spraken spreken ontvingen ontvangen kregen krijgen "
    "verwelkomden verwelkomen verzorgden verzorgen maakten maken bouwden bouwen plaatsten "
    "plaatsen openden openen publiceerden publiceren schreven schrijven leverden leveren "
    "vonden vinden wierven werven telden tellen telt telde staat staan stond haalden halen "
    "haalde haalt scoorden scoren scoort scoorde steeg stegen stijgt gestegen daalde daalden "
    "daalt gedaald groeide groeiden groeit gegroeid opgelopen teruggebracht toegenomen "
    "afgenomen uitgebreid bedraagt bedroeg bedragen bleef bleven blijft blijven vaste nieuwe "
    "unieke aantal aantallen percentage aandeel score cijfer resultaat stand uitkomst "
    "realisatie gerealiseerd tussenstand eindstand meting telling groep uitgave uitgaven "
    "inkomsten top plek plaats positie nps index rapportcijfer waardering januari februari "
    "maart april mei juni juli augustus september oktober november december jan feb mrt apr "
    "jun jul aug sep sept okt nov dec peildatum waarvan namelijk tegen gevallen wekelijks "
    "maandelijks jaarlijks dagelijks elke iedere ja t m vooraf online fysiek digitaal lokaal "
    "centraal afzonderlijk verspreid gratis"
)
"""Words that may stand before a figure and leave it what it is."""
TOWARDS = Lazy(
    r"(?:^|\s)(?:(?:tegen|tot aan)(?:\s(?:een|de|het))?|(?:aan|bij|naar|om|tot)\s(?:de|het))$"
    r"|^(?:naar|om)$|(?:^|\s)(?:ca|max|ong|plm)\s(?:de|het)$"
)
"""How words end that leave it open whether the figure behind them was reached: `naar de 40`."""
GREW = Lazy(
    r"(?<!\w)(?:steeg|stegen|stijgt|daalden?|daalt|groeiden?|groeit|gestegen|gedaald|gegroeid|opgelopen"
    r"|toegenomen|afgenomen|teruggebracht|uitgebreid)(?!\w)(?!.*\b(?:naar|tot|op|boven|onder|over|van)\b)"
)
"""Verbs of change without the word that makes their figure the outcome: `wij groeiden 40`."""
OWN = words("we wij wijzelf")
"""Words by which a sentence is about the organisation itself."""
OTHERS = words(
    "buren buurgemeente buurgemeenten andere anderen ander derden landelijk landelijke "
    "nationaal nederland provinciaal elders concurrent concurrenten collega collega's "
    "collega-organisaties vorig vorige voorgaande voorgaand afgelopen eerdere eerder ooit "
    "voorheen destijds normaal gewoon gewone oprichting looptijd projectperiode corona "
    "cumulatief wachtlijst agenda rol stapel ontwikkeling bestelling optie onderweg eraan "
    "achter kunnen zouden moeten moet hoeven lijken lijkt bleken blijkt willen mikken rekenen "
    "klaar vacant vacature vacatures nodig tekort schuld vertrokken overleden uitgevallen "
    "afgevallen mislukt gemist gestopt verzet geschrapt offerte offertes nee niemand gezocht "
    "gevraagd begroot benaderd uitgenodigd onhaalbaar gegrepen gestegen gedaald toegenomen "
    "afgenomen bij gaan gaat te sinds groei stijging daling toename afname begroting volgens "
    "deels gedeeltelijk grotendeels half ontworpen gegroeid uitgeschreven opgezegd vergeefs "
    "eerste nog beeld proef contract maak vooruitzicht maat norm rond voorlopig voorlopige "
    "schatting raming concept prognose uitzicht zicht pijplijn wensenlijst planning "
    "behandeling wil zou zullen haakte haakten ontevreden onvoldoende mogen wachten wording "
    "bewerking steigers opbouw aanbouw streven pen"
)
"""Words that make of a figure that of others, of another time, or of what is still to come."""
PARTS = Lazy(
    r"(?:oud|ex|aspirant|kandidaat|concept|proef|potentiële|mogelijke?|toekomstige?|voormalige?"
    r"|vroegere?|denkbare?|bijna|niet)(?:$|-)"
)
"""What before a noun makes another thing of it: `40 oud-leden`."""
OPENS = words(
    "aan bij in met om onder op over tot tussen uit van via voor door tijdens rond rondom die "
    "dat waar waarbij waarvan waarin is zijn werd werden hebben heeft had hadden naast vanuit "
    "vanaf binnen buiten per en of als ter ten waarmee"
)
"""Words that open what a figure is about; nouns behind them say where, what of, for whom."""
MEASURED = Lazy(
    r"(?:percentage|aandeel|bereik|opkomst|bezetting|deelname|verzuim|tijd|duur|kosten|budget|score"
    r"|bedrag|omzet|opbrengst|dekking|tevredenheid|waardering|oppervlakte|lengte|inzet|aantal"
    r"|bezettingsgraad|graad|ratio|resultaat|saldo|quote|quotum|norm|reistijd|leeftijd|formatie"
    r"|respons|slagingspercentage|uitval|instroom|uitstroom|woningbouw|nieuwbouw|capaciteit|stand)$"
)
"""How words end that name what is measured: `opkomst`, `doorlooptijd`."""
_MEANT = frozenset(("norm", "inzet", "budget", "capaciteit"))
"""Measures of what is meant or possible, not of what was reached."""
AS_MEANT = (
    r"(?:(?:zoals|conform|volgens)\s+(?:(?:de|het|onze)\s+)?(?:gepland|planning|afspraak|afgesproken"
    r"|beoogd|verwacht|verwachting)"
    r"|meer\s+dan\s+(?:verwacht|gepland|beoogd))"
)
"""What says of a figure that it is the one that was meant, or more."""


def names_measure(word: str) -> bool:
    """Tell whether a word in lower case names what is measured: `opkomst`, `doorlooptijd`."""
    return word not in _MEANT and MEASURED.search(word) is not None

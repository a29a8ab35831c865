"""Manual texts of the kinds that concern the YAML itself: BKL001 to BKL009 and BKL016 to BKL021."""

UITLEG_YAML: dict[str, str] = {
    "BKL001": """\
YAML kan het bestand hier niet lezen.

Waarom: na zo'n fout is niet zeker wat de rest betekent. Daarom controleert bkl het bestand pas
verder als deze fout weg is. Vaak ontbreken er aanhalingstekens om een tekst met een dubbele punt,
of springt een regel niet goed in.

Fout:

    tekst: Let op: dit gaat mis

Goed:

    tekst: "Let op: dit gaat goed"
""",
    "BKL002": """\
Het bestand is leeg, of er staat alleen commentaar in.

Waarom: zonder inhoud is er niets te vergelijken.

Fout:

    # hier komt het werkplan

Goed:

    werkplan: 2021
""",
    "BKL003": """\
Het bestand bestaat niet uit sleutels met waarden.

Waarom: bkl zoekt alles op via sleutels. Een lijst of een losse tekst heeft die niet. Soms
ontbreekt alleen de spatie na de dubbele punt.

Fout:

    - werkplan: 2021

Goed:

    werkplan: 2021
""",
    "BKL004": """\
Het bestand is geen leesbare tekst in UTF-8.

Waarom: van een Word-bestand, een pdf of een andere tekencodering kan bkl niet zeker weten wat er
staat. Onzichtbare stuurtekens komen vaak mee met kopiëren en plakken.

Fout:

    een bestand dat is opgeslagen als UTF-16 of als .docx

Goed:

    een tekstbestand dat is opgeslagen als UTF-8
""",
    "BKL005": """\
Het bestand is te groot, te diep genest of heeft te veel leesfouten.

Waarom: een werkplan of jaarverslag blijft hier ver onder. Meestal is het een ander bestand, of
ontbreekt er een haakje.

Fout:

    ambitie: [[[[[[[[ … ]]]]]]]]

Goed:

    ambitie: Iedereen doet mee.
""",
    "BKL006": """\
Dezelfde sleutel staat twee keer in hetzelfde blok.

Waarom: YAML zou er stil één weglaten. Zo kan een cijfer ongemerkt verdwijnen.

Fout:

    R2: {tekst: Hulp, doel: 10 initiatieven}
    R2: {tekst: Advies, doel: 4 adviezen}

Goed:

    R2: {tekst: Hulp, doel: 10 initiatieven}
    R3: {tekst: Advies, doel: 4 adviezen}
""",
    "BKL007": """\
Een regel springt in met een tab.

Waarom: YAML kent alleen spaties om te laten zien wat waaronder hoort. Een tab is in elke editor
anders breed.

Fout:

    resultaten:
    ⇥R1: Een tekst

Goed:

    resultaten:
      R1: Een tekst
""",
    "BKL008": """\
Er staat een anker, verwijzing, soortaanduiding of tweede document in het bestand.

Waarom: wie het bestand leest, moet zien wat er geldt. Verwijzingen verbergen dat. Vaak is het een
tekst die met `*`, `&` of `!` begint.

Fout:

    tekst: *Belangrijk

Goed:

    tekst: "*Belangrijk"
""",
    "BKL009": """\
Tussen accolades breekt een komma de waarde af.

Waarom: YAML leest `{doel: 3,4%}` als doel 3 en een sleutel `4%` zonder waarde. Het cijfer klopt
dan niet, zonder dat u het ziet.

Fout:

    R1: {tekst: Minder schulden, doel: 3,4%}

Goed:

    R1: {tekst: Minder schulden, doel: "3,4%"}
""",
    "BKL016": """\
Een getal zonder aanhalingstekens dat andere programma's anders lezen.

Waarom: YAML maakt van `4.000` het getal 4,0, van `12:30` het getal 750 en van `no` het woord
onwaar. bkl raadt niet welk getal u bedoelt.

Fout:

    doel: 4.000

Goed:

    doel: 4.000 contactmomenten
""",
    "BKL017": """\
Het bestand is niet te openen.

Waarom: bkl kan niets zeggen over een bestand dat het niet mag of kan lezen, zoals een map, een
bestand zonder leesrechten of een bestand van meer dan 16 MB.

Fout:

    bkl check data/

Goed:

    bkl check data/werkplan-2021.yaml
""",
    "BKL018": """\
Bij een jaarverslag ontbreekt het werkplan van dat jaar.

Waarom: zonder werkplan is er geen doel om de realisatie mee te vergelijken.

Fout:

    data/jaarverslag-2021.yaml

Goed:

    data/werkplan-2021.yaml
    data/jaarverslag-2021.yaml
""",
    "BKL019": """\
Een bestand dat voor bkl is bedoeld, wordt niet gelezen.

Waarom: bkl leest alleen `werkplan-2021.yaml`, `jaarverslag-2021.yaml` en `bijstellingen-2021.yaml`,
met het goede jaar, in de map data. Met een andere naam telt wat erin staat stil niet mee.

Fout:

    data/jaarverslag_2021.yaml
    data/bijstellingen-21.yaml
    data/Werkplan-2021.yaml.txt

Goed:

    data/jaarverslag-2021.yaml
    data/bijstellingen-2021.yaml
    data/werkplan-2021.yaml
""",
    "BKL020": """\
Een YAML-bestand in de map data wordt niet gebruikt.

Waarom: wie erin schrijft, denkt dat het meetelt. Een kopie hoort ergens anders.

Fout:

    data/jaarverslag-2021.yaml
    data/jaarverslag-2021 - kopie.yaml

Goed:

    data/jaarverslag-2021.yaml
    archief/jaarverslag-2021 - kopie.yaml
""",
    "BKL021": """\
Twee bestanden voor hetzelfde: hun namen verschillen alleen in hoe zij zijn geschreven.

Waarom: bkl leest er één, en wat alleen in het andere staat, telt stil niet mee.

Fout:

    data/jaarverslag-2021.yaml
    data/jaarverslag-2021.yml

Goed:

    data/jaarverslag-2021.yaml
""",
}

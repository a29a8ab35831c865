"""Manual texts of the kinds that concern what stands in the YAML: BKL010 to BKL015."""

UITLEG_INHOUD: dict[str, str] = {
    "BKL010": """\
Een sleutel die hier niet bekend is.

Waarom: bkl zou een verkeerd gespelde sleutel anders overslaan, en dan ontbreekt er stil een doel
of een reden.

Fout:

    R2:
      tekst: Burgerinitiatieven krijgen hulp.
      deol: 10 initiatieven

Goed:

    R2:
      tekst: Burgerinitiatieven krijgen hulp.
      doel: 10 initiatieven
""",
    "BKL011": """\
Een sleutel die niet mag ontbreken, ontbreekt.

Waarom: zonder deze waarde is het onderdeel niet te tonen of niet te vergelijken.

Fout:

    R2:
      doel: 10 initiatieven

Goed:

    R2:
      tekst: Burgerinitiatieven krijgen hulp.
      doel: 10 initiatieven
""",
    "BKL012": """\
Een waarde van de verkeerde soort: een lijst, tekst of blok waar iets anders hoort.

Waarom: bkl leest dan niet wat u bedoelt. Vaak klopt de inspringing niet, of is de waarde leeg.

Fout:

    peildatum: eind december

Goed:

    peildatum: 31-12-2021
""",
    "BKL013": """\
Een waarde die niet in de lijst van keuzes staat.

Waarom: alleen met vaste woorden zijn redenen en oordelen te tellen en te vergelijken. Uw eigen
woorden horen in de toelichting.

Fout:

    reden: corona

Goed:

    reden: overmacht
    toelichting: Door corona kon de bijeenkomst niet doorgaan.
""",
    "BKL014": """\
Een naam of code met tekens die niet kunnen.

Waarom: namen en codes vormen samen de verwijzing, zoals `BD-R4.lezingen`. Met spaties of punten
erin is die niet op één manier te lezen.

Fout:

    indicatoren:
      Aantal lezingen: zes lezingen

Goed:

    indicatoren:
      lezingen: zes lezingen
""",
    "BKL015": """\
Een hoeveelheid die bkl niet kan lezen.

Waarom: een doel of realisatie is een korte zin met één hoeveelheid en een eenheid. Staat er meer of
iets anders, dan is er geen zeker getal.

Fout:

    doel: veel bijeenkomsten met 600 deelnemers

Goed:

    indicatoren:
      bijeenkomsten: minimaal 12 bijeenkomsten
      deelnemers: ca. 600 deelnemers
""",
}

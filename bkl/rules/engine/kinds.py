"""The house's own kinds, BKL050 to BKL059: what is wrong in what people say about rules."""

from __future__ import annotations

from bkl.diagnostics.finding import Kind

TOESTEMMING_ONLEESBAAR = Kind("BKL050", "toestemming_onleesbaar", "fout")
TOESTEMMING_ZONDER_REDEN = Kind("BKL051", "toestemming_zonder_reden", "fout")
ONBEKENDE_REGEL = Kind("BKL052", "onbekende_regel", "fout")
TOESTEMMING_ONGEBRUIKT = Kind("BKL053", "toestemming_ongebruikt", "waarschuwing")
LEESFOUT_TOEGESTAAN = Kind("BKL054", "leesfout_toegestaan", "fout")

HOUSE: dict[Kind, str] = {
    TOESTEMMING_ONLEESBAAR: """\
Een opmerking voor bkl heeft een vaste vorm.

Waarom: een opmerking die bkl niet begrijpt, doet niets. U denkt dan dat een melding is toegestaan,
of u mist er een.

Fout:

    reden: niet vermeld  # bkl: negeer BKL208

Goed:

    reden: niet vermeld  # bkl: sta BKL208 toe: De oud-projectleider is niet meer te bereiken.
""",
    TOESTEMMING_ZONDER_REDEN: """\
Wie een melding toestaat, zegt waarom.

Waarom: een lezer van het bestand moet later kunnen zien of de reden nog geldt.

Fout:

    # bkl: sta reden_niet_vermeld toe
    reden: niet vermeld

Goed:

    # bkl: sta reden_niet_vermeld toe: De oud-projectleider is niet meer te bereiken.
    reden: niet vermeld
""",
    ONBEKENDE_REGEL: """\
Een regel wordt genoemd met zijn code of zijn naam.

Waarom: een code die niet bestaat, zet niets uit en staat niets toe.

Fout:

    # bkl: sta BKL280 toe: De oud-projectleider is niet meer te bereiken.

Goed:

    # bkl: sta BKL208 toe: De oud-projectleider is niet meer te bereiken.
""",
    TOESTEMMING_ONGEBRUIKT: """\
Een toestemming die nergens meer voor nodig is, gaat weg.

Waarom: zo'n opmerking blijft staan als de fout al hersteld is. Komt die fout later terug, dan
gaat hij ongezien voorbij.

Fout:

    # bkl: sta reden_niet_vermeld toe: De oud-projectleider is niet meer te bereiken.
    reden: capaciteit

Goed:

    reden: capaciteit
""",
    LEESFOUT_TOEGESTAAN: """\
Een leesfout is niet toe te staan.

Waarom: wat bkl niet kan lezen, kan het ook niet vergelijken. Het cijfer zou stil wegvallen.

Fout:

    doel: 3.4%  # bkl: sta BKL015 toe: Zo staat het in het oude plan.

Goed:

    doel: 3,4%
""",
}
"""Each kind with its manual page."""

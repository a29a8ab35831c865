"""When a slip of the pen is certain enough to mend without asking."""

import pytest

from bkl.diagnostics.suggestion import Names, certain, did_you_mean, slip


@pytest.mark.parametrize(
    ("word", "candidates", "meant"),
    [
        # capitals, spaces and punctuation are no difference
        ("Doel", ["doel", "tekst"], "doel"),
        (" doel ", ["doel", "tekst"], "doel"),
        ("HOGER", ["hoger", "lager"], "hoger"),
        ("bd-r5", ["BD-R5", "BD-R4"], "BD-R5"),
        ("niet-gehaald", ["gehaald", "niet gehaald"], "niet gehaald"),
        ("Vraag_lager.", ["vraag lager", "vraag hoger"], "vraag lager"),
        ("andere\u00a0aanpak", ["anders", "andere aanpak"], "andere aanpak"),
        ("financie\u0308n", ["financiën"], "financiën"),
        ("BDR4", ["BD-R4"], "BD-R4"),
        # two that are the same but for that
        ("ab-r1", ["AB-R1", "A-BR1"], None),
        # a letter is another word, and often the opposite
        *((word, ["gehaald", "niet gehaald", "deels gehaald"], None)
          for word in ("ongehaald", "afgehaald", "ingehaald", "opgehaald", "herhaald", "gehald",
                       "gehaald?", "gehaald!", "(gehaald)", "± gehaald", "gehaald*", "≠gehaald",
                       "niet", "bijna gehaald", "on-gehaald", "gehaald/niet gehaald")),
        ("onuitgevoerd", ["uitgevoerd", "vervallen"], None),
        ("ingevoerd", ["uitgevoerd", "vervallen"], None),
        ("andere", ["anders", "andere aanpak"], None),
        ("hager", ["hoger", "lager"], None),
        # another of a series
        ("bijlage-a", ["bijlage-b"], None),
        ("deel-i", ["deel-ii"], None),
        ("verslag-mei", ["verslag-mrt"], None),
        ("teling", ["telling"], None),
        ("AE", ["AD"], None),
        ("DB-R4", ["BD-R4"], None),
        ("BD-R5", ["BD-R4"], None),
        ("BD-R55", ["BD-R5"], None),
        ("R1.1", ["R11"], None),
        ("BD-R4.lezing", ["BD-R4.lezingen", "BD-R4.deelnemers"], None),
        # nothing like it
        ("aantal", ["doel", "tekst"], None),
        ("-", ["doel"], None),
        ("x", [], None),
    ],
)  # fmt: skip
def test_certain(word, candidates, meant):
    assert certain(word, candidates) == meant
    assert certain(word, reversed(candidates)) == meant


@pytest.mark.parametrize(
    ("word", "keys", "meant"),
    [
        ("Doel", ["doel", "tekst"], "doel"),
        ("deol", ["doel", "tekst"], "doel"),
        ("doell", ["doel", "tekst"], "doel"),
        ("dooel", ["doel", "tekst"], "doel"),
        ("toelichtng", ["toelichting", "reden"], "toelichting"),
        ("toelichitng", ["toelichting", "reden"], "toelichting"),
        # another word, however near, or another form of it
        ("deel", ["doel", "tekst"], None),
        ("dole", ["doel", "tekst"], None),
        ("jaar", ["naar", "doel"], None),
        ("leden", ["reden"], None),
        ("verwacht", ["verwant"], None),
        ("meningen", ["metingen"], None),
        ("doelen", ["doel"], None),
        ("toeichtng", ["toelichting"], None),
        ("toelichtin", ["toelichting"], None),
        ("meting", ["metingen"], None),
        ("", ["doel"], None),
    ],
)
def test_a_slip_in_a_key_of_the_format(word, keys, meant):
    assert slip(word, keys) == meant


@pytest.mark.parametrize(
    ("word", "names", "told"),
    [
        ("teling", ["telling"], "Bedoelde u `telling`?"),
        ("S-R1.lezing", ["S-R1.lezingen"], "Bedoelde u `S-R1.lezingen`?"),
        ("bijlage-a", ["bijlage-b"], None),
        ("deel-i", ["deel-ii"], None),
        ("verslag-mei", ["verslag-mrt"], None),
        ("verslag-2020", ["verslag-2021"], None),
        ("AE", ["AD"], None),
        ("T-A11", ["T-A1"], None),
    ],
)
def test_a_question_is_not_asked_about_another_of_a_series(word, names, told):
    assert Names(names).ask(word) == told


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("lezinge", "Bedoelde u `lezingen`?"),
        ("deelnemer", "Bedoelde u `deelnemers`?"),
        ("qq", None),
    ],
)
def test_a_question_needs_less(word, told):
    assert did_you_mean(word, ["lezingen", "deelnemers"]) == told

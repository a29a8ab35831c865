"""When a slip of the pen is certain enough to mend without asking."""

import pytest

from bkl.diagnostics.suggestion import certain, did_you_mean


@pytest.mark.parametrize(
    ("word", "candidates", "meant"),
    [
        # one letter off, of each sort, in a short word
        ("doe", ["doel", "tekst"], "doel"),
        ("doell", ["doel", "tekst"], "doel"),
        ("dael", ["doel", "tekst"], "doel"),
        ("deol", ["doel", "tekst"], "doel"),
        ("odel", ["doel", "tekst"], "doel"),
        ("dole", ["doel", "tekst"], "doel"),
        # two letters off is too far in a short word, near enough in one of eight letters
        ("dae", ["doel"], None),
        ("bestand", ["baetand"], None),
        ("eenhiedt", ["eenheid"], "eenheid"),
        ("toelichtng", ["toelichting", "reden"], "toelichting"),
        ("toeichtng", ["toelichting", "reden"], "toelichting"),
        ("toeichtg", ["toelichting", "reden"], None),
        # capitals and spaces around it are no difference
        ("Doel", ["doel", "tekst"], "doel"),
        (" doel ", ["doel", "tekst"], "doel"),
        ("HOGER", ["hoger", "lager"], "hoger"),
        ("hager", ["hoger", "lager"], None),
        # another candidate that is nearly as near
        ("deel", ["doel", "deal"], None),
        ("vraag hager", ["vraag hoger", "vraag lager"], None),
        # a candidate that is farther by more than one letter is no rival
        ("toelichtin", ["toelichting", "toelichtingen"], None),
        ("toelichtin", ["toelichting", "toelichtingetjes"], "toelichting"),
        # a wrong figure is never certain
        ("BD-R5", ["BD-R4"], None),
        ("BD-R55", ["BD-R5"], None),
        ("bd-r5", ["BD-R5", "BD-R4"], "BD-R5"),
        ("BD-R4.lezing", ["BD-R4.lezingen", "BD-R4.deelnemers"], "BD-R4.lezingen"),
        ("DB-R4", ["BD-R4"], "BD-R4"),
        # nothing like it
        ("aantal", ["doel", "tekst"], None),
        ("x", [], None),
    ],
)
def test_certain(word, candidates, meant):
    assert certain(word, candidates) == meant
    assert certain(word, reversed(candidates)) == meant


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

"""What may have been meant: the same guess among few names and many, at a bounded cost."""

import difflib

import pytest

from bkl.diagnostics.suggestion import Names

MANY = [f"{code}-R{number}.{name}" for code in ("AD", "BE", "CF") for number in range(400)
        for name in ("lezingen", "deelnemers")]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "guess"),
    [
        ("AD-R12.lezing", "AD-R12.lezingen"),
        ("CF-R399.deelnmers", "CF-R399.deelnemers"),
        ("ad-R12.lezingen", "AD-R12.lezingen"),
        ("BE-R7.leezingen", "BE-R7.lezingen"),
        ("E-R7.lezingen", "BE-R7.lezingen"),
        ("heel iets anders", None),
        ("", None),
    ],
)
def test_a_slip_is_recognised_among_thousands(word, guess):
    assert Names(MANY).nearest(word) == guess


def test_among_few_every_name_is_compared():
    few = MANY[::20]
    for word in ("AD-R1.lezing", "x", "BE-R3.deel"):
        found = difflib.get_close_matches(word, few, n=1, cutoff=0.6)
        assert Names(few).nearest(word) == (found[0] if found else None)


def test_the_work_for_one_word_does_not_grow_with_the_names(monkeypatch):
    compared = []
    real = difflib.get_close_matches
    monkeypatch.setattr(
        difflib,
        "get_close_matches",
        lambda word, names, **how: compared.append(len(names)) or real(word, names, **how),
    )
    names = Names(f"AD-R{number}" for number in range(20_000))
    for number in range(1500):
        names.ask(f"AX-R{number}")
    assert max(compared) <= 100
    assert len(compared) <= 1000, "after so many nobody reads another guess"


def test_a_text_as_long_as_a_file_is_no_name(monkeypatch):
    monkeypatch.setattr(difflib, "get_close_matches", lambda *_, **__: pytest.fail("compared"))
    assert Names(MANY).nearest("a" * 10_000) is None


@pytest.mark.parametrize(
    ("word", "meant"),
    [("ad r12 lezingen", "AD-R12.lezingen"), ("AD-R1.2.lezingen", None), ("AD-R12.lezing", None)],
)
def test_certain_is_only_what_differs_in_capitals_and_signs(word, meant):
    assert Names(MANY).certain(word) == meant


def test_of_many_names_the_first_are_named():
    assert Names("ABC").some() == "A, B, C"
    assert Names(f"R{n}" for n in range(40)).some().endswith("R10, R11 en nog 28")

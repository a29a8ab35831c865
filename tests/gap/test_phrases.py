"""No combination of words gives `gehaald` that one pair of numbers, allowed by them, contradicts.

What each form allows stands here once more, in the plainest way: a test on one number.
"""

import os
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from bkl.domein.notatie.changes.surroundings import Omgeving
from bkl.domein.notatie.meaning.doel import read_doel
from bkl.domein.notatie.meaning.waarde import read_waarde
from bkl.domein.notatie.values.getal import write_number
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.gap.weighing import weigh_all

EXAMPLES = 100_000 if os.environ.get("BKL_LANG") else 300
TENTH = Fraction(1, 10)

PROMISED = {
    "{n}": lambda v, n, b: v >= n,
    "minimaal {n}": lambda v, n, b: v >= n,
    "niet lager dan {n}": lambda v, n, b: v >= n,
    "in ieder geval {n}": lambda v, n, b: v >= n,
    "meer dan {n}": lambda v, n, b: v > n,
    "boven de {n}": lambda v, n, b: v > n,
    "hooguit {n}": lambda v, n, b: v <= n,
    "niet hoger dan {n}": lambda v, n, b: v <= n,
    "onder de {n}": lambda v, n, b: v < n,
    "minder dan {n}": lambda v, n, b: v < n,
    "precies {n}": lambda v, n, b: v == n,
    "ruim {n}": lambda v, n, b: v >= n,
    "plm. {n}": lambda v, n, b: v >= n * (1 - TENTH),
    "een kleine {n}": lambda v, n, b: v >= n * (1 - TENTH),
    "tussen de {n} en {m}": lambda v, n, b: v >= n,
    "{n} à {m}": lambda v, n, b: v >= n,
    "groeien naar {n}": lambda v, n, b: v >= n,
    "daling tot {n}": lambda v, n, b: v <= n,
}
RELATIVE = {
    "daling met {n} {u}": lambda v, n, b: v <= b - n,
    "{n} {u} minder": lambda v, n, b: v <= b - n,
    "{n} {u} meer dan in 2019": lambda v, n, b: v >= b + n,
    "{n} {u} erbij": lambda v, n, b: v >= b + n,
    "afname van {p}%": lambda v, n, b: v <= b * (1 - Fraction(n % 90, 100)),
    "groei met minimaal {p}%": lambda v, n, b: v >= b * (1 + Fraction(n % 90, 100)),
    "verdubbeling van het aantal {u}": lambda v, n, b: v >= 2 * b,
    "halvering": lambda v, n, b: v <= b / 2,
    "meer {u} dan nulmeting": lambda v, n, b: v > b,
    "hoger dan nulmeting": lambda v, n, b: v > b,
    "niet hoger dan nulmeting": lambda v, n, b: v <= b,
    "gelijk of gestegen": lambda v, n, b: v >= b,
    "toename": lambda v, n, b: v > b,
    "een lichte daling": lambda v, n, b: v < b,
    "met {p}% gestegen": lambda v, n, b: v >= b * (1 + Fraction(n % 90, 100)),
    "{p}% minder {u}": lambda v, n, b: v <= b * (1 - Fraction(n % 90, 100)),
    "stijging van {p} procent": lambda v, n, b: v >= b * (1 + Fraction(n % 90, 100)),
    "met {n} {u} toegenomen": lambda v, n, b: v >= b + n,
    "met een kwart afgenomen": lambda v, n, b: v <= b * Fraction(3, 4),
    "drie keer zoveel {u}": lambda v, n, b: v >= 3 * b,
    "van {b} naar {n} {u}": lambda v, n, b: v >= n if n >= b else v <= n,
    "van {b} naar minder dan {n} {u}": lambda v, n, b: v < n,
    "groei van {b} tot {n} {u}": lambda v, n, b: v >= n,
}
CHANGED = [form for form in RELATIVE if " naar " not in form and " tot " not in form]
"""The changes that do not say where they end."""
REACHED = {
    "{n}": lambda v, n: v == n,
    "{n} of meer": lambda v, n: v >= n,
    "minstens {n}": lambda v, n: v >= n,
    "meer dan {n}": lambda v, n: v > n,
    "hoogstens {n}": lambda v, n: 0 <= v <= n,
    "onder de {n}": lambda v, n: 0 <= v < n,
    "ongeveer {n}": lambda v, n: n * (1 - TENTH) <= v <= n * (1 + TENTH),
    "een kleine {n}": lambda v, n: n * (1 - TENTH) <= v < n,
    "dik {n}": lambda v, n: n <= v <= n * (1 + TENTH),
    "{n} t/m {m}": lambda v, n: n <= v <= n + 7,
    "gestegen naar {n}": lambda v, n: v == n,
}
UNITS = ["lezingen", "bezoekers", "nieuwe leden", "leden", "%", "% van de leden", "klachten"]
BEFORE = ["", "", "", "wij halen ", "in 2021 ", "er komen ", "gemiddeld "]
BEHIND = ["", "", "", " (landelijk: 61)", "*", " in 2021", " uit de regio", ", waarvan 3 online"]


@st.composite
def phrases(draw, forms, units=UNITS, base=None):
    """A phrase with its unit and what it allows."""
    form = draw(st.sampled_from(sorted(forms)))
    number, unit = draw(st.integers(2, 400)), draw(st.sampled_from(units))
    more = write_number(Fraction(number + 7))
    start = base or number // 2
    text = form.format(
        n=write_number(Fraction(number)),
        m=more,
        p=number % 90,
        u=unit,
        b=write_number(Fraction(start)),
    )
    if "{u}" not in form and "{n}" in form:
        head, _, tail = text.partition(" of meer")
        text = f"{head} {unit}{' of meer' if tail or head != text else ''}"
        text = text.replace(" %", "%")
    return draw(st.sampled_from(BEFORE)) + text + draw(st.sampled_from(BEHIND)), unit, form, number


def weighed(doel_text, waarde_text, base):
    """The verdict on two phrases; None when one of them is refused."""
    try:
        doel = read_doel(doel_text, omgeving=Omgeving(nulmeting=base, jaar=2021))
        waarde = read_waarde(waarde_text)
    except Onleesbaar:
        return None
    return weigh_all(doel, (waarde,))


def noun(unit):
    return unit.split()[-1]


@settings(max_examples=EXAMPLES, deadline=None)
@given(phrases(PROMISED), phrases(REACHED), st.integers(0, 420))
def test_what_is_called_reached_is_reached_by_every_number_that_the_words_allow(told, found, value):
    weging = weighed(told[0], found[0], None)
    if weging is None or weging.oordeel != "gehaald":
        return
    assert (told[1][0] == "%") == (found[1][0] == "%"), (told, found)
    assert noun(told[1]) == noun(found[1]) or "%" in (told[1], found[1]), (told, found)
    for number in (value, found[3], found[3] + 1, found[3] - 1, told[3], told[3] - 1):
        if REACHED[found[2]](Fraction(number), found[3]):
            assert PROMISED[told[2]](Fraction(number), told[3], None), (told, found, number)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.data(), phrases(REACHED, ["leden"]), st.integers(5, 400))
def test_a_change_is_reached_only_from_its_own_nulmeting(data, found, base):
    told = data.draw(phrases(RELATIVE, ["leden"], base))
    assert weighed(told[0], found[0], None) is None or "gelijk" not in told[0]
    weging = weighed(told[0], found[0], f"{base} leden")
    if weging is None or weging.oordeel != "gehaald":
        return
    for number in (base, found[3], found[3] + 1, found[3] - 1, base - told[3], base + told[3]):
        if REACHED[found[2]](Fraction(number), found[3]):
            allowed = RELATIVE[told[2]](Fraction(number), told[3], Fraction(base))
            assert allowed, (told, found, base, number)


@settings(max_examples=EXAMPLES, deadline=None)
@given(phrases(PROMISED, ["leden"]), phrases(CHANGED, ["leden"]), st.integers(5, 400))
def test_a_change_that_was_reached_is_no_figure(told, found, base):
    weging = weighed(told[0], found[0], f"{base} leden")
    assert weging is None or weging.oordeel != "gehaald", (told, found)

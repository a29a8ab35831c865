"""Dutch numbers, in and out."""

import subprocess
import sys
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from bkl.domein.notatie.values.getal import plain, read_number, write_number, write_rounded
from bkl.domein.notatie.values.unreadable import Onleesbaar

ENDING = st.builds(
    Fraction, st.integers(-(10**15), 10**15), st.sampled_from([1, 2, 5, 8, 10, 1000, 10**6])
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4.000", 4000),
        ("4000", 4000),
        ("1.250.000", 1250000),
        ("217,3", Fraction(2173, 10)),
        ("0,125", Fraction(1, 8)),
        ("1.250,5", Fraction(2501, 2)),
        ("4,1250", Fraction(33, 8)),
        (" 12 ", 12),
        ("-5", -5),
        ("−5", -5),
        ("honderd", 100),
        ("Duizend", 1000),
        ("twaalfhonderd", 1200),
        ("honderd twintig", 120),
        ("tweehonderdduizend", 200000),
        ("drieëntwintig", 23),
        ("drieentwintig", 23),
        ("een", 1),
        ("één", 1),
        ("honderdeneen", 101),
        ("anderhalf", Fraction(3, 2)),
        ("anderhalve", Fraction(3, 2)),
        ("drieënhalf", Fraction(7, 2)),
        ("tweeëneenhalve", Fraction(5, 2)),
        ("half", Fraction(1, 2)),
        ("een half", Fraction(1, 2)),
        ("de helft", 50),
        ("1,5 miljoen", 1500000),
        ("anderhalf miljoen", 1500000),
        ("3 duizend", 3000),
        ("2 mln", 2000000),
        ("9" * 40, 10**40 - 1),
        ("1" * 38 + ",25", Fraction(int("1" * 38 + "25"), 100)),
        ("1.250,55", Fraction(125055, 100)),
        ("1234,567", Fraction(1234567, 1000)),
        ("  12", 12),
        ("12  ", 12),
        ("   -5 ", -5),
        ("ÉÉN", 1),
        ("DRIEËNTWINTIG", 23),
        ("3  honderd", 300),
        ("2 mln.", 2000000),
        ("2 miljard", 2 * 10**9),
        ("2 mld", 2 * 10**9),
        ("anderhalf miljard", 3 * 10**9 // 2),
    ],
)
def test_numbers_are_dutch(text, value):
    assert read_number(text) == value


@pytest.mark.parametrize("text", ["3.4", "4.0", "40.00", "1.60", "1.2500", "0.500", "01.000"])
def test_a_point_is_only_a_thousands_mark(text):
    with pytest.raises(Onleesbaar, match="tussen duizendtallen") as refusal:
        read_number(text)
    cure = refusal.value.herstel.removeprefix("Schrijf `").removesuffix("`.")
    assert "," in cure
    read_number(cure)


@pytest.mark.parametrize("text", ["4,000", "4,120", "12,125", "999,999", "4,000,000"])
def test_a_comma_before_three_digits_is_ambiguous(text):
    with pytest.raises(Onleesbaar, match="op twee manieren") as refusal:
        read_number(text)
    assert f"Bedoelt u {text.replace(',', '.')}?" in refusal.value.herstel


NO_NUMBERS = """
veel|1e5|0x1F|1_000|12:30|1/2|.5|,5|5,|1..000|NaN|inf|١٢|²|1.250.00|10km|--5|- -5|drie lezingen
drie vier|zes tien|nul drie|nul duizend|honderd nul|duizend nul drie|driedrie|derde|tweeën
een en twintig| |
"""


@pytest.mark.parametrize("text", ["9" * 41, *NO_NUMBERS.strip("\n").replace("\n", "|").split("|")])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(Onleesbaar):
        read_number(text)


NOTATIE = "Schrijf punten alleen tussen duizendtallen en één komma voor de decimalen: `1.250,5`."
GEWOON = "Schrijf een gewoon getal, zoals `1.000` of `0,5`."


@pytest.mark.parametrize(
    ("text", "cure", "part"),
    [
        ("veel", "Schrijf een getal zoals `12`, `4.000` of `3,4`.", "veel"),
        ("3 duizenden", "Schrijf een getal zoals `12`, `4.000` of `3,4`.", "3 duizenden"),
        ("3.45", "Schrijf `3,45`.", "3.45"),
        ("0.500", "Schrijf `0,500`.", "0.500"),
        ("1.5", "Schrijf `1,5`.", "1.5"),
        ("1234.567", "Schrijf `1234,5670`.", "1234.567"),
        ("1234.560", "Schrijf `1234,5600`.", "1234.560"),
        ("01.000", "Schrijf `01,000`.", "01.000"),
        ("1.2500", "Schrijf `1,2500`.", "1.2500"),
        ("4,000,00", NOTATIE, "4,000,00"),
        ("1.250.00", NOTATIE, "1.250.00"),
        ("4,000,000", "Bedoelt u 4.000.000? Schrijf dan `4.000.000`.", "4,000,000"),
        (
            "4,125",
            (
                "Bedoelt u 4.125? Schrijf dan `4.125`. "
                "Bedoelt u een getal met decimalen? Schrijf dan `4,1250`."
            ),
            "4,125",
        ),
        (
            "4,120",
            (
                "Bedoelt u 4.120? Schrijf dan `4.120`. "
                "Bedoelt u een getal met decimalen? Schrijf dan `4,12`."
            ),
            "4,120",
        ),
        (
            "4,000",
            (
                "Bedoelt u 4.000? Schrijf dan `4.000`. "
                "Bedoelt u een getal met decimalen? Schrijf dan `4,0`."
            ),
            "4,000",
        ),
        ("1" * 39 + ",25", "Controleer het getal.", "1" * 39 + ",25"),
        ("12:30", GEWOON, "12:30"),
        ("1/2", GEWOON, "1/2"),
        ("1_000", GEWOON, "1_000"),
        ("1_x", GEWOON, "1_x"),
        ("1_", GEWOON, "1_"),
        ("1e5", GEWOON, "1e5"),
        ("3e", "Schrijf een aantal, geen rangnummer.", "3e"),
        ("3de", "Schrijf een aantal, geen rangnummer.", "3de"),
        ("31ste", "Schrijf een aantal, geen rangnummer.", "31ste"),
        ("10km", "Zet een spatie tussen getal en eenheid: `10 km`.", "10km"),
        ("10km_2", "Zet een spatie tussen getal en eenheid: `10 km`.", "10km"),
        ("-10km", "Zet een spatie tussen getal en eenheid: `10 km`.", "10km"),
        ("drie vier", "Schrijf het getal in cijfers.", "drie vier"),
    ],
)
def test_a_refusal_says_what_to_write(text, cure, part):
    with pytest.raises(Onleesbaar) as refusal:
        read_number(text)
    assert refusal.value.herstel == cure
    assert text[refusal.value.start : refusal.value.end] == part


def test_number_words_to_two_thousand():
    words = [num2words(number, lang="nl") for number in range(2000)]
    assert [read_number(word) for word in words] == list(range(2000))
    spoken = [word.replace("één", "een").replace("ë", "e") for word in words]
    assert [read_number(word) for word in spoken] == list(range(2000))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(4000), "4.000"),
        (Fraction(2173, 10), "217,3"),
        (Fraction(-1250001, 2), "-625.000,5"),
        (Fraction(33, 8), "4,1250"),
        (Fraction(1, 8), "0,125"),
        (Fraction(8001, 8), "1.000,125"),
        (Fraction(50, 3), "16,666667"),
        (Fraction(1, 3 * 10**7), "0"),
        (Fraction(1, 5**8), "0,00000256"),
        (Fraction(1, 2**8), "0,00390625"),
        (Fraction(0), "0"),
    ],
)
def test_numbers_are_written_in_dutch(value, text):
    assert write_number(value) == text


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (Fraction(3100, 48), 1, "64,6"),
        (Fraction(5), 1, "5,0"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(-5, 2), 0, "-3"),
        (Fraction(-1, 10), 0, "0"),
        (Fraction(1234567), 0, "1.234.567"),
        (Fraction(1, 20), 1, "0,1"),
    ],
)
def test_rounding_for_readers_goes_away_from_nought(value, digits, text):
    assert write_rounded(value, digits) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(50, 3), "16.666667"),
        (Fraction(-5), "-5"),
        (Fraction(0), "0"),
        (Fraction(4000), "4000"),
        (Fraction(1, 2 * 10**6), "0"),
        (Fraction(3, 2 * 10**6), "0.000002"),
        (Fraction(-1, 10**9), "0"),
        (Fraction(-3, 4), "-0.75"),
    ],
)
def test_plain_numbers_are_for_programs(value, text):
    assert plain(value) == text


def test_plain_takes_fewer_digits():
    assert plain(Fraction(5, 2), 0) == "2"
    assert plain(Fraction(50, 3), 2) == "16.67"


@given(ENDING)
def test_what_is_written_can_be_read(value):
    assert read_number(write_number(value)) == value


@given(ENDING)
def test_plain_is_exact_within_its_digits(value):
    assert abs(Fraction(plain(value)) - value) <= Fraction(1, 2 * 10**6)


@given(st.text())
def test_any_text_is_a_number_or_refused(text):
    try:
        read_number(text)
    except Onleesbaar as fout:
        refusal = fout
    else:
        return
    assert 0 <= refusal.start <= refusal.end <= len(text)


def test_digits_need_no_library_for_words():
    code = (
        "import sys; from bkl.domein.notatie.meaning.doel import read_doel;"
        "read_doel('zes lezingen'); read_doel('4.000 mensen');"
        "sys.exit('text_to_num' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

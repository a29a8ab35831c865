"""The figures that stand in a running text: which numbers count, what they count, and of when."""

import pytest

from bkl.domein.notatie.values.getal import plain
from bkl.rules.looking.texts import numbers


def shown(text):
    return [
        f"{text[found.start : max(end for _, end in found.units)]}: {bounds(found.interval)} "
        f"{' | '.join(unit for unit, _ in found.units)}{' (verschil)' * found.is_verschil}"
        for found in numbers(text, 2021)
    ]


def bounds(interval):
    return "-".join("" if end is None else plain(end) for end in (interval.low, interval.high))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We hielden vijf lezingen.", ["vijf lezingen: 5-5 lezingen"]),
        (
            "Er waren 1.200 drukbezochte avonden.",
            ["1.200 drukbezochte avonden: 1200-1200 drukbezochte avonden | avonden | drukbezochte"],
        ),
        (
            "Wel 12345.678 mensen, 1234.567 mensen en 1.234.567 mensen.",
            ["1.234.567 mensen: 1234567-1234567 mensen"],
        ),
        ("12 3 lezingen", ["3 lezingen: 3-3 lezingen"]),
        ("Nr. a5 lezingen, b.5 lezingen, c,5 lezingen, d/5 lezingen, e-5 lezingen.", []),
        ("Met 5a lezingen, 5.a lezingen, 5,5 lezingen.", []),
        ("5  online   avonden", ["5  online   avonden: 5-5 online avonden | avonden | online"]),
        ("5 digitale avonden", ["5 digitale avonden: 5-5 digitale avonden | avonden | digitale"]),
        ("5 extra avonden", ["5 extra avonden: 5-5 extra avonden | avonden | extra (verschil)"]),
        ("5 blauwe auto's", ["5 blauwe auto's: 5-5 blauwe auto's | auto's | blauwe"]),
        ("5 auto’s", ["5 auto’s: 5-5 auto’s"]),
        ("5 in-loop avonden", ["5 in-loop avonden: 5-5 in-loop avonden | in-loop"]),
        ("5 x 3 dagen", ["5 x: 5-5 x", "3 dagen: 3-3 dagen"]),
        ("5 _ dagen", []),
        ("5 2a dagen", []),
        ("ten minste 5 uur", ["ten minste 5 uur: 5- uur"]),
        ("tenminste 5 uur", ["tenminste 5 uur: 5- uur"]),
        ("minstens 5 uur", ["minstens 5 uur: 5- uur"]),
        ("minimaal 5 uur", ["minimaal 5 uur: 5- uur"]),
        ("meer dan 5 uur", ["meer dan 5 uur: 5- uur (verschil)"]),
        ("minder dan 5 uur", ["minder dan 5 uur: 0-5 uur (verschil)"]),
        ("ruim 5 uur", ["ruim 5 uur: 5-6 uur"]),
        ("bijna 50 uur", ["bijna 50 uur: 45-50 uur"]),
        ("ca. 50 uur", ["ca. 50 uur: 45-55 uur"]),
        ("circa 50 uur", ["circa 50 uur: 45-55 uur"]),
        ("ongeveer 50 uur", ["ongeveer 50 uur: 45-55 uur"]),
        ("zo'n 50 uur", ["zo'n 50 uur: 45-55 uur"]),
        ("maximaal 5 uur", ["maximaal 5 uur: 0-5 uur"]),
        ("hoogstens 5 uur", ["hoogstens 5 uur: 0-5 uur"]),
        ("precies 5 uur", ["precies 5 uur: 5-5 uur"]),
        ("opruim 5 uur", ["5 uur: 5-5 uur"]),
        ("ruim  5 uur", ["ruim  5 uur: 5-6 uur"]),
        ("ruim vandaag 5 uur", ["5 uur: 5-5 uur"]),
        ("ruim5 uur", []),
        ("In 2020. Nu 5 uur! In 2019? Nee: 6 uur.", ["5 uur: 5-5 uur", "6 uur: 6-6 uur"]),
        ("In 2020, nu 5 uur", []),
        ("In 2020\n\nNu 5 uur", ["5 uur: 5-5 uur"]),
        ("In 2020\n \nNu 5 uur", ["5 uur: 5-5 uur"]),
        ("In 2020\nNu 5 uur", []),
        ("In 1999 nog 5 uur", []),
        (
            "In 12021 en 20201 nog 5 uur",
            ["12021 en: 12021-12021 en", "20201 nog: 20201-20201 nog", "5 uur: 5-5 uur"],
        ),
        ("De 2020 mensen", []),
        ("In 2019? Nu 6 uur", ["6 uur: 6-6 uur"]),
        ("Het jaar 2019: nu 6 uur", ["6 uur: 6-6 uur"]),
        ("Wel 125.000 mensen", ["125.000 mensen: 125000-125000 mensen"]),
        ("De 12021 mensen", ["12021 mensen: 12021-12021 mensen"]),
        ("Volgend jaar 5 uur", []),
        ("Het volgende jaar 5 uur", []),
        ("Vorig jaar 5 uur", []),
        ("Komend jaar 5 uur", []),
        ("Een vervolgend jaar 5 uur", ["5 uur: 5-5 uur"]),
        ("Volgend jaargetijde 5 uur", ["5 uur: 5-5 uur"]),
        ("één uur", ["één uur: 1-1 uur"]),
        ("een uur", []),
        ("twee uur", ["twee uur: 2-2 uur"]),
        ("drieënhalf uur", ["drieënhalf uur: 3.5-3.5 uur"]),
        ("İ 5 uur", []),
        ("5", []),
        ("5 %", []),
        ("5.", []),
        ("half uur", ["half uur: 0.5-0.5 uur"]),
        ("zo’n 50 uur", ["zo’n 50 uur: 45-55 uur"]),
    ],
)
def test_numbers_and_what_they_count(text, found):
    assert shown(text) == found


VERSCHIL = """
niet geen minder meer extra tekort ontbroken ontbreekt vervallen verviel vervielen afgelast
afgelaste afgezegd afgezegde uitgesteld uitgestelde schoven doorgeschoven schrapt schrapten
geschrapt niet-leden
"""
GEEN_VERSCHIL = "nietig verniet meerdere wel ontdekt veel weinig"


@pytest.mark.parametrize("word", [*VERSCHIL.split(), "te weinig", "te veel"])
def test_a_sentence_about_what_did_not_happen_or_happened_besides(word):
    assert next(numbers(f"Van 5 uur is er {word}. Dat was het.", 2021)).is_verschil


@pytest.mark.parametrize("word", GEEN_VERSCHIL.split())
def test_a_sentence_about_what_happened(word):
    assert not next(numbers(f"Van 5 uur is er {word}. Dat was niet alles.", 2021)).is_verschil

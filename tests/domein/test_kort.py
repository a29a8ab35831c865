"""What makes reading quick changes nothing that is read: the short way, and what is not tried."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bkl.domein import notatie
from bkl.domein.notatie.meaning import doel, promised, waarde
from bkl.domein.notatie.meaning.short import read_short
from bkl.domein.notatie.values.lazy import Lazy, words_in
from bkl.domein.notatie.values.unreadable import Onleesbaar

ROOT = Path(notatie.__file__).parent
SHORT = [
    *("3 lezingen", "minimaal 3 lezingen", "12", "85%", "60% van de deelnemers", "€ 450", "≥ 50"),
    *("zes lezingen", "een lezing", "één lezing", "55 procent", "3 keer", "2 keer per week"),
    *("één", "ten minste één", "minimaal één lezing", "twee-drie scholen", "4.000-5.000 contacten"),
    *("vijf extra gemeenten", "minimaal 5 extra leden"),
    *("50 per jaar", "€ 300 per jaar", "2 per wijk", "169 kg per inwoner", "0,5 fte", "4.000 euro"),
    *(
        "minder dan 12 dagen",
        "niet meer dan 5 klachten",
        "0 klachten",
        "twee lezingen of themadagen",
    ),
]
AROUND = [
    *(
        "3 {}",
        "3 {} lezingen",
        "3 lezingen {}",
        "drie {}",
        "een {} lezing",
        "minimaal 5 leden {} Venlo",
    ),
    *("85% {} leden", "€ 5 {}", "50 {} per jaar", "{} 3 lezingen"),
    *("één {}", "één {} lezing", "ten minste één {}", "{} één lezing", "{} één", "geen {}"),
    *("twee-drie {}", "3-5 {}", "3-5 {} leden", "4.000-5.000 leden {}", "{}-tien leden"),
    *("twee-{} leden", "5 extra {}", "vijf extra {} leden", "{} 5 extra leden", "5 extra leden {}"),
]


def literals():
    """Every word that stands in a pattern or a word list of the notation."""
    found = set()
    for path in ROOT.rglob("*.py"):
        for text in re.findall(r'"((?:[^"\\]|\\.)*)"', path.read_text(encoding="utf-8")):
            plain = re.sub(r"\\[a-zA-Z]|\(\?[:=!<P>a-z]*", " ", text)
            found.update(re.findall(r"[a-zà-ÿ]+", plain.replace("?", "")))
    return sorted(found)


def all_patterns():
    for path in sorted(ROOT.rglob("*.py")):
        name = ".".join(("bkl.domein.notatie", *path.relative_to(ROOT).with_suffix("").parts))
        module = import_module(name.removesuffix(".__init__"))
        for key, value in vars(module).items():
            if isinstance(value, Lazy) and value.needs:
                yield pytest.param(value, id=f"{name.removeprefix('bkl.domein.notatie.')}.{key}")


def outcome(reader, phrase):
    try:
        return reader(phrase)
    except Onleesbaar as fout:
        return fout.reden, fout.herstel, fout.start, fout.end


def both_ways(reader, module, phrase, monkeypatch):
    """What a phrase is the short way and the long one, without what was remembered of it."""
    module._read.cache_clear()
    short = outcome(reader, phrase)
    module._read.cache_clear()
    with monkeypatch.context() as without:
        for one in (doel, promised, waarde):
            without.setattr(one, "read_short", lambda *_, **__: None)
        return short, outcome(reader, phrase)


@pytest.mark.parametrize("phrase", SHORT)
def test_it_is_read_the_short_way(phrase):
    assert read_short(phrase, phrase.lower()) is not None


@pytest.mark.parametrize("shape", AROUND)
def test_a_word_means_the_same_the_short_way(shape, monkeypatch):
    seen = 0
    for word in literals():
        phrase = shape.format(word)
        counted = phrase.replace("geen ", "0 ")
        if read_short(counted, counted) is not None:
            seen += 1
            for reader, module in ((doel.read_doel, doel), (waarde.read_waarde, waarde)):
                short, long = both_ways(reader, module, phrase, monkeypatch)
                assert short == long, phrase
    assert seen > 20 or shape.startswith("{}")


@pytest.mark.parametrize("pattern", list(all_patterns()))
@settings(max_examples=25, derandomize=True, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_what_a_pattern_matches_holds_a_word_that_it_needs(pattern, data):
    text = data.draw(st.from_regex(pattern.compiled, alphabet=st.characters(codec="utf-8"))).lower()
    if pattern.compiled.search(text):
        assert not pattern.needs.isdisjoint(words_in(text)), text

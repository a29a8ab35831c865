"""Edits of YAML: what was asked is there, and no other character changed."""

from pathlib import Path
from unicodedata import normalize

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from bkl.source.edits.merge import merge
from bkl.source.edits.scalars import write_scalar
from bkl.source.edits.wanted import EditRefusedError, Shape
from bkl.source.parsing.yaml_tree import read_tree

CASES = yaml.safe_load((Path(__file__).parent / "bewerkingen.yaml").read_text(encoding="utf-8"))
TOP = ("jaarverslag", "peildatum", "bronnen", "realisaties", "speerpunten")
FIELDS = ("realisatie", "metingen", "bron", "reden", "toelichting", "vervolg")


def order(route):
    return {0: TOP, 1: ("A-1", "A-2", "A-3"), 2: FIELDS}.get(len(route), ())


def short(route):
    return "realisatie" if len(route) == 2 and route[0] == "realisaties" else None


SHAPE = Shape(order, short)


def put(data: bytes, wanted) -> bytes:
    return merge(read_tree("f.yaml", data), data, wanted, SHAPE)


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "BOM"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["naam"])
def test_cases(case, newline, mark):
    before = (mark + case["was"].replace("\n", newline)).encode()
    if "weigert" in case:
        with pytest.raises(EditRefusedError) as refused:
            put(before, case["zet"])
        assert case["weigert"] in refused.value.message
        assert refused.value.cure
        return
    after = put(before, case["zet"])
    assert after.decode() == mark + case["wordt"].replace("\n", newline)
    assert put(after, case["zet"]) == after, "a second time nothing changes"


TEXTS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")) | st.just("\n"), min_size=1
).map(lambda text: normalize("NFC", text).strip())


@given(TEXTS, st.sampled_from(["plain", "single", "double", "block"]), st.booleans())
@example("x " * 90 + "y", "plain", False)
@example("a\n\n b: c # d", "block", False)
@example("'\\n\"", "single", True)
def test_any_text_is_read_back(text, style, flow):
    if not text or any(mark in text for mark in "\x85\u2028\u2029\ufeff"):
        return
    written = write_scalar(text, style, flow=flow, indent=2)
    whole = f"a:\n  {{k: {written}, z: z}}\n" if flow else f"a:\n  k: {written}\n  z: z\n"
    assert read_tree("f", whole.encode()).value == {"a": {"k": text, "z": "z"}}


KEYS = st.sampled_from(FIELDS)
WANTED = st.dictionaries(
    st.sampled_from(("A-1", "A-2", "A-3", "B-9")),
    st.dictionaries(KEYS.filter(lambda key: key != "metingen"), TEXTS.filter(bool), min_size=1),
    min_size=1,
)


@given(WANTED, WANTED)
def test_what_is_put_is_read_back_and_the_rest_stays(first, second):
    """Whatever was put before, a second time only what is named changes."""
    start = b"jaarverslag: 2021 # x\nrealisaties:\n  A-2: 3  # y\n# einde\n"
    before = put(start, {"realisaties": first})
    after = put(before, {"realisaties": second})
    old, new = (read_tree("f", data).value["realisaties"] for data in (before, after))
    for id_, entry in old.items():
        if id_ not in second:
            assert new[id_] == entry
    for id_, fields in second.items():
        told = new[id_] if isinstance(new[id_], dict) else {"realisatie": new[id_]}
        assert fields.items() <= told.items()
    for line in (b"jaarverslag: 2021 # x", b"# einde"):
        assert line in after
    assert b"# y" in after


def test_what_is_put_has_its_accents_in_their_letters():
    """As files are read: a text that a program keeps in pieces is put all the same."""
    told = {"A-1": {"toelichting": normalize("NFD", "Eén café"), "bron": ["\u212b", "x"]}}
    after = put(b"jaarverslag: 2021\nrealisaties: {}\n", {"realisaties": told})
    value = read_tree("f", after).value["realisaties"]
    assert value == {"A-1": {"toelichting": "Eén café", "bron": ["\u00c5", "x"]}}

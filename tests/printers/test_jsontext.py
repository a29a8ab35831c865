"""JSON text is that of the standard library, made quicker, with nothing that steers a terminal."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkl.wording.jsontext import dump

TEXT = st.text(
    st.characters(codec="utf-8") | st.sampled_from('\x00\x1b\x7f\u2028\u202e\ufeff\\"é€😀')
)
VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(VALUE)
def test_it_says_what_the_standard_library_says(value):
    text = dump(value)
    assert json.loads(text) == value
    usual = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    assert text == usual or any(ord(sign) >= 0x7F for sign in usual)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("\x7f\x9b\u202e\ufeff", r'"\u007f\u009b\u202e\ufeff"'),
        ("half \ud83d", r'"half \ud83d"'),
        ({"a": [], "b": {}, "é": "€ 1"}, '{\n  "a": [],\n  "b": {},\n  "é": "€ 1"\n}'),
        (("a", 10**30), f'[\n  "a",\n  {10**30}\n]'),
    ],
)
def test_what_steers_a_terminal_is_written_as_a_code(value, shown):
    assert dump(value) == shown + "\n"

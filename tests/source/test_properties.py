"""Whatever comes in: no exception, and what was dumped comes back at its place."""

from unicodedata import normalize

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bkl.source.limits import MAX_DEPTH
from bkl.source.parsing.yaml_tree import read_tree

SNIPPETS = [
    "a: ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "\n",
    "  ",
    "\t",
    "&x ",
    "*x",
    "!t ",
    "<<: ",
    "? ",
    ": ",
    "'",
    '"',
    ">-\n",
    "|",
    "#",
    "---\n",
    "...",
    "%",
    "é",
    "😀",
    "\\",
    "1,5",
    "\r\n",
    "\ufeff",
]
printable = st.characters(
    exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\ufffe\uffff"
)
texts = st.text(printable | st.sampled_from("\n :#,'\"-"), max_size=40).map(
    # an accent is read in its letter, however it was typed
    lambda text: normalize("NFC", text)
)
plain = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)
documents = st.dictionaries(texts, plain, min_size=1, max_size=5)


def depth(value: object) -> int:
    if isinstance(value, str):
        return 0
    children = value.values() if isinstance(value, dict) else value
    return 1 + max(map(depth, children), default=0)


def check_any(data: bytes) -> None:
    tree = read_tree("x.yaml", data)
    assert (tree.value is not None) or tree.findings
    if tree.value is not None:
        assert depth(tree.value) <= MAX_DEPTH
    for finding in tree.findings:
        assert finding.message
        assert finding.cure
        assert finding.position.line >= 1
        assert finding.excerpt == tree.line_text(finding.position.line)
        assert finding.position.column <= len(finding.excerpt) + 1
    for route in ((), ("a",), ("a", 0), ("a", "a", "b")):
        for span in (None, (0, 2), (3, 9)):
            tree.locate(route, "value", span)
            tree.locate(route, "key", span)
        tree.style(route)
        tree.scalar(route)


@given(st.binary(max_size=200))
def test_any_bytes(data):
    check_any(data)


@given(st.text(max_size=200))
def test_any_text(text):
    check_any(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=500)
@given(st.lists(st.sampled_from(SNIPPETS), max_size=30).map("".join))
@example("{a: b\n,'c', d, e}")
@example("a: {b, c, b, b: 1}")
def test_any_yaml_like_text(text):
    check_any(text.encode())


def routes(value: object, route: tuple = ()):
    if isinstance(value, dict):
        for key, child in value.items():
            yield from routes(child, (*route, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from routes(child, (*route, index))
    else:
        yield route, value


@settings(max_examples=300)
@given(
    documents,
    st.sampled_from([None, True, False]),
    st.booleans(),
    st.sampled_from([None, "'", '"', "|", ">"]),
)
def test_dumped_values_come_back_at_their_place(document, flow, unicode, style):
    # PyYAML writes an empty or very long key as `? key`, which is fine; `<<` it leaves bare.
    dumped = yaml.safe_dump(
        document,
        default_flow_style=flow,
        allow_unicode=unicode,
        default_style=style,
        sort_keys=False,
    )
    tree = read_tree("x.yaml", dumped.encode())
    if any(finding.kind.code == "BKL008" for finding in tree.findings):
        assert "&id" in dumped or "<<" in dumped  # the same list twice, or a merge key
        return
    assert tree.findings == []
    assert tree.value == document
    for route, value in routes(document):
        position = tree.locate(route)
        under = tree.line_text(position.line)[position.column - 1 :]
        if tree.style(route) == "plain" and value:
            assert under.startswith(value.split("\n")[0][: position.length])
        for index, char in enumerate(value):
            if char.strip() and tree.style(route) not in ("double", "absent"):
                spot = tree.locate(route, "value", (index, index + 1))
                assert tree.line_text(spot.line)[spot.column - 1] == char

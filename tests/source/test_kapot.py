"""Broken files: each gives its findings, at the place and in the words of `kapot.yaml`."""

import time
from pathlib import Path

import pytest
import yaml

from bkl.source.limits import MAX_BYTES, MAX_DEPTH, MAX_FINDINGS
from bkl.source.parsing import walker
from bkl.source.parsing.yaml_tree import Tree, read_tree

HERE = Path(__file__).parent
EXPECTED = yaml.safe_load((HERE / "kapot.yaml").read_text(encoding="utf-8"))
FILES = sorted((HERE / "kapot").glob("*.yaml"))
ENGLISH = ("expected", "found ", "while ", "not allowed", "did not")


def told(tree: Tree) -> list[str]:
    return [
        f"{f.kind.code} {f.position.line}:{f.position.column} {f.message}"
        for f in tree.findings
        if f.position
    ]


def assert_tells(tree: Tree, expected: list[str]) -> None:
    assert len(tree.findings) == len(expected), told(tree)
    for line, start in zip(told(tree), expected, strict=True):
        assert line.startswith(start)


def test_the_table_names_every_file():
    assert [path.stem for path in FILES] == list(EXPECTED)


@pytest.mark.parametrize("text", ["", "# leeg\n", "- een\n"])
@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("data/werkplan-2025.yaml", "Begin het met `werkplan: 2025`."),
        ("data/jaarverslag-2025.yml", "Begin het met `jaarverslag: 2025`."),
        ("bijstellingen-2025.yaml", "Begin het met `bijstellingen: 2025`."),
        ("data/akkoord-2025.yaml", "Begin het met `akkoord: 2025`."),
        ("data/plan.yaml", "Begin het met `werkplan: 2021` of `jaarverslag: 2021`"),
    ],
)
def test_the_cure_of_a_file_without_keys_is_by_its_name(name, cure, text):
    (finding,) = read_tree(name, text.encode()).findings
    assert finding.cure.startswith(cure)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_broken_file(path):
    tree = read_tree(path.name, path.read_bytes())
    assert_tells(tree, EXPECTED[path.stem])
    for finding in tree.findings:
        assert finding.cure
        assert finding.place.file == path.name
        assert not any(word in finding.message + finding.cure for word in ENGLISH)
        assert finding.excerpt == tree.line_text(finding.position.line)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_broken_file_with_the_slow_parser(path, monkeypatch):
    monkeypatch.setattr(walker, "new_parser", yaml.SafeLoader)
    tree = read_tree(path.name, path.read_bytes())
    fast = [line.split(" ", 2)[0] for line in EXPECTED[path.stem]]
    assert [finding.kind.code for finding in tree.findings] == fast
    assert not any(word in f.message + f.cure for word in ENGLISH for f in tree.findings)


BYTES = {
    "word": (b"PK\x03\x04rest", "BKL004 1:1 Dit is een Word-"),
    "pdf": (b"%PDF-1.7\n", "BKL004 1:1 Dit is een pdf"),
    "binary": (bytes(range(256)) * 4 + bytes(500), "BKL004 "),
    "mostly_nul": (b"\x01" + bytes(500), "BKL004 1:1 Dit is geen tekst maar een binair"),
    "utf16": (
        "werkplan: 2021\n".encode("utf-16"),
        "BKL004 1:1 Dit bestand is opgeslagen als UTF-16",
    ),
    "utf16_no_mark": (
        "werkplan: 2021\n".encode("utf-16-be"),
        "BKL004 1:1 Dit bestand is opgeslagen",
    ),
    "latin1": ("a: 1\nb: één\n".encode("cp1252"), "BKL004 2:4 Dit bestand is niet opgeslagen als"),
    "latin1_bom": (b"\xef\xbb\xbfa: \xe9\n", "BKL004 1:4 Dit bestand is niet opgeslagen als"),
    "latin1_crlf": (b"a: 1\r\nb: \xe9\r\n", "BKL004 2:4 Dit bestand is niet opgeslagen als"),
    "nul": (b"a: 1\nbc: d\0\n", "BKL004 2:6 Hier staat een nulteken"),
    "control": (b"a: 1\n\nb: \x1b[31m\n", "BKL004 3:4 Hier staat een onzichtbaar teken (U+001B)"),
    "line_separator": (
        "a: é\u2028b: 1\n".encode(),
        "BKL004 1:5 Hier staat een onzichtbaar regeleinde",
    ),
    "too_large": (b"#" * (MAX_BYTES + 1), "BKL005 1:1 Het bestand is groter dan 16 MB"),
    "brackets": (b"a: " + b"[" * 100_000, f"BKL005 1:{MAX_DEPTH + 3} Hier zijn meer dan 64"),
    "braces": (b"{a: " * 100_000, "BKL005 1:"),
    "nested_lines": (
        b"".join(b" " * i + b"a:\n" for i in range(1000)),
        f"BKL005 {MAX_DEPTH + 1}:{MAX_DEPTH + 1} Hier zijn meer dan 64",
    ),
    "nested_in_duplicate": (b"{a: 1, a: " + b"[" * 100_000, "BKL006 1:8 "),
}


@pytest.mark.parametrize("name", BYTES)
def test_broken_bytes(name):
    data, expected = BYTES[name]
    start = time.perf_counter()
    tree = read_tree("x.yaml", data)
    assert time.perf_counter() - start < 1
    assert tree.value is None
    assert told(tree)[0].startswith(expected)
    assert all(finding.cure for finding in tree.findings)


def test_hopeless_file_stops():
    tree = read_tree("x.yaml", b"a: 1\n" * 100_000)
    assert len(tree.findings) == MAX_FINDINGS + 1
    assert tree.findings[-1].kind.code == "BKL005"
    assert tree.value is None


def test_depth_at_the_limit_is_read():
    data = b"a: " + b"[" * (MAX_DEPTH - 1) + b"]" * (MAX_DEPTH - 1)
    assert read_tree("x.yaml", data).findings == []


def test_duplicate_keeps_the_first_and_points_back():
    tree = read_tree("x.yaml", (HERE / "kapot/dubbele_sleutel.yaml").read_bytes())
    (finding,) = tree.findings
    (earlier,) = finding.related
    assert tree.value["speerpunten"]["AD"]["R1"] == "één"
    assert finding.place.route == ("speerpunten", "AD", "R1")
    assert (earlier.message, earlier.position.line, earlier.position.column) == (
        "hier eerder gebruikt",
        4,
        5,
    )
    assert earlier.excerpt == "    R1: één"
    assert tree.locate(("speerpunten", "AE"), "key").line == 8


LEFT_OUT = ["a: 1\na: {x: [1]}\nb: 2\n", "? \n: x\nb: 2\n", "{a: 1,\n q,\n b: 2}\n"]


@pytest.mark.parametrize("text", LEFT_OUT)
def test_what_follows_a_pair_that_was_left_out_keeps_its_place(text):
    tree = read_tree("x.yaml", text.encode())
    assert len(tree.findings) == 1
    for part in ("key", "value"):
        found = tree.locate(("b",), part)
        assert found.line == 3
        assert tree.line_text(3)[found.column - 1] == {"key": "b", "value": "2"}[part]


def test_comma_is_mended():
    tree = read_tree("x.yaml", (HERE / "kapot/komma_procent.yaml").read_bytes())
    (finding,) = tree.findings
    assert tree.value == {"r": {"tekst": "Minder schulden", "doel": "3,4%"}}
    assert finding.cure.endswith('`doel: "3,4%"`.')
    assert finding.position.length == 4
    assert tree.locate(("r", "doel")) == finding.position


def test_commas_in_a_list_are_fine():
    tree = read_tree("x.yaml", b"a: [3,4%]\nb: [x, y z]\nc: {d: , e: 1}\n")
    assert tree.findings == []
    assert tree.value == {"a": ["3", "4%"], "b": ["x", "y z"], "c": {"d": "", "e": "1"}}


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa: 1\r\nb:\r\n  - c\r\n", b"a: 1\rb:\r  - c\r"])
def test_marks_and_line_ends_of_other_systems(data):
    tree = read_tree("x.yaml", data)
    assert tree.findings == []
    assert tree.value == {"a": "1", "b": ["c"]}
    assert tree.locate(("b", 0)).line == 3
    assert tree.locate(("a",)).column == 4

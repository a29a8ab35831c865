"""Mutations of the real files: bytes, lines, tokens, nesting, and whatever editors leave behind."""

import random
from collections.abc import Callable

Mutation = Callable[[bytes, random.Random], bytes]

SNIPPETS = (
    "&a ", "*a", "!t ", "<<: *a", "? ", ": ", "- ", "{", "}", "[", "]", ",", "|", ">-", "'", '"',
    "#", "%", "@", "`", "---\n", "...\n", "\t", "\r", "\r\n", "\x00", "\x1b[31m", "\ufeff",
    "\u2028", "\u202e", "\u00a0", "é", "😀", "e\u0301", "\ud7ff", "{{ BD-R4.lezingen }}", "{{",
    "{% x %}", "# bkl: sta BKL208 toe: x", "# bkl: sta toe", "null", "~", "yes", "12:30", "0x1F",
    "1e999", "9" * 400, "3.4", "4.000", "-0", "4.000-5.000", "ca. ", "minimaal ", "31 van 48",
    "van 3,4% naar 2,5%", "duizend miljard miljoen", "nog niet bekend", "111222333",
    "j.jansen@voorbeeld.nl", "31-02-2021", "31-12-9999", "0", "uitgesteld naar 2022", "\\x00",
    "metingen: {Q1 2021: 3}", "mijlpalen: {eind 2021: 3 x}", "teller: 0", "noemer: 0",
    "tegenspraak: []", "ook_bij: [BD-R4]", "<script>", "[x](javascript:y)", "a" * 5000,
)  # fmt: skip


def _span(data: bytes, rng: random.Random, most: int = 40) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + rng.randrange(most))


def flip_byte(data: bytes, rng: random.Random) -> bytes:
    at, _ = _span(data, rng)
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]


def drop_bytes(data: bytes, rng: random.Random) -> bytes:
    start, end = _span(data, rng)
    return data[:start] + data[end:]


def repeat_bytes(data: bytes, rng: random.Random) -> bytes:
    start, end = _span(data, rng)
    return data[:end] + data[start:end] * rng.randrange(1, 5) + data[end:]


def truncate(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def insert_snippet(data: bytes, rng: random.Random) -> bytes:
    at, _ = _span(data, rng)
    return data[:at] + rng.choice(SNIPPETS).encode("utf-8", "surrogatepass") + data[at:]


def _lines(data: bytes) -> list[bytes]:
    return data.split(b"\n")


def drop_line(data: bytes, rng: random.Random) -> bytes:
    lines = _lines(data)
    del lines[rng.randrange(len(lines))]
    return b"\n".join(lines)


def double_line(data: bytes, rng: random.Random) -> bytes:
    lines = _lines(data)
    at = rng.randrange(len(lines))
    return b"\n".join([*lines[:at], lines[at], *lines[at:]])


def swap_lines(data: bytes, rng: random.Random) -> bytes:
    lines = _lines(data)
    a, b = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return b"\n".join(lines)


def indent_line(data: bytes, rng: random.Random) -> bytes:
    lines = _lines(data)
    at = rng.randrange(len(lines))
    lines[at] = rng.choice([b" ", b"  ", b"\t", b"      "]) + lines[at]
    return b"\n".join(lines)


def dedent_line(data: bytes, rng: random.Random) -> bytes:
    lines = _lines(data)
    at = rng.randrange(len(lines))
    lines[at] = lines[at][rng.randrange(5) :]
    return b"\n".join(lines)


def swap_key_and_value(data: bytes, rng: random.Random) -> bytes:
    lines = _lines(data)
    pairs = [at for at, line in enumerate(lines) if b": " in line]
    if pairs:
        at = rng.choice(pairs)
        key, _, value = lines[at].partition(b": ")
        lead = key[: len(key) - len(key.lstrip())]
        lines[at] = lead + value + b": " + key.strip()
    return b"\n".join(lines)


def other_value(data: bytes, rng: random.Random) -> bytes:
    """Put the value of one line behind the key of another, or a snippet."""
    lines = _lines(data)
    pairs = [at for at, line in enumerate(lines) if b": " in line]
    if pairs:
        at = rng.choice(pairs)
        value = rng.choice(lines).partition(b": ")[2] or rng.choice(SNIPPETS).encode()
        lines[at] = lines[at].partition(b": ")[0] + b": " + value
    return b"\n".join(lines)


def snippet_value(data: bytes, rng: random.Random) -> bytes:
    lines = _lines(data)
    pairs = [at for at, line in enumerate(lines) if b":" in line]
    if pairs:
        at = rng.choice(pairs)
        snippet = rng.choice(SNIPPETS).encode("utf-8", "surrogatepass")
        lines[at] = lines[at].partition(b":")[0] + b": " + snippet
    return b"\n".join(lines)


def swap_words(data: bytes, rng: random.Random) -> bytes:
    words = data.split(b" ")
    a, b = rng.randrange(len(words)), rng.randrange(len(words))
    words[a], words[b] = words[b], words[a]
    return b" ".join(words)


def nest(data: bytes, rng: random.Random) -> bytes:
    at, _ = _span(data, rng)
    opening, closing = rng.choice([(b"[", b"]"), (b"{a: ", b"}"), (b"- ", b"")])
    depth = rng.choice([3, 70, 2000])
    return data[:at] + opening * depth + b"x" + closing * depth + data[at:]


def crlf(data: bytes, rng: random.Random) -> bytes:
    return data.replace(b"\n", rng.choice([b"\r\n", b"\r", b"\n\n", b"\x85", b"\n\r"]))


def other_encoding(data: bytes, rng: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    codec = rng.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp1252"])
    return text.encode(codec, "replace")


def tabs(data: bytes, rng: random.Random) -> bytes:
    return data.replace(b"  ", b"\t", rng.randrange(1, 20))


def strip_file(data: bytes, rng: random.Random) -> bytes:
    return rng.choice([b"", b" ", b"\n", b"#", b"---", b"null", b"[]", b"{}", b"\xff\xfe", b"\x00"])


def many_keys(data: bytes, rng: random.Random) -> bytes:
    at = data.find(b"\n", rng.randrange(len(data) + 1)) + 1
    return data[:at] + b"".join(b"k%d: x\n" % n for n in range(rng.choice([3, 300]))) + data[at:]


def swap_values(data: bytes, rng: random.Random) -> bytes:
    """Let two keys have each other's value."""
    lines = _lines(data)
    pairs = [at for at, line in enumerate(lines) if b": " in line]
    if len(pairs) > 1:
        one, other = rng.sample(pairs, 2)
        (key, _, value), (second, _, held) = (lines[at].partition(b": ") for at in (one, other))
        lines[one], lines[other] = key + b": " + held, second + b": " + value
    return b"\n".join(lines)


def double_section(data: bytes, rng: random.Random) -> bytes:
    """Write a block with all that is indented under it once more, there or somewhere else."""
    lines = _lines(data)
    first = rng.randrange(len(lines))
    depth = _indent(lines[first])
    end = first + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > depth):
        end += 1
    at = end if rng.random() < 0.7 else rng.randrange(len(lines) + 1)
    return b"\n".join([*lines[:at], *lines[first:end], *lines[at:]])


def _indent(line: bytes) -> int:
    return len(line) - len(line.lstrip(b" "))


SHAPES = (
    "[{}]", "{{a: {}}}", "'{}'", '"{}"', "[{}, {}]", "!!str {}", "!!int {}", "{{}}", "[]", "null",
    "true", "0.5", "12", "2021-01-01", "1e3", "|\n  {}", ">-\n      {}", "- {}", "? {}",
)  # fmt: skip


def other_type(data: bytes, rng: random.Random) -> bytes:
    """Make a text a list, a mapping, a number or nothing."""
    lines = _lines(data)
    pairs = [at for at, line in enumerate(lines) if b": " in line]
    if pairs:
        at = rng.choice(pairs)
        key, _, value = lines[at].partition(b": ")
        told = value.decode("utf-8", "surrogateescape")
        shape = rng.choice(SHAPES).replace("{}", told).replace("{{", "{").replace("}}", "}")
        lines[at] = key + b": " + shape.encode("utf-8", "surrogateescape")
    return b"\n".join(lines)


TWINS = {
    "a": "аａ", "e": "еｅ", "o": "оο０", "i": "іı", "c": "с", "p": "р", "x": "х×", "A": "ΑА",
    "B": "В", "E": "Е",
    "D": "Ⅾ", "R": "Ｒ", "0": "０٠", "1": "１١l", "2": "２²", "3": "３", "5": "５",
    "-": "–‐−－", ":": "：꞉", ",": "‚，٫", ".": "．․", "%": "％٪", "+": "＋", "<": "＜‹", "#": "＃",
    " ": "\u00a0\u2009\u3000\u202f", "'": "’ʼ", '"': "”＂", "{": "｛", "[": "［", "*": "∗",
}  # fmt: skip


def look_alike(data: bytes, rng: random.Random) -> bytes:
    """Put signs that look the same for one to three others."""
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(rng.choice([1, 1, 2, 3])):
        spots = [at for at in _tries(text, rng) if text[at] in TWINS]
        if spots:
            text = text[: spots[0]] + rng.choice(TWINS[text[spots[0]]]) + text[spots[0] + 1 :]
    return text.encode("utf-8", "surrogateescape")


def _tries(text: str, rng: random.Random) -> list[int]:
    return [rng.randrange(len(text)) for _ in range(20)] if text else []


UNSEEN = (
    "\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u202a", "\u202e", "\u2060", "\u2066",
    "\ufeff", "\u034f", "\u061c", "\u180e", "\ufe0f", "\U000e0041", "\u0301", "\x85", "\u3164",
    "\ue000", "\uf8ff", "\u2028", "\x7f",
)  # fmt: skip


def invisible(data: bytes, rng: random.Random) -> bytes:
    """Put signs that cannot be seen in one to three places."""
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(rng.choice([1, 1, 2, 3])):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(UNSEEN) + text[at:]
    return text.encode("utf-8", "surrogateescape")


ALL: tuple[Mutation, ...] = (
    flip_byte, drop_bytes, repeat_bytes, truncate, insert_snippet, drop_line, double_line,
    swap_lines, indent_line, dedent_line, swap_key_and_value, other_value, snippet_value,
    swap_words, nest, crlf, other_encoding, tabs, strip_file, many_keys,
    swap_values, double_section, other_type, look_alike, invisible,
)  # fmt: skip
_WEIGHTS = (6, 6, 4, 2, 10, 5, 5, 5, 5, 5, 8, 10, 14, 5, 1, 1, 1, 1, 0.2, 0.5, 10, 6, 10, 10, 10)


def mutate(data: bytes, rng: random.Random) -> tuple[bytes, list[str]]:
    """Return the data after one to four mutations, and their names."""
    chosen = rng.choices(ALL, _WEIGHTS, k=rng.choice([1, 1, 1, 2, 2, 3, 4]))
    for mutation in chosen:
        if data or mutation is strip_file:
            data = mutation(data, rng)
    return data, [mutation.__name__ for mutation in chosen]


NAMES = (
    "{kind}-2022.yaml", "{kind}-2020.yaml", "{kind}-2021.yml", "{Kind}-2021.yaml", "{kind}.yaml",
    "{kind}-2021.yaml.txt", "{kind}-2021 (1).yaml", "{kind}-２０２１.yaml", "{kind}–2021.yaml",
    "{kind}-2021-2024.yaml", "{kind}_2021.yaml", "{kind}-21.yaml", "{kind}-2021.yaml~",
    "{other}-2021.yaml", "{other}-2022.yaml", "{kind}-9999.yaml", "{kind}-2021\u200b.yaml",
    "kopie van {kind}-2021.yaml",
)  # fmt: skip
"""What a file is called by hand, by an editor, or by a drive that keeps both versions."""


def rename(files: dict[str, bytes], rng: random.Random) -> tuple[dict[str, bytes], str]:
    """Return the files with one under another name, or beside it once more; and that name."""
    kind = rng.choice([kind for kind in files if kind != "bkl"])
    other = rng.choice(["werkplan", "jaarverslag", "bijstellingen", "akkoord"])
    name = rng.choice(NAMES).format(kind=kind, Kind=kind.title(), other=other)
    both = rng.random() < 0.4
    kept = {key: data for key, data in files.items() if both or key != kind}
    return {**kept, name: files[kind]}, name

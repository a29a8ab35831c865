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


ALL: tuple[Mutation, ...] = (
    flip_byte, drop_bytes, repeat_bytes, truncate, insert_snippet, drop_line, double_line,
    swap_lines, indent_line, dedent_line, swap_key_and_value, other_value, snippet_value,
    swap_words, nest, crlf, other_encoding, tabs, strip_file, many_keys,
)  # fmt: skip
_WEIGHTS = (6, 6, 4, 2, 10, 5, 5, 5, 5, 5, 8, 10, 14, 5, 1, 1, 1, 1, 0.2, 0.5)


def mutate(data: bytes, rng: random.Random) -> tuple[bytes, list[str]]:
    """Return the data after one to four mutations, and their names."""
    chosen = rng.choices(ALL, _WEIGHTS, k=rng.choice([1, 1, 1, 2, 2, 3, 4]))
    for mutation in chosen:
        if data or mutation is strip_file:
            data = mutation(data, rng)
    return data, [mutation.__name__ for mutation in chosen]

"""Random figures on the real file: what was asked is there, and no other line changed."""

import os
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bkl import api
from bkl.api.recording.entry import Invoer, is_qualitative
from bkl.api.recording.plan import Opname
from bkl.api.workspace.folder import find_years
from bkl.api.workspace.year import read_year
from bkl.domein.woorden import Reden

ROOT = Path(__file__).parent.parent.parent
YEAR = max(find_years(ROOT))
NAME = f"jaarverslag-{YEAR}.yaml"
ORIGINAL = (ROOT / "data" / NAME).read_bytes()
ENTRIES = read_year(find_years(ROOT)[YEAR], ROOT).dossier.indicatoren
EXAMPLES = 1_000 if os.environ.get("BKL_LANG") else 6

NUMBERS = st.integers(0, 12_000).map(lambda n: f"{n:,}".replace(",", "."))
FIGURES = st.one_of(
    NUMBERS,
    NUMBERS.map(lambda n: f"ca. {n}"),
    NUMBERS.map(lambda n: f"minstens {n}"),
    st.tuples(st.integers(0, 99), st.integers(1, 9)).map(lambda n: f"{n[0]},{n[1]}"),
    st.sampled_from(["ja", "geen", "nog niet bekend", "niet gemeten", "tientallen"]),
)
TEXTS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S")) | st.just(" "), min_size=1
).map(lambda text: " ".join(text.split()) or "x")
LONG = st.lists(TEXTS, min_size=1, max_size=30).map(" ".join)
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "toelichting": LONG,
        "vervolg": TEXTS,
        "gevolg": LONG,
        "reden": st.sampled_from(Reden.__args__),
        "bron": st.lists(TEXTS.map(lambda t: f"directieverslag, {t}"), min_size=1, max_size=3),
    },
)


@st.composite
def invoeren(draw):
    entry = draw(st.sampled_from(list(ENTRIES.values())))
    if is_qualitative(entry):
        waarde = draw(st.sampled_from(["gehaald", "niet gehaald", "nog niet bekend", None]))
    else:
        unit = draw(st.sampled_from(["", f" {entry.eenheid}" if entry.eenheid else ""]))
        figure = draw(FIGURES)
        waarde = figure + unit if figure[-1].isdigit() else figure
    velden = draw(FIELDS)
    if waarde in ("gehaald", "niet gehaald"):
        velden["onderbouwing"] = draw(LONG)
    return entry.id, waarde, velden


def lines_outside(data: bytes, id_: str) -> bytes:
    """Return the file without the lines of one entry, as a parser of others sees them."""
    text = data.decode("utf-8-sig")
    found = yaml.compose(text, Loader=yaml.CSafeLoader)
    top = next(value for key, value in found.value if key.value == "realisaties")
    lines = data.splitlines(keepends=True)
    keys = [key.start_mark.line for key, _ in top.value]
    names = [key.value for key, _ in top.value]
    if id_ not in names:
        return data
    first = names.index(id_)
    end = top.end_mark.line if first + 1 == len(names) else keys[first + 1]
    last = max(
        number + 1
        for number in range(keys[first], end)
        if lines[number].strip() and not lines[number].lstrip().startswith(b"#")
    )
    return b"".join(lines[: keys[first]] + lines[last:])


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("echt")
    (made / "data").mkdir()
    for path in (ROOT / "data").iterdir():
        (made / "data" / path.name).write_bytes(path.read_bytes())
    return made


saved = {"opgeslagen": 0, "geweigerd": 0, "gelijk": 0}


@settings(max_examples=EXAMPLES)
@given(invoeren(), st.sampled_from([b"\n", b"\r\n"]), st.booleans())
def test_any_figure_on_the_real_file(folder, asked, newline, mark):
    id_, waarde, velden = asked
    path = folder / "data" / NAME
    before = b"\xef\xbb\xbf" * mark + ORIGINAL.replace(b"\n", newline)
    path.write_bytes(before)
    done = api.record(folder, Opname((Invoer(id_, waarde, None, velden),)), lambda _: True)
    after = path.read_bytes()
    if done.fouten or done.geweigerd or not done.changes:
        saved["geweigerd" if done.fouten or done.geweigerd else "gelijk"] += 1
        assert after == before
        return
    saved["opgeslagen"] += 1
    assert lines_outside(after, id_) == lines_outside(before, id_), "another line changed"
    assert after.count(b"\n") == after.count(newline), "another line break"
    old, new = (
        yaml.load(data.decode("utf-8-sig"), Loader=yaml.BaseLoader) for data in (before, after)
    )
    told = new["realisaties"].pop(id_)
    old["realisaties"].pop(id_, None)
    assert new == old
    told = told if isinstance(told, dict) else {"realisatie": told}
    key = "oordeel" if waarde in ("gehaald", "niet gehaald") else "realisatie"
    if waarde is not None:
        assert told[key] == waarde
    for name, value in velden.items():
        wanted = value[0] if isinstance(value, list) and len(value) == 1 else value
        wanted = [unicodedata.normalize("NFC", one) for one in _texts(wanted)]
        assert _texts(told[name]) == wanted
    assert api.check(folder, ignore=["rapporten"]).fouten == 0


def _texts(value):
    return [value] if isinstance(value, str) else list(value)


def test_the_long_run_saved_many():
    if os.environ.get("BKL_LANG"):
        assert saved["opgeslagen"] > EXAMPLES // 4, saved

"""Random answers on the real file: each is recorded as it was typed, or told with its cell."""

import os
from fractions import Fraction
from pathlib import Path
from unicodedata import normalize

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bkl import api
from bkl.domein.notatie.values.getal import write_number
from tests.recording.test_random import ENTRIES, FIGURES, LONG, NAME, ORIGINAL, ROOT, lines_outside
from tests.sheets.workbooks import Raw, bring, fill, rows_of

EXAMPLES = 200 if os.environ.get("BKL_LANG") else 3
REASONS = ["overmacht", "partner", "Vraag  lager", "planning", "patner"]
SOURCES = ["directieverslag, blz. 3", "Directieverslag 2021", "DIRECTIEVERSLAG 2021, tabel 1"]


def number(value):
    """Return the cell with a number, and what must be recorded of it."""
    return Raw(f"><v>{float(value)!r}</v>"), write_number(value)


NUMBERS = st.one_of(
    st.integers(0, 20_000).map(lambda n: (Raw(f"><v>{n}</v>"), f"{n:,}".replace(",", "."))),
    st.integers(0, 99_000).map(lambda n: number(Fraction(n, 1000))),
)
TYPED = FIGURES.map(lambda text: (text, text))
VERDICTS = st.sampled_from(["gehaald", "niet gehaald", "Deels gehaald", "bijna"])


@st.composite
def rows(draw, id_):
    """Return the cells of one row, and what must be recorded by key when it is."""
    entry = ENTRIES[id_]
    judged = entry.leesbaar and (entry.doel is None or entry.doel.soort == "kwalitatief")
    cells, told = {}, {}
    if judged:
        cells["cijfer"] = draw(VERDICTS)
        told["oordeel"] = cells["cijfer"].lower()
    else:
        cells["cijfer"], told["realisatie"] = draw(st.one_of(NUMBERS, TYPED))
    for name, key, texts in (
        ("bron", "bron", st.sampled_from(SOURCES)),
        ("reden", "reden", st.sampled_from(REASONS)),
        ("uitleg", "onderbouwing" if judged else "toelichting", LONG),
    ):
        if draw(st.booleans()):
            cells[name] = draw(texts)
            told[key] = cells[name]
    return cells, told


@st.composite
def forms(draw):
    ids = draw(st.lists(st.sampled_from(sorted(ENTRIES)), min_size=3, max_size=9, unique=True))
    return {id_: draw(rows(id_)) for id_ in ids}


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """Return a workspace with the real data and a form in which nothing was filled in."""
    folder = tmp_path_factory.mktemp("echt")
    (folder / "data").mkdir()
    for path in (ROOT / "data").iterdir():
        (folder / "data" / path.name).write_bytes(path.read_bytes())
    (made,) = api.make_forms(folder, api.FormRequest(alles=True)).forms
    assert made.aantal == len(ENTRIES)
    return folder, made.path


counted = {"opgeslagen": 0, "genoemd": 0}


def composed(text):
    """Return a text as it is recorded: accents in one sign, blanks as one space."""
    return " ".join(normalize("NFC", text).split())


def recorded(id_, told, data):
    """Tell whether the jaarverslag says what was typed."""
    entry = yaml.load(data, Loader=yaml.BaseLoader)["realisaties"].get(id_, {})
    entry = entry if isinstance(entry, dict) else {"realisatie": entry}
    wanted = {key: composed(text) for key, text in told.items()}
    if "reden" in wanted:
        wanted["reden"] = wanted["reden"].casefold()
    if "bron" in wanted:
        wanted["bron"] = (
            wanted["bron"].casefold().replace("directieverslag 2021", "directieverslag")
        )
    return all(composed(str(entry.get(key, ""))) == text for key, text in wanted.items())


@settings(max_examples=EXAMPLES, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(forms(), st.sampled_from([b"\n", b"\r\n"]))
def test_each_row_is_recorded_as_typed_or_told_with_its_cell(empty, asked, newline):
    folder, form = empty
    path = folder / "data" / NAME
    before = ORIGINAL.replace(b"\n", newline)
    path.write_bytes(before)
    answers = {
        (id_, name): cell for id_, (cells, _) in asked.items() for name, cell in cells.items()
    }
    result = bring(folder, fill(form, answers, folder / "ingevuld.xlsx"))
    after = path.read_bytes()
    numbers = rows_of(form)
    objected = {one.plek.cel[1:] for one in result.zwaar}
    outside = [before, after]
    for id_, (_, told) in asked.items():
        if recorded(id_, told, after):
            counted["opgeslagen"] += 1
        else:
            assert str(numbers[id_]) in objected, (id_, told, result.bezwaren)
            counted["genoemd"] += 1
        outside = [lines_outside(data, id_) for data in outside]
    assert outside[0] == outside[1], "another line changed"
    assert after.count(b"\n") == after.count(newline), "another line break"
    assert api.check(folder, ignore=["rapporten"]).fouten == 0


def test_the_long_run_saved_and_told_many():
    if os.environ.get("BKL_LANG"):
        assert min(counted["opgeslagen"], counted["genoemd"]) > EXAMPLES // 2, counted
        assert sum(counted.values()) >= 1_000


def test_the_form_untouched_changes_no_byte_of_the_real_file(empty):
    folder, form = empty
    (folder / "data" / NAME).write_bytes(ORIGINAL)
    result = bring(folder, form)
    assert (result.voorstel, result.bezwaren) == (None, ())
    assert (folder / "data" / NAME).read_bytes() == ORIGINAL
    assert Path(form).exists()

"""`bkl draft --verslag`: passages beside open promises, as comments and never as a realisatie."""

import pytest
import yaml

from bkl import api

PLAN = """\
werkplan: 2024
organisatie: Buurthuis
speerpunten:
  S:
    titel: Samen eten
    resultaten:
      R1: {tekst: Buurtbewoners eten samen., doel: 40 buurtbewoners}
      R2: {tekst: Er zijn buurtfeesten gehouden., doel: zes buurtfeesten}
      R3: Nieuwe bewoners voelen zich welkom.
"""
REPORT = """\
jaarverslag: 2024
organisatie: Buurthuis
peildatum: 31-12-2024
realisaties:
  S-R2: 6 buurtfeesten
"""
TOLD = """\
# Jaarverslag

## Samen eten

Gemiddeld aten 36 buurtbewoners per maand mee. Wij hielden 6 buurtfeesten. # bkl: sta alles toe: nee

## Geld

De huur steeg met 4%. Er kwamen stoelen bij.
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/werkplan-2024.yaml").write_text(PLAN, "utf-8")
    (tmp_path / "data/jaarverslag-2024.yaml").write_text(REPORT, "utf-8")
    (tmp_path / "verslag.md").write_text(TOLD, "utf-8")
    return tmp_path


def saved(folder):
    result = api.find_answers(folder, folder / "verslag.md")
    api.save_answers(result)
    return result, (folder / "data/jaarverslag-2024.yaml").read_text("utf-8")


def test_what_may_answer_becomes_a_comment_and_nothing_else(folder):
    result, text = saved(folder)
    assert [one.id for one in result.vragen] == ["S-R1", "S-R3"], "S-R2 has its answer"
    assert [one.text for one in result.passages["S-R1"]] == [
        "Gemiddeld aten 36 buurtbewoners per maand mee."
    ]
    assert text.startswith(REPORT)
    assert yaml.safe_load(text) == yaml.safe_load(REPORT)
    assert all(line.startswith("#") or not line for line in text.removeprefix(REPORT).splitlines())
    assert "# S-R1 (40 buurtbewoners) is niet gerapporteerd" in text
    assert api.check(folder).fouten == 0


def test_again_takes_the_place_of_what_was_there(folder):
    _, first = saved(folder)
    result, again = saved(folder)
    assert again == first
    assert result.changes == ()


def test_every_other_byte_is_kept(folder):
    path = folder / "data/jaarverslag-2024.yaml"
    path.write_bytes(REPORT.replace("\n", "\r\n").encode().rstrip())
    before = path.read_bytes()
    saved(folder)
    after = path.read_bytes()
    assert after.startswith(before)
    assert b"\n" not in after.replace(b"\r\n", b"")


def test_a_passage_cannot_be_a_comment_that_bkl_obeys(folder):
    (folder / "verslag.md").write_text(
        "# Samen eten\n\nAlle 36 buurtbewoners zijn blij # bkl: sta alles toe: omdat het kan\n"
    )
    _, text = saved(folder)
    assert "36 buurtbewoners" in text
    assert "# bkl: sta" not in text


def test_without_a_jaarverslag_one_is_begun(folder):
    (folder / "data/jaarverslag-2024.yaml").unlink()
    _, text = saved(folder)
    assert "jaarverslag: 2024" in text
    assert "is niet gerapporteerd" in text

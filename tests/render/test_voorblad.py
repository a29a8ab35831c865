"""Page one of the jaarverslag: what was reached, what is unanswered, and what a reader decides."""

import pytest

from bkl.render import render_report
from bkl.render.views import jaarverslag
from tests.render.matter import plan, stof_of, verslag

TEXT = {"reden": "overmacht", "toelichting": "Het kon niet."}


def page(given, result="Er is een plan.", **more):
    stof = stof_of(
        plan({"AD": {"resultaten": {"R1": result}}}, **more), verslag(realisaties={"AD-R1": given})
    )
    return jaarverslag.build(stof), render_report("jaarverslag", "md", stof).decode()


def judged(oordeel, **more):
    rest = {"niet_bereikt": "Het boek."} if oordeel == "deels gehaald" else {}
    return {"oordeel": oordeel, "onderbouwing": "Er is iets.", **rest, **more}


@pytest.mark.parametrize(
    ("given", "where"),
    [
        # moved without an akkoord is asked, with one it was agreed
        ({"uitvoering": "uitgesteld naar 2022"}, "voor te leggen"),
        ({"uitvoering": "uitgesteld naar 2022", "akkoord": "Brief"}, "afgesproken"),
        ({"uitvoering": "uitgesteld naar 2022", "vervolg": "Het komt."}, "voor te leggen"),
        # reached in part or not at all: only what goes on
        (judged("deels gehaald"), "zonder vervolg"),
        (judged("niet gehaald", reden="overmacht"), "zonder vervolg"),
        (judged("deels gehaald", vervolg="Het boek komt."), "voor te leggen"),
        (judged("niet gehaald", vervolg="Het boek komt."), "voor te leggen"),
        (judged("deels gehaald", vervolg="Het komt.", akkoord="Brief"), "afgesproken"),
        (judged("deels gehaald", akkoord="Brief"), "afgesproken"),
        # what is unanswered may have been agreed too, else it is only named
        (judged("niet te bepalen", vervolg="Het komt."), "onzeker"),
        (judged("niet te bepalen", vervolg="Het komt.", akkoord="Brief"), "afgesproken"),
        (judged("niet te bepalen"), None),
        # what was reached asks nothing, however it goes on
        (judged("gehaald", vervolg="Er komt een tweede plan.", akkoord="Brief"), None),
    ],
)
def test_what_goes_on_is_asked_or_agreed(given, where):
    view, text = page(given)
    verder = view.kort.verder
    found = {
        "voor te leggen": [one.id for one in verder.voor_te_leggen],
        "afgesproken": [id_ for one in verder.afgesproken for id_ in one.ids],
        "zonder vervolg": [one.id for one in verder.zonder_vervolg],
        "onzeker": ["AD-R1"] * verder.onzeker,
    }
    assert [name for name, ids in found.items() if ids == ["AD-R1"]] == ([where] if where else [])
    assert ("Nog niet afgesproken is hoe het verdergaat met 1 toezegging." in text) == (
        where == "voor te leggen"
    )
    agreed = "Al afgesproken is hoe het verdergaat met 1 toezegging:" in text
    assert agreed == (where == "afgesproken")
    ended = "Van 1 toezegging die deels of niet is gehaald, is nog geen vervolg ingevuld: [AD-R1]"
    assert (ended in text) == (where == "zonder vervolg")


def test_what_has_no_vervolg_says_both_figures_and_asks_why():
    goal = {"tekst": "Lezingen.", "doel": "minimaal 6 lezingen"}
    _, text = page({"realisatie": "2 lezingen", "toelichting": "Er kwamen vragen."}, goal)
    assert "[AD-R1](#ad-r1) (2 lezingen, doel minimaal 6 lezingen)." in text
    assert "**Toelichting:** Er kwamen vragen. **Waarom:** nog in te vullen." in text
    _, text = page({"realisatie": "2 lezingen", "reden": "overmacht"}, goal)
    assert "**Waarom:** nog in te vullen" not in text


def test_what_is_asked_says_how_it_goes_on():
    _, text = page(judged("deels gehaald", vervolg="Het boek komt in 2022.", **TEXT))
    told = (
        "| [AD-R1](#ad-r1) | **◐ deels gehaald** Er is een plan. **Waarom:** overmacht. **Vervolg"
    )
    assert told in text.split("## De speerpunten")[0]
    _, text = page({"uitvoering": "uitgesteld naar 2023", "reden": "niet vermeld"})
    assert " Er is een plan. **Waarom:** nog in te vullen. **Vervolg:** naar 2023. |" in text


def test_what_was_agreed_together_is_told_once():
    given = {"uitvoering": "uitgesteld naar 2022", "akkoord": "De raad stemde in"}
    stof = stof_of(
        plan({"AD": {"resultaten": {"R1": "Iets", "R2": "Nog iets", "R3": "Meer"}}}),
        verslag(
            realisaties={
                "AD-R1": given,
                "AD-R2": given,
                "AD-R3": judged("niet gehaald", vervolg="Het komt."),
            }
        ),
    )
    text = render_report("jaarverslag", "md", stof).decode()
    assert "verdergaat met 2 andere:" in text
    told = "- De raad stemde in.<br>Dat gaat over [AD-R1](#ad-r1) en [AD-R2](#ad-r2)."
    assert told in text


def test_done_or_not_done_is_no_figure():
    view, text = page("ja", {"tekst": "Er is een boek.", "doel": "ja"})
    assert (view.kort.met_cijfer, view.kort.door_mensen, view.meetbaar) == (0, 1, ())
    assert "| Er is een boek.<br>**Bereikt:** gereed |" in text
    _, text = page("nee", {"tekst": "Er is een boek.", "doel": "ja", "deadline": "1-7-2021"})
    assert "**Beloofd:** gereed (uiterlijk 1 juli 2021)<br>**Bereikt:** nog niet gereed<br>" in text


@pytest.mark.parametrize(
    ("doel", "realisatie", "told"),
    [
        ("3 lezingen", "1 lezing", "1 lezing (verschil −2 lezingen)"),
        ("3 lezingen", "minstens 3 lezingen", "minstens 3 lezingen"),
        ("3 lezingen", "3 lezingen", "3 lezingen"),
        ("4.000-5.000 gesprekken", "meer dan 4.000 gesprekken", "meer dan 4.000 gesprekken"),
        ("maximaal 12 klachten", "meer dan 12 klachten", "meer dan 12 klachten (boven het doel)"),
    ],
)
def test_a_difference_behind_the_figures_is_a_number_or_says_more_than_the_verdict(
    doel, realisatie, told
):
    _, text = page(realisatie, {"tekst": "Wat telt.", "doel": doel})
    (row,) = (one for one in text.splitlines() if '<a id="ad-r1"></a>' in one)
    assert f"**→ bereikt:** {told}" in row
    assert "(verschil " not in row or "verschil −" in row
    assert "boven" not in row or "boven het doel)" in row


def test_what_does_not_count_is_one_line_whose_notes_say_why():
    _, text = page(
        {
            "verwant": [
                {
                    "realisatie": "12 plannen",
                    "bron": "telling, Blad 1",
                    "waarom": "Andere plannen.",
                },
                {"realisatie": "een schets", "bron": [], "waarom": "Een schets is geen plan"},
            ],
        }
    )
    assert (
        "<br>**Telt hier niet mee:** 12 plannen[^1]; een schets (Een schets is geen plan). |"
        in text
    )
    assert "Andere plannen." in text.split("[^1]: ")[1].splitlines()[0]


def test_the_reason_anders_gives_way_to_what_it_stands_for():
    given = judged("niet gehaald", reden="anders", toelichting="De zaal brandde. In mei.")
    _, text = page(given)
    assert "**Waarom:** De zaal brandde. In mei. |" in text
    assert "| Er is een plan. | De zaal brandde |" in text


def test_what_went_otherwise_is_printed_whole():
    long = "Een heel lang plan met veel woorden " * 6 + "is gemaakt."
    _, text = page(judged("niet gehaald", reden="niet vermeld"), long)
    assert f"| {long} | Nog in te vullen |" in text
    assert "**Waarom:** nog in te vullen. |" in text


@pytest.mark.parametrize("door", [[], [{"rol": "directeur", "naam": "Naam Een"}]])
def test_a_concept_has_a_place_to_sign(door):
    stof = stof_of(
        plan({"X": {"resultaten": {"R1": "Iets"}}}), verslag(ondertekening={"door": door})
    )
    text = render_report("jaarverslag", "md", stof).decode()
    block = text.split("## Ondertekening")[1].split("\n## ")[0]
    assert "concept, nog niet vastgesteld" in text.split("\n## ")[0]
    assert "| Functie | Naam | Plaats en datum | Handtekening |" in block
    assert block.count("| …") + block.count("| Directeur | …") >= 1
    assert "Naam Een" not in text
    assert text.index("## Ondertekening") < text.index("Bijlage:")


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        ((), None),
        (
            ("a", "a", "b"),
            "uit het *Jaarverslag 2021* en *Telling*. Wat daarin niet is gemeld, heet",
        ),
        (("b",), "komen uit *Telling*. Wat daarin niet is gemeld, heet *zonder antwoord*;"),
        (
            ("b", "a", "b", "c"),
            "komen vooral uit *Telling* en het *Jaarverslag 2021*. Wat niet is",
        ),
    ],
)
def test_page_one_says_where_the_outcomes_come_from(cited, told):
    results = {f"R{n}": "Er is iets." for n, _ in enumerate((*cited, "silent"), 1)}
    given = {f"AD-R{n}": judged("gehaald", bron=key) for n, key in enumerate(cited, 1)}
    titles = {"a": {"titel": "Jaarverslag 2021"}, "b": {"titel": "Telling"}, "c": {"titel": "Mail"}}
    beside = {"verwant": [{"realisatie": "iets", "bron": "d", "waarom": "Anders."}]}
    stof = stof_of(
        plan({"AD": {"resultaten": results}}),
        verslag(bronnen=titles, realisaties={**given, f"AD-R{len(results)}": beside}),
    )
    text = render_report("jaarverslag", "md", stof).decode()
    assert ("De uitkomsten komen" in text) == (told is not None)
    assert told is None or told in text


def test_where_nearly_all_notes_name_one_document_its_title_stands_once():
    results = {f"R{n}": "Er is iets." for n in range(1, 12)}
    given = {f"AD-R{n}": judged("gehaald", bron=f"a, Kop {n}") for n in range(1, 11)}
    given["AD-R11"] = judged("gehaald", bron="b, Kop 11")
    titles = {"a": {"titel": "Jaarverslag 2021"}, "b": {"titel": "Telling"}}
    stof = stof_of(
        plan({"AD": {"resultaten": results}}), verslag(bronnen=titles, realisaties=given)
    )
    text = render_report("jaarverslag", "md", stof).decode()
    assert "\n[^10]: ‘Kop 10’.\n[^11]: *Telling*, onder ‘Kop 11’.\n" in text
    assert "Een noot zonder titel noemt de plaats in *Jaarverslag 2021*." in text


def test_the_uitleg_explains_only_what_occurs():
    _, text = page(judged("deels gehaald", uitvoering="loopt", akkoord="Brief", **TEXT))
    told = text.split("\n### Wat de oordelen")[0].split("### Hoe u de cijfers leest")[1]
    assert "- **Loopt:** op 31 december 2021 was het werk nog bezig." in told
    assert "- **Akkoord:** wie instemde met wat anders loopt." in told
    assert "*overmacht* (iets waar wij niets aan konden doen)." in told
    assert "- **Nummers** zoals AD-R1:" in told
    _, text = page(judged("gehaald"))
    told = text.split("\n### Wat de oordelen")[0].split("### Hoe u de cijfers leest")[1]
    for word in ("Loopt", "Akkoord", "Waarom", "Telt hier niet mee", "procentpunten"):
        assert word not in told


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("Het boek.", "het boek."),
        ("De Schuldmachine tonen.", "De Schuldmachine tonen."),
        ("Venlo.", "Venlo."),
        ("A", "A"),
    ],
)
def test_what_was_not_reached_begins_small_unless_it_may_be_a_name(given, told):
    _, text = page({**judged("deels gehaald"), "niet_bereikt": given})
    assert f"Niet bereikt: {told}" in text

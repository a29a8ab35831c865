"""The shorter reports: each says only what the data say."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from bkl import api
from bkl.api.rendering.matter import read_stof, rule_pages
from bkl.printers.rules import markdown
from bkl.render import Rapportfout, render_report, report_names
from bkl.render.formats.html import PAGE_IDS
from bkl.render.views import afwijkingen, dashboard, factsheets, resultatenkaart, voortgang
from tests.render.matter import (
    HERE,
    KORT,
    assert_golden,
    fixture_stof,
    plan,
    read,
    stof_of,
    verslag,
)
from tests.render.pages import Page
from tests.render.test_injectie import EVIL, squeeze
from tests.render.test_injectie import everything as evil_stof

VIE = HERE.parent / "vie"
SOURCE = re.compile(r"\bde bron [a-z]+", re.I)
NEEDS_REPORT = tuple(name for name in KORT if name not in ("factsheets", "regels"))
REAL = ("afwijkingen", "dashboard", "factsheets", "resultatenkaart", "voortgang")


def with_rules(stof):
    return replace(stof, regels=lambda: rule_pages()[:3])


def text_of(rapport, stof):
    return render_report(rapport, "md", stof).decode()


def page_of(rapport, stof):
    return Page.read(render_report(rapport, "html", stof).decode())


@pytest.fixture(scope="module")
def vie():
    return read_stof(VIE)


# --- what readers get, whole ---


def test_no_report_speaks_of_the_source_as_of_somebody_else():
    stof = replace(read_stof(VIE.parents[1]), regels=rule_pages)
    said = [found for name in report_names() for found in SOURCE.findall(text_of(name, stof))]
    assert said == []


@pytest.mark.parametrize("fmt", ["md", "html"])
@pytest.mark.parametrize("rapport", KORT)
def test_report_of_the_fixture(rapport, fmt):
    data = render_report(rapport, fmt, with_rules(fixture_stof()))
    assert data == render_report(rapport, fmt, with_rules(fixture_stof()))
    assert_golden(f"{rapport}.{fmt}", data)


def test_factsheets_of_a_programme(vie):
    assert_golden("factsheets-vie.md", render_report("factsheets", "md", vie))


@pytest.mark.parametrize("rapport", KORT)
@pytest.mark.parametrize("which", ["fixture", "vie", "bare"])
def test_page_is_sound(rapport, which, vie):
    bare = stof_of(plan({"X": {"resultaten": {"R1": "Iets"}}}), verslag())
    stof = {"fixture": fixture_stof, "vie": lambda: vie, "bare": lambda: bare}[which]()
    page = page_of(rapport, with_rules(stof))
    ids = [one.attrs["id"] for one in page.elements if "id" in one.attrs]
    assert len(ids) == len(set(ids))
    assert set(PAGE_IDS) <= set(ids)
    for link in page.all("a"):
        assert link.attrs["href"][1:] in ids, link.attrs["href"]
    levels = [int(one.tag[1]) for one in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert not [one for one in page.elements if "style" in one.attrs]
    assert "[^" not in page.body_text()
    assert "undefined" not in page.body_text()
    assert not [name for name in ids if name.startswith("grafiek")]


@pytest.mark.parametrize("rapport", NEEDS_REPORT)
def test_without_a_jaarverslag_there_is_nothing_to_tell(rapport):
    with pytest.raises(Rapportfout, match="Er is geen jaarverslag over 2021"):
        render_report(rapport, "md", stof_of(read("werkplan")))


@pytest.mark.parametrize("rapport", ["factsheets", "regels"])
def test_some_need_no_jaarverslag(rapport):
    assert text_of(rapport, with_rules(stof_of(read("werkplan")))).startswith("# ")


# --- one thing has one name ---

OTHER_NAMES = re.compile(
    r"\d+ tot \d+ van \d+ gehaald|nog open\b|nog onbekend|nog niet zeker|niet vast te stellen"
    r"|weten wij (?:dat )?(?:nog )?niet\b|nog zonder antwoord|mogelijk gehaald|misschien gehaald"
)


@pytest.mark.parametrize("rapport", sorted(set(report_names()) - {"regels"}))
@pytest.mark.parametrize("which", ["fixture", "vie", "gemeente"])
def test_what_is_unanswered_has_one_name_everywhere(rapport, which):
    stof = fixture_stof() if which == "fixture" else read_stof(HERE.parent / which)
    if stof.dossier.jaarverslag is None and rapport in NEEDS_REPORT:
        pytest.skip("without an account there is nothing to count")
    assert OTHER_NAMES.findall(text_of(rapport, stof)) == []


# --- texts of writers are text, also here ---


@pytest.fixture(scope="module")
def plain():
    return {rapport: shape_of(page_of(rapport, evil_stof("gewoon"))) for rapport in REAL}


def shape_of(page):
    return [(one.tag, one.attrs.get("class")) for one in page.elements]


@pytest.mark.parametrize("tekst", EVIL.values(), ids=EVIL)
def test_evil_text_adds_no_element(tekst, plain):
    for rapport in REAL:
        assert shape_of(page_of(rapport, evil_stof(tekst))) == plain[rapport], rapport


def test_evil_text_does_reach_these_reports():
    tekst = EVIL["script"]
    for rapport, least in (("afwijkingen", 8), ("factsheets", 8), ("voortgang", 4)):
        assert (
            squeeze(page_of(rapport, evil_stof(tekst)).body_text()).count(squeeze(tekst)) >= least
        )


def test_evil_words_in_a_chart_are_text():
    fasen = ["<script>alert(1)</script>", "einde"]
    stof = stof_of(
        plan({"AD": {"resultaten": {"R1": {"tekst": "x", "doel": "3 dingen"}}}}, fasen=fasen),
        verslag(realisaties={"AD-R1": "2 dingen"}, speerpunten={"AD": {"fase": fasen[0]}}),
    )
    html = render_report("factsheets", "html", stof).decode()
    assert html.count("<script") == 1, "only ours"
    assert "De fase is &lt;script&gt;" in html


# --- afwijkingen ---


def test_only_what_differs_is_among_the_afwijkingen():
    stof = fixture_stof()
    text = text_of("afwijkingen", stof)
    for id_, vergelijking in stof.vergelijkingen.items():
        assert (f"[{id_}](#" in text) == vergelijking.wijkt_af, id_


def test_reasons_add_up():
    view = afwijkingen.build(fixture_stof())
    told = [regel for blok in view.speerpunten for regel in blok.regels]
    assert view.samen.samen == sum(one.samen for one in view.redenen) == view.afwijkend == len(told)
    open_ = [
        *(r for blok in view.open for r in blok.regels),
        *(r for blok in view.open for r in blok.zwijgend),
    ]
    assert len(open_) == view.onzeker + view.zwijgend
    assert all(regel.wacht for regel in open_)
    assert not any(regel.wacht for regel in told)
    by_reason = {one.reden: (one.minder, one.meer) for one in view.redenen}
    assert by_reason["overmacht"] == (1, 0)
    assert by_reason["vraag hoger"] == (0, 1)


def test_a_difference_tells_everything_that_is_known():
    text = text_of("afwijkingen", fixture_stof())
    entry = text.split('<a id="ad-r1"></a>')[1].split("<a id=")[0]
    for words in ("capaciteit", "te weinig mensen", "Twee straten wachten", "In 2022"):
        assert words in entry
    assert "**Gemeld:** 1 juni 2021." in entry


# --- resultatenkaart ---


def test_only_figures_that_are_really_reached_are_shown():
    view = resultatenkaart.build(fixture_stof())
    shown = {(one.groot.tekst, one.telt) for kaart in view.kaarten for one in kaart.resultaten}
    assert shown == {
        ("1", "lezing"),
        ("meer dan 4.000", "contactmomenten"),
        ("< 12", "dagen"),
        ("450+", "bewoners"),
        ("tientallen", "groepen"),
        ("11", "spreekuren"),
    }


def result_of(indicator, realisatie, **more):
    stof = stof_of(
        plan({"AD": {"resultaten": {"R1": {"tekst": "Iets.", **indicator}}}}),
        verslag(realisaties={"AD-R1": realisatie}, **more),
    )
    return [one for kaart in resultatenkaart.build(stof).kaarten for one in kaart.resultaten]


HIDDEN = {
    "nought": ({"doel": "3 dingen"}, "geen dingen"),
    "no figure": ({"doel": "3 dingen"}, "niet gemeten"),
    "done or not": ({"doel": "ja"}, "ja"),
    "no lower end": ({"doel": "3 dingen"}, "< 12 dingen"),
    "society": ({"doel": "3 dingen", "invloed": "maatschappelijk"}, "4 dingen"),
    "counts something else": (
        {"doel": "3 dingen"},
        {"realisatie": "4 dingen", "andere_definitie": "Anders geteld."},
    ),
    "sources differ": (
        {"doel": "3 dingen"},
        {"realisatie": "4 dingen", "tegenspraak": [{"realisatie": "2 dingen", "bron": "b"}]},
    ),
    "related only": (
        {"doel": "3 dingen"},
        {"verwant": [{"realisatie": "4 dingen", "bron": "b", "waarom": "Anders."}]},
    ),
}


@pytest.mark.parametrize(("indicator", "realisatie"), HIDDEN.values(), ids=HIDDEN)
def test_what_is_not_certain_is_no_result_to_show(indicator, realisatie):
    assert result_of(indicator, realisatie) == []


def test_what_was_reached_without_a_figure_is_told():
    (kaart,) = resultatenkaart.build(
        stof_of(
            plan(
                {
                    "AD": {
                        "resultaten": {
                            "R1": "Er is een plan.",
                            "R2": {"tekst": "Er is een boek.", "doel": "ja"},
                            "R3": "Dit lukt niet.",
                            "R4": {"tekst": "Dingen.", "doel": "3 dingen"},
                        }
                    }
                }
            ),
            verslag(
                realisaties={
                    "AD-R1": {"oordeel": "gehaald", "onderbouwing": "Het plan ligt er."},
                    "AD-R2": "ja",
                    "AD-R3": {"oordeel": "niet gehaald", "onderbouwing": "Nee."},
                    "AD-R4": "drie dingen",
                }
            ),
        )
    ).kaarten
    assert kaart.kop is not None
    assert (kaart.kop.tekst, kaart.kop.toezegging) == ("Het plan ligt er.", "Er is een plan.")
    assert [(one.gebeurd, one.toezegging) for one in kaart.gelukt] == [(None, "Er is een boek.")]
    assert [(one.groot.tekst, one.telt) for one in kaart.resultaten] == [("3", "dingen")]
    assert (kaart.telling.zeker, kaart.telling.zonder) == (3, 0)


LANG = "Het plan ligt er, " + "met alles wat erbij hoort, " * 6 + "en wordt gebruikt."
HEADLINES = {
    "the first sentence": (
        "Het plan ligt er. De raad las het.",
        ("Het plan ligt er.", "De raad las het."),
    ),
    "an abbreviation ends none": (
        "Met bijv. De Brug is er iets.",
        ("Met bijv. De Brug is er iets.", ""),
    ),
    "white space is one space": ("Het plan\nligt  er. Ja.", ("Het plan ligt er.", "Ja.")),
    "too long for a headline": (LANG, None),
    "nothing said": (None, None),
}


@pytest.mark.parametrize(("gebeurd", "wanted"), HEADLINES.values(), ids=HEADLINES)
def test_a_headline_is_what_happened_and_nothing_is_lost(gebeurd, wanted):
    answers = {"AD-R1": {"oordeel": "gehaald", "onderbouwing": gebeurd}, "AD-R2": "drie dingen"}
    kaart = card_of(answers)
    assert (kaart.kop and (kaart.kop.tekst, kaart.kop.rest)) == wanted
    # without one the figure that came furthest leads
    assert kaart.cijfer_voorop is (wanted is None)
    told = [one.gebeurd for one in kaart.gelukt] + ([" ".join(wanted).strip()] if wanted else [])
    assert [" ".join((one or "").split()) for one in told] == [" ".join((gebeurd or "").split())]


def test_a_headline_alone_makes_a_card():
    kaart = card_of({"AD-R1": {"oordeel": "gehaald", "onderbouwing": "Het plan ligt er."}})
    assert (kaart.resultaten, kaart.gelukt) == ((), ())
    assert kaart.kop is not None


@pytest.mark.parametrize("oordeel", ["deels gehaald", "niet gehaald", "niet te bepalen"])
def test_what_was_not_surely_reached_is_no_headline(oordeel):
    kaart = card_of(
        {"AD-R1": {"oordeel": oordeel, "onderbouwing": "Het ligt er bijna."}, "AD-R2": "2 dingen"}
    )
    assert (kaart.kop, kaart.cijfer_voorop) == (None, False)


def test_the_figure_furthest_beyond_its_doel_leads():
    kaart = card_of({"AD-R2": "3 dingen", "AD-R3": "40 dagen", "AD-R4": "7 stuks"})
    assert [one.telt for one in kaart.resultaten] == ["stuks", "dingen", "dagen"]
    assert kaart.cijfer_voorop


def card_of(answers):
    parts = {
        "R1": "Er is een plan.",
        "R2": {"tekst": "Dingen.", "doel": "3 dingen"},
        "R3": {"tekst": "Dagen.", "doel": "50 dagen", "richting": "hoger"},
        "R4": {"tekst": "Stuks.", "doel": "5 stuks"},
    }
    stof = stof_of(plan({"AD": {"resultaten": parts}}), verslag(realisaties=answers))
    (kaart,) = resultatenkaart.build(stof).kaarten
    return kaart


PERIODS = [
    ({}, "31-12-2021", "in 2021"),
    ({}, "30-6-2021", "tot en met 30 juni 2021"),
    ({"tijd": "stand"}, "31-12-2021", "op 31 december 2021"),
    ({"tijd": "cumulatief"}, "31-12-2021", "tot en met 31 december 2021"),
]


@pytest.mark.parametrize(("indicator", "peildatum", "wanted"), PERIODS)
def test_a_figure_says_for_which_period(indicator, peildatum, wanted):
    (one,) = result_of({"doel": "3 dingen", **indicator}, "4 dingen", peildatum=peildatum)
    assert (one.groot.tekst, one.telt, one.periode) == ("4", "dingen", wanted)


def test_a_bare_number_takes_the_unit_of_the_doel():
    (one,) = result_of({"doel": "3 dingen"}, "4")
    assert (one.groot.tekst, one.telt) == ("4", "dingen")


def test_a_share_shows_its_whole():
    (one,) = result_of({"doel": "50%"}, "31 van 48")
    assert one.groot.tekst == "64,6 % (31 van 48)"


def test_of_what_there_must_be_less_only_little_enough_is_a_result():
    less = {"doel": "maximaal 70 inbraken", "nulmeting": "80 inbraken"}
    assert result_of(less, "74 inbraken") == []
    (one,) = result_of(less, "66 inbraken")
    assert one.groot.tekst == "66"


# --- dashboard and bewijs ---


def test_a_full_matrix_is_not_told_again():
    view = dashboard.build(fixture_stof())
    told = {code for rij in view.matrix.rijen for cel in rij.cellen for code in cel.codes}
    assert view.volledig
    assert told
    assert not told & {blok.code for groep in view.verder for blok in groep.speerpunten}
    text = text_of("dashboard", fixture_stof())
    everywhere = {blok.code for groep in view.groepen for blok in groep.speerpunten}
    for code in everywhere:
        assert text.count(f'<a id="{code.lower()}"></a>') == 1, code


def test_two_in_one_crossing_are_told_apart():
    axes = {"thema": "A", "doelgroep": "D", "resultaten": {"R1": "Iets."}}
    stof = stof_of(
        plan({"AD": axes, "AD2": axes}, themas={"A": "a"}, doelgroepen={"D": "d"}), verslag()
    )
    view = dashboard.build(stof)
    assert not view.volledig
    assert view.verder == view.groepen


def test_the_proof_names_both_figures_where_sources_differ():
    given = {
        "realisatie": "4 dingen",
        "bron": "b",
        "tegenspraak": [{"realisatie": "2 dingen", "bron": "c"}],
    }
    stof = stof_of(
        plan({"AD": {"resultaten": {"R1": {"tekst": "Iets.", "doel": "3 dingen"}}}}),
        verslag(realisaties={"AD-R1": given}),
    )
    assert "| 4 dingen of 2 dingen | b<br>c |" in text_of("bewijs", stof)


def test_a_reason_alone_says_something():
    given = {"realisatie": "1 ding", "reden": "anders", "toelichting": "Het liep zo."}
    stof = stof_of(
        plan({"AD": {"resultaten": {"R1": {"tekst": "Iets.", "doel": "3 dingen"}}}}),
        verslag(realisaties={"AD-R1": given}),
    )
    for rapport in ("afwijkingen", "dashboard"):
        text = text_of(rapport, stof)
        assert "| Een andere reden |" in text
        assert "anders |" not in text


# --- voortgang ---


def test_every_promise_stands_in_one_phase():
    stof = fixture_stof()
    view = voortgang.build(stof)
    ids = [regel.id for fase in view.fasen for regel in fase.regels]
    assert sorted(ids) == sorted(stof.vergelijkingen)
    assert view.totaal == len(ids)


def halfway(indicator, realisatie, peildatum="30-6-2021"):
    stof = stof_of(
        plan({"AD": {"resultaten": {"R1": {"tekst": "Iets.", **indicator}}}}),
        verslag(realisaties={"AD-R1": realisatie} if realisatie else {}, peildatum=peildatum),
    )
    return voortgang.build(stof), text_of("voortgang", stof)


PHASES = [
    ({"doel": "3 dingen", "tijd": "som"}, "4 dingen", "klaar"),
    # what stands today can still be undone before the day
    ({"doel": "3 dingen"}, "4 dingen", "onderweg"),
    ({"doel": "3 dingen"}, "2 dingen", "onderweg"),
    ({"doel": "3 dingen"}, {"realisatie": "geen dingen", "uitvoering": "loopt"}, "onderweg"),
    ({"doel": "3 dingen"}, "geen dingen", "aandacht"),
    ({"doel": "3 dingen"}, "2+", "aandacht"),
    ({"doel": "3 dingen"}, None, "onbekend"),
    ({"doel": "3 dingen"}, "nog niet bekend", "onbekend"),
    ({"doel": "3 dingen", "deadline": "1-10-2021"}, None, "later"),
    ({"doel": "3 dingen"}, {"uitvoering": "vervallen"}, "besloten"),
    ({"doel": "3 dingen"}, {"uitvoering": "uitgesteld naar 2022"}, "besloten"),
    ({"doel": "3 dingen"}, "niet van toepassing", "besloten"),
]


@pytest.mark.parametrize(("indicator", "realisatie", "wanted"), PHASES)
def test_phase_of_a_promise(indicator, realisatie, wanted):
    view, _ = halfway(indicator, realisatie)
    assert [fase.anker for fase in view.fasen] == [wanted]


def test_halfway_nothing_is_called_missed():
    _, text = halfway({"doel": "3 dingen"}, "1 ding")
    assert "niet gehaald" not in text
    assert "is 50 % van het jaar voorbij" in text
    assert "tijd tot 31 december 2021" in text


def test_deadlines_and_milestones_come_in_order():
    indicator = {"doel": "9 dingen", "deadline": "1-12-2021"}
    indicator["mijlpalen"] = {"Q3 2021": "6 dingen", "Q1 2021": "3 dingen"}
    view, text = halfway(indicator, "4 dingen")
    assert [(one.dag.isoformat(), one.doel) for one in view.termijnen] == [
        ("2021-09-30", "6 dingen"),
        ("2021-12-01", "9 dingen"),
    ]
    assert view.aan_het_eind == 0
    assert "| 30 september 2021<br>(Q3 2021) |" in text


def test_after_the_year_what_is_due_later_runs_on():
    indicator = {"doel": "3 dingen", "deadline": "1-7-2022"}
    view, text = halfway(indicator, "1 ding", peildatum="31-12-2021")
    assert not view.eindstand
    assert "Het jaar is voorbij. Wat later klaar moet zijn, loopt nog." in text
    assert "eindstand" not in text


def test_after_the_year_a_verdict_stands_also_where_something_else_runs_on():
    later = {"tekst": "Later.", "doel": "3 dingen", "deadline": "1-7-2022"}
    stof = stof_of(
        plan({"AD": {"resultaten": {"R1": {"tekst": "Nu.", "doel": "3 dingen"}, "R2": later}}}),
        verslag(realisaties={"AD-R1": "1 ding", "AD-R2": "1 ding"}),
    )
    rows = {
        line.split("</a>")[1].split(" |")[0]: line
        for line in text_of("voortgang", stof).splitlines()
        if line.startswith('| <a id="ad-')
    }
    assert "**◐ deels gehaald**" in rows["AD-R1"]
    assert "Nog niet bereikt" in rows["AD-R2"]


def test_after_the_year_there_is_no_time_left():
    view, text = halfway({"doel": "3 dingen"}, "1 ding", peildatum="31-12-2021")
    assert "Het jaar is voorbij: dit is de eindstand van 2021." in text
    assert "tussenstand" not in text
    assert [(fase.anker, fase.titel) for fase in view.fasen] == [("onderweg", "Deels gedaan")]
    assert not re.search(r"\bal\b|\bnog\b|\bnu:", text.casefold().split("## ", 1)[1])
    assert view.verstreken == 100
    assert "Wat er nog moet komen" not in text


# --- factsheets ---


def test_a_sheet_says_of_every_promise_what_came_of_it_or_that_there_is_no_answer():
    stof = fixture_stof()
    text = text_of("factsheets", stof)
    assert "leest u wat wij voor 2021 beloofden en wat ervan kwam." in text
    sheets = [blad for bundel in factsheets.build(stof).bundels for blad in bundel.bladen]
    for blad in sheets:
        waiting = [one for groep in blad.zonder_antwoord for one in groep.regels]
        assert {one.id for one in (*blad.bekend, *waiting)} == {one.id for one in blad.blok.eenmaal}
        assert not [one.id for one in waiting if one.bereikt or not one.wacht]
        for groep in blad.zonder_antwoord:
            assert {one.oordeel.tekst for one in groep.regels} == {groep.oordeel.tekst}
    assert any(blad.bekend for blad in sheets)
    assert any(blad.zonder_antwoord for blad in sheets)


def test_a_sheet_before_the_account_is_about_what_is_promised():
    text = text_of("factsheets", stof_of(read("werkplan")))
    assert "leest u wat wij voor 2021 beloven." in text
    assert "beloofden" not in text
    assert "bereikt" not in text.casefold().replace("bereikbaar", "")


def test_what_runs_has_no_need_of_an_answer_yet():
    halfway = verslag(peildatum="30-6-2021")
    promise = {"tekst": "Dingen.", "doel": "3 dingen", "deadline": "1-10-2021"}
    passed = {**promise, "deadline": "1-3-2021"}
    stof = stof_of(plan({"AD": {"resultaten": {"R1": promise, "R2": passed}}}), halfway)
    (blad,) = factsheets.build(stof).bundels[0].bladen
    assert [one.id for one in blad.bekend] == ["AD-R1"]
    assert [one.id for groep in blad.zonder_antwoord for one in groep.regels] == ["AD-R2"]


def test_a_programme_in_its_own_words(vie):
    text = text_of("factsheets", vie)
    for words in ("Programmalijn: Eenzaamheid", "#### Beoogd resultaat", "#### Regie"):
        assert words in text
    assert "Uitvoering → **● Evaluatie (nu)**" in text


# --- regels ---


def test_all_rules_are_in_the_catalogue():
    pages = rule_pages()
    text = text_of("regels", replace(fixture_stof(), regels=lambda: pages))
    for blad in pages:
        assert f"</a>{blad.code} `{blad.slug}` ({blad.ernst})\n" in text
    assert re.findall(r"^### <a id=\"(bkl\d+)", text, re.M) == [blad.code.lower() for blad in pages]


def test_the_catalogue_of_check_says_the_same():
    docs = markdown.show(api.catalogue(), None)
    text = text_of("regels", replace(fixture_stof(), regels=rule_pages))
    for part in docs.split("\n### ")[1:]:
        body = part.split("\n## ")[0].split("\n", 1)[1].strip()
        assert body in text


# --- whose words they are ---

SIGNED = {
    "status": "vastgesteld",
    "datum": "14-4-2022",
    "plaats": "Proefstad",
    "door": [
        {"rol": "directeur", "naam": "Naam Een", "openbaar": "ja"},
        {"rol": "voorzitter", "naam": "Naam Twee"},
    ],
}


def test_a_name_is_public_only_where_that_is_said():
    stof = stof_of(plan({"X": {"resultaten": {"R1": "Iets"}}}), verslag(ondertekening=SIGNED))
    text = text_of("jaarverslag", stof)
    assert "vastgesteld op 14 april 2022" in text
    assert "| Directeur | Naam Een | …" in text
    assert "| Voorzitter | – | …" in text
    for rapport in report_names():
        assert "Naam Twee" not in text_of(rapport, with_rules(stof))


@pytest.mark.parametrize(
    ("begrippen", "zin"),
    [
        ({}, "Elk cijfer uit het werkplan telt"),
        ({"werkplan": "begroting"}, "Elk cijfer uit de begroting telt"),
        ({"werkplan": "de agenda"}, "Elk cijfer uit de agenda telt"),
        ({"werkplan": "kader", "lidwoorden": {"werkplan": "het"}}, "Elk cijfer uit het kader telt"),
        ({"werkplan": "kader"}, "Elk cijfer uit kader telt"),
    ],
)
def test_a_word_of_the_organisation_has_its_own_article(begrippen, zin):
    stof = stof_of(plan({"X": {"resultaten": {"R1": "Iets"}}}, begrippen=begrippen), verslag())
    assert zin in text_of("jaarverslag", stof)


def test_the_law_and_the_reader_come_from_the_workspace():
    kind = {"aan": "de raad", "regel": "het BBV", "vraag": "Wij vragen u dit vast te stellen"}
    stof = stof_of(plan({"X": {"resultaten": {"R1": "Iets"}}}, verantwoording=kind), verslag())
    text = text_of("jaarverslag", stof)
    assert "Proef · verslag over 2021 aan de raad · stand" in text
    assert "Voor 2021 staat in het werkplan 1 toezegging." in text
    assert "Zo vraagt het BBV het." in text
    assert "Wij vragen u dit vast te stellen." in text
    bare = stof_of(plan({"X": {"resultaten": {"R1": "Iets"}}}), verslag())
    for rapport in report_names():
        made = text_of(rapport, bare).lower()
        assert not re.search(r"\bawb\b|bestuursrecht|subsidie|4:80", made), rapport

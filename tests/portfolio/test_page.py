"""The page of a portfolio in a real browser: filters count right, and ten thousand stay usable."""

import json
import os
import re
from decimal import Decimal

import pytest

from bkl.domein.woorden import ZONDER_ANTWOORD
from bkl.portfolio.counts import Overzicht, Telcel, Tellingen, Totaal, Werkmapjaar
from bkl.portfolio.rollups import VERDICTS
from bkl.printers.portfolio import html
from bkl.printers.screen import Screen
from tests.chromium import need
from tests.render.test_browser import TAGS, axe

LONG = bool(os.environ.get("BKL_LANG"))
EVIL = "</script><script>document.title='weg'</script><b onclick=x>'\"&"
THEMAS = ("Wonen", "Zorg", "Jeugd", "Sport", None) if LONG else ("Wonen", None)


def counts(sure, maybe, rest):
    told = dict.fromkeys(VERDICTS, 0)
    return told | {"gehaald": sure, "niet te bepalen": maybe - sure, "niet gehaald": rest}


def overview(number):
    """Return a portfolio of so many organisations, each with its own counts."""
    cells = [
        Telcel(
            f"Organisatie {org}",
            jaar,
            thema,
            "de Provincie",
            counts(org % 7, org % 7 + 2, 3),
            org % 7,
            org % 7 + 2,
        )
        for org in range(number)
        for jaar in (2024, 2025, 2026)
        for thema in THEMAS
    ]
    cells.append(Telcel(EVIL, 2026, EVIL, None, counts(1, 1, 0), 1, 1))
    whole = {v: sum(one.aantallen[v] for one in cells) for v in VERDICTS}
    sure, maybe = sum(one.gehaald for one in cells), sum(one.mogelijk for one in cells)
    alle = Tellingen(None, number + 1, whole, sure, maybe, 0, 0)
    total = Totaal(
        "prov:lessen@2", "lessen", "som", 2026, Decimal(1204), False, None, None, 0, 9, 1, 8
    )
    look = tuple(
        Werkmapjaar(
            EVIL if not one else f"map-{one}", 2026, EVIL, "geteld", 3, 2, None, EVIL, "a.yaml:3"
        )
        for one in range(120)
    )
    standen = {"werkmappen": number + 1, "geteld": 3 * number + 1}
    return Overzicht("uit", "jaar", alle, (alle,), (total,), standen, look, None, tuple(cells))


def opened(browser, path, width):
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.faults = []
    page.on("console", lambda said: page.faults.append(said.text))
    page.on("pageerror", lambda fault: page.faults.append(str(fault)))
    page.goto(path.as_uri())
    page.wait_for_selector("#rijen tr")
    return page


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
def test_the_page_is_accessible_and_whole(browser, tmp_path, width):
    need(axe, "axe is niet geïnstalleerd.")
    path = tmp_path / "portfolio.html"
    path.write_text(html.show(overview(60), Screen()), encoding="utf-8")
    page = opened(browser, path, width)
    found = axe.Axe().run(page, options={"runOnly": TAGS}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.faults == []


@pytest.mark.browser
def test_ten_thousand_organisations_filter_and_sort(browser, tmp_path):
    path, told = tmp_path / "portfolio.html", overview(10_000)
    path.write_text(html.show(told, Screen()), encoding="utf-8")
    page = opened(browser, path, 1280)

    def reached(**keys):
        cells = [
            one
            for one in told.cellen
            if all(getattr(one, key) == value for key, value in keys.items())
        ]
        n = sum(sum(one.aantallen.values()) for one in cells)
        zonder = sum(one.aantallen[verdict] for one in cells for verdict in ZONDER_ANTWOORD)
        loopt = sum(one.aantallen["nog niet te beoordelen"] for one in cells)
        numbers = (sum(one.gehaald for one in cells), n, loopt, zonder)
        sure, whole, runs, unanswered = (f"{number:,}".replace(",", ".") for number in numbers)
        going = f", {runs} {'loopt' if loopt == 1 else 'lopen'} nog" if loopt else ""
        silent = f", {unanswered} zonder antwoord" if zonder else ""
        return f"{sure} van {whole} gehaald{going}{silent}"

    def shown(text):
        whole = re.compile(f"^{re.escape(text)}$")
        page.locator("#samen").filter(has_text=whole).wait_for(state="attached")

    shown(reached())
    assert page.title() == "Portfolio", "no text is taken for script"
    assert page.locator("#rijen tr").count() == 50
    page.click("#meer")
    assert page.locator("#rijen tr").count() == 100
    page.select_option("#jaar", label="2026")
    shown(reached(jaar=2026))
    page.select_option("#thema", label="zonder thema")
    shown(reached(jaar=2026, thema=None))
    page.select_option("#jaar", label="alle jaren")
    page.fill("#zoek", "organisatie 9999")
    shown(reached(thema=None, organisatie="Organisatie 9999"))
    assert page.inner_text("#stand") == "1 van 1 organisaties te zien."
    page.fill("#zoek", "")
    page.click("th[data-orde=zeker] button")
    first = page.locator("#rijen tr td:nth-child(3)").first.inner_text()
    assert first == "18", "most certain first: 6 in each of three years"
    assert page.locator("th[data-orde=zeker]").get_attribute("aria-sort") == "descending"
    assert page.faults == []


def test_nothing_of_a_workspace_is_markup():
    text = html.show(overview(3), Screen())
    assert "<script>document" not in text
    assert len(re.findall(r"</script>", text)) == 2
    data = re.search(r'id="gegevens">(.*?)</script>', text, re.DOTALL)[1]
    assert EVIL in json.loads(data)["organisaties"]
    assert "http" not in re.sub(r"http-equiv", "", text), "nothing from elsewhere"


def test_the_same_portfolio_gives_the_same_page():
    assert html.show(overview(3), Screen()) == html.show(overview(3), Screen())

"""The page in a real browser: accessible, and whole on a narrow screen."""

from dataclasses import replace

import pytest

from bkl.api.rendering.matter import read_stof, rule_pages
from bkl.render import render_report
from tests.chromium import need
from tests.render.matter import ALLE, HERE, fixture_stof, plan, stof_of

try:
    from axe_playwright_python import sync_playwright as axe
except ImportError:
    axe = None

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
LONG = "Donaudampfschifffahrtsgesellschaftskapitänskajüte" * 2


def awkward():
    """A plan that strains the page: long words everywhere."""
    onderdeel = {"tekst": LONG, "indicatoren": {"naam": {"tekst": LONG, "doel": f"3 {LONG}"}}}
    return stof_of(
        plan(
            {"AD": {"ambitie": LONG, "resultaten": {"R1": onderdeel}}},
            themas={"A": LONG},
            doelgroepen={"D": LONG},
            titel=LONG,
        )
    )


class Pages(dict):
    """The page of each report, made when it is first asked for."""

    def __init__(self, folder):
        super().__init__()
        self.folder = folder

    def __missing__(self, name):
        if name == "vie":
            page = render_report("factsheets", "html", read_stof(HERE.parent / "vie"))
        elif name.startswith("gemeente "):
            stof = read_stof(HERE.parent / "gemeente")
            page = render_report(name.removeprefix("gemeente "), "html", stof)
        elif name == "lang":
            page = render_report("werkplan", "html", awkward())
        else:
            stof = replace(fixture_stof(), regels=lambda: rule_pages()[:9])
            page = render_report(name, "html", stof)
        self[name] = self.folder / f"{name}.html"
        self[name].write_bytes(page)
        return self[name]


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return Pages(tmp_path_factory.mktemp("pages"))


def open_page(browser, path, **options):
    page = browser.new_context(**options).new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(path.as_uri())
    assert asked == [path.as_uri()], "a page asks for nothing but itself"
    assert said == [], "the browser has nothing to complain about"
    return page


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("rapport", [*ALLE, "vie"])
def test_axe_finds_nothing(browser, files, rapport, scheme, width):
    need(axe, "axe-playwright-python is niet geïnstalleerd.")
    page = open_page(
        browser, files[rapport], color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    results = run_axe(page)
    page.context.close()
    assert results.violations_count == 0, results.generate_report()
    checked = {rule["id"] for rule in results.response["passes"]}
    assert {"color-contrast", "target-size", "document-title", "html-has-lang"} <= checked


def run_axe(page):
    # of what passes only the rules are told, not every element: half the time
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    return axe.Axe().run(page, options=options)


PLANTED = {  # the rule that must see it: what is done to a good page
    "color-contrast": "document.querySelector('main p').style.color = '#bbb'",
    "document-title": "document.title = ''",
    "html-has-lang": "document.documentElement.removeAttribute('lang')",
    "image-alt": "document.querySelector('main').append(new Image())",
    "link-name": "document.querySelector('main p').innerHTML += '<a href=\"#x\"></a>'",
    "svg-img-alt": "document.querySelector('main svg').innerHTML = ''",
    "td-headers-attr": "document.querySelector('main td').setAttribute('headers', 'weg')",
    "target-size": (
        "document.querySelector('main').innerHTML = '<a href=\"#a\">a</a><a href=\"#b\">b</a>';"
        "document.querySelectorAll('main a').forEach(a => a.style = 'display: inline-block;"
        " width: 9px; height: 9px; font-size: 9px')"
    ),
}


@pytest.mark.parametrize(("rule", "plant"), PLANTED.items(), ids=PLANTED)
def test_axe_sees_what_is_planted(browser, files, rule, plant):
    need(axe, "axe-playwright-python is niet geïnstalleerd.")
    page = open_page(browser, files["voortgang"], viewport={"width": 1280, "height": 900})
    page.evaluate(plant)
    found = {one["id"] for one in run_axe(page).response["violations"]}
    page.context.close()
    assert rule in found


MONEY = ("jaarverslag", "werkplan", "afwijkingen")
"""Reports with a table of amounts."""


@pytest.mark.parametrize("name", [*ALLE, "vie", "lang", *(f"gemeente {one}" for one in MONEY)])
def test_nothing_sticks_out(browser, files, name):
    page = open_page(browser, files[name], viewport={"width": 1440, "height": 800})
    found = {}
    for width in (1440, 1280, 1088, 1087, 800, 700, 520, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert {width: wide for width, wide in found.items() if wide > width} == {}


BROKEN = """all => all.flatMap(head => {
  if (head.closest('table').tHead.offsetWidth <= 1 && head.closest('thead')) return [];  // cards
  const walker = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node; (node = walker.nextNode()); ) {
    for (const word of node.data.matchAll(/[\\p{L}\\d]+/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map(one => Math.round(one.top)));
      if (lines.size > 1) found.push(word[0]);
    }
  }
  return found;
})"""


@pytest.mark.parametrize("rapport", ["werkplan", "dashboard", "afwijkingen", "voortgang"])
def test_the_heads_of_tables_break_no_word(browser, tmp_path, rapport):
    path = tmp_path / f"{rapport}.html"
    path.write_bytes(render_report(rapport, "html", read_stof(HERE.parents[1])))
    page = open_page(browser, path)
    broken = {}
    for width in (1280, 1088, 700, 360):
        page.set_viewport_size({"width": width, "height": 800})
        broken[width] = page.eval_on_selector_all("th", BROKEN)
    page.context.close()
    assert {width: words for width, words in broken.items() if words} == {}


def test_verdicts_and_charts_stay_apart_in_forced_colours(browser, files):
    page = open_page(browser, files["jaarverslag"], forced_colors="active")
    edges = "all => all.every(one => getComputedStyle(one).borderTopWidth === '1px')"
    assert page.eval_on_selector_all(".oordeel", edges)
    fills = page.eval_on_selector_all(
        ".stapelbalk rect", "all => all.map(one => getComputedStyle(one).fill)"
    )
    assert len(set(fills)) > 2
    page.context.close()


def test_nothing_moves(browser, files):
    page = open_page(browser, files["jaarverslag"])
    moving = page.eval_on_selector_all(
        "*",
        """all => all.map(one => getComputedStyle(one)).filter(
        style => style.animationName !== 'none' || parseFloat(style.transitionDuration)
        || style.scrollBehavior !== 'auto').length""",
    )
    page.context.close()
    assert moving == 0


def test_cards_keep_their_table_for_a_screen_reader(browser, files):
    page = open_page(browser, files["jaarverslag"], viewport={"width": 360, "height": 800})
    table = page.get_by_role("table", name="AD: wat wij beloofden en wat ervan kwam")
    assert table.count() == 1
    assert table.get_by_role("rowheader", name="AD-R1", exact=True).count() == 1
    page.context.close()


def test_skip_link_is_first_and_seen_when_reached(browser, files):
    page = open_page(browser, files["jaarverslag"], viewport={"width": 1280, "height": 800})
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.inner_text() == "Naar de tekst"
    assert link.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    page.context.close()


def links_for_a_screen_reader(page):
    """Names of the links in the accessibility tree: what is drawn may still be hidden there."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    shown = [one for one in nodes if not one["ignored"] and one["role"]["value"] == "link"]
    return [one["name"]["value"] for one in shown]


@pytest.mark.parametrize(("width", "shown"), [(1280, True), (360, False)])
def test_contents_stand_open_where_there_is_room(browser, files, width, shown):
    page = open_page(browser, files["jaarverslag"], viewport={"width": width, "height": 800})
    # the heading is one more: it leads to itself
    assert links_for_a_screen_reader(page).count("In het kort") == shown + 1
    if not shown:
        page.locator("summary", has_text="Inhoud").click()
        assert links_for_a_screen_reader(page).count("In het kort") == 2
    page.context.close()


def test_prints_on_a4_without_the_furniture(browser, files):
    page = open_page(browser, files["jaarverslag"])
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation").is_visible()
    assert page.locator("h1").is_visible()
    made = page.pdf(prefer_css_page_size=True)
    page.context.close()
    assert made.startswith(b"%PDF")

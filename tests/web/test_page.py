"""The page in a real browser: reading, switching, searching, citing, keyboard, phone, print, hostile text."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import pytest

import dossiers
from patience import until
from rujuk.model.dossier import Dossier
from rujuk.tell.html import html_page

pytestmark = pytest.mark.browser

Open = Callable[..., Any]


def _hash(page: Any) -> str:
    return str(page.evaluate("location.hash"))


def _slug(identifier: str) -> str:
    return identifier.partition(":")[2]


@pytest.fixture(scope="module")
def ferry() -> Dossier:
    return dossiers.ferry()


@pytest.fixture(scope="module")
def html(ferry: Dossier) -> str:
    return html_page(ferry)


def test_one_language_at_a_time_and_the_switch(opened: Open, html: str) -> None:
    page = opened(html)
    assert page.evaluate("document.documentElement.lang") == "id"
    assert page.get_by_role("heading", name="Yang dipertentangkan").is_visible()
    assert page.get_by_role("heading", name="Disputed").count() == 0
    page.get_by_label("English").check()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.get_by_role("heading", name="Disputed").is_visible()
    assert page.get_by_role("heading", name="Yang dipertentangkan").count() == 0
    assert "lang=en" in _hash(page)


def test_the_reader_s_language_is_met(opened: Open, html: str) -> None:
    assert opened(html, locale="en-GB").get_by_role("heading", name="What matters most").is_visible()


def test_without_scripts_everything_is_there_to_read(opened: Open, html: str, ferry: Dossier) -> None:
    page = opened(html, java_script_enabled=False)
    assert page.get_by_role("heading", name="Yang terpenting").is_visible()
    page.locator("#lang-en").check()
    assert page.get_by_role("heading", name="What matters most").is_visible()
    assert not page.get_by_role("search").is_visible()
    proof = page.locator(".finding details.proof").last
    assert proof.locator("blockquote").first.is_visible() == (proof.get_attribute("open") is not None)


def test_from_the_first_screen_to_the_sentence_to_the_report(opened: Open, html: str, ferry: Dossier) -> None:
    page = opened(html, locale="en-GB")
    page.get_by_role("link", name="The port lists 131").click()
    aboard = ferry.stories[0].findings[1]
    finding = page.locator(f"#finding-{_slug(aboard.id)}")
    finding.locator("blockquote").first.wait_for(state="visible")
    assert finding.locator("blockquote").first.is_visible()
    finding.get_by_role("link", name="See in the report").first.click()
    until(page, "document.activeElement.matches('[id^=in-]')")
    mark = page.locator(f"#{_hash(page)[1:].split('&')[0]}")
    assert mark.is_visible()
    assert mark.inner_text() in {"131 people were on board", "ada 168 orang di kapal itu"}
    box = mark.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900


def test_a_permalink_opens_its_finding(opened: Open, html: str, ferry: Dossier) -> None:
    vehicles = ferry.stories[0].findings[5]
    page = opened(html, fragment=f"finding-{_slug(vehicles.id)}&lang=en")
    assert page.evaluate("document.documentElement.lang") == "en"
    box = page.locator(f"#finding-{_slug(vehicles.id)}").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900


def test_search_and_filter_and_the_address_that_keeps_them(opened: Open, html: str) -> None:
    page = opened(html, locale="en-GB")
    shown = page.locator(".finding:visible")
    assert shown.count() == 11
    page.get_by_role("checkbox", name="Contested").check()
    assert shown.count() == 1
    assert "v=contested" in _hash(page)
    page.get_by_role("checkbox", name="Contested").uncheck()
    page.get_by_role("searchbox").fill("lontar")
    assert "q=lontar" in _hash(page)
    assert page.locator(".report:visible").count() == 1
    assert page.get_by_role("heading", name="Disputed").count() == 0
    assert "match" in page.locator(".hits").inner_text()
    again = opened(html, fragment=_hash(page)[1:])
    assert again.locator(".report:visible").count() == 1
    again.get_by_role("button", name="Clear").click()
    assert again.locator(".finding:visible").count() == 11
    page.get_by_role("searchbox").fill("no such word at all")
    assert page.locator(".hits").inner_text() == "0 matches"


def test_search_finds_speakers_and_passes_over_accents(opened: Open, html: str) -> None:
    page = opened(html, locale="en-GB")
    page.get_by_role("searchbox").fill("DEWI anggráini")
    assert page.locator(".speaker:visible").count() == 1
    assert page.locator(".speaker:visible h3").inner_text() == "Dewi Anggraini"


def test_copy_as_citation(opened: Open, html: str) -> None:
    page = opened(html, locale="en-GB", permissions=["clipboard-read", "clipboard-write"])
    read = "navigator.clipboard.readText()"
    claim = page.locator(".claim:visible").filter(has_text="Nine people have died").first
    claim.get_by_role("button", name="Copy citation").click()
    page.get_by_role("button", name="Copied").wait_for()
    text = page.evaluate(read)
    assert text.startswith("“Nine people have died after a fire")
    assert "The Strait Ledger, “Nine dead after ferry fire; survivors speak of overcrowding”, 4 Jun 2031" in text
    assert text.endswith("https://straitledger.example/news/ferry-nine-dead")
    page.locator(".finding .head").first.get_by_role("button", name="Copy as Markdown").click()
    until(page, f"async () => (await {read}).startsWith('**')")
    text = page.evaluate(read)
    assert text.startswith("**How many people were on board?** The port lists 131 people on board")
    assert "*(Contested)*" in text
    assert "#finding-" in text


def test_keyboard_alone(opened: Open, html: str) -> None:
    page = opened(html)
    page.keyboard.press("Tab")
    until(page, "document.activeElement.className === 'skip'")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'content'")
    page.keyboard.press("/")
    until(page, "document.activeElement.type === 'search'")
    summary = page.locator(".finding .proof summary").last
    summary.focus()
    proof = page.locator(".finding details.proof").last
    before = proof.get_attribute("open")
    page.keyboard.press("Enter")
    assert proof.get_attribute("open") != before
    page.locator("#lang-id").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.documentElement.lang") == "en"
    outline = page.locator("#lang-en").evaluate("e => getComputedStyle(e.closest('label')).outlineStyle")
    assert outline == "solid"


def test_names_and_roles_for_a_screen_reader(opened: Open, html: str) -> None:
    page = opened(html, locale="en-GB")
    tree = page.locator("body").aria_snapshot()
    for line in ("- banner", "- main", "- navigation", "- search", "- contentinfo", "- complementary"):
        assert line in tree, line
    assert 'heading "Feri terbakar di Selat Randu, empat orang tewas" [level=1]' in tree
    assert 'img "The figure over time: How many people were killed in the Randu Strait?"' in tree
    assert "Berapa orang tewas" not in tree, "words of the other language reach the screen reader"
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, summary')]
          .filter(e => e.checkVisibility() && !(e.closest("label") || e).textContent.trim()).map(e => e.outerHTML)"""
    )
    assert nameless == []


CONTRAST = """() => {
  const light = (c) => { const f = c.map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
    return .2126 * f[0] + .7152 * f[1] + .0722 * f[2]; };
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (colour) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const ground = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] === 255) return c; } return [255, 255, 255, 255]; };
  const bad = [];
  for (const e of document.querySelectorAll('body *')) {
    if (e.closest('svg, script, .sr, .skip') || !e.checkVisibility() || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    const a = light(rgb(getComputedStyle(e).color).slice(0, 3)), b = light(ground(e).slice(0, 3));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) bad.push(ratio.toFixed(2) + ' ' + e.outerHTML.slice(0, 80));
  }
  return bad;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_at_least_aa(opened: Open, html: str, scheme: str) -> None:
    page = opened(html, color_scheme=scheme)
    for details in page.locator("details").all():
        details.evaluate("e => { e.open = true }")
    assert page.evaluate(CONTRAST) == []


def test_light_and_dark_by_system_and_by_hand(opened: Open, html: str) -> None:
    page = opened(html, color_scheme="dark")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(ground) == "rgb(22, 23, 26)"
    page.get_by_label("Terang").check()
    assert page.evaluate(ground) == "rgb(252, 251, 248)"
    page.get_by_label("Gelap").check()
    assert page.evaluate(ground) == "rgb(22, 23, 26)"


WIDE = """() => [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('.wide, .contents, svg, .sr, .skip')
  && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 90))"""


OUTSIDE = """() => [...document.querySelectorAll('svg text')].filter(e => e.checkVisibility()).filter(e => {
  const a = e.getBoundingClientRect(), b = e.closest('svg').getBoundingClientRect(); return a.left < b.left - 2 || a.right > b.right + 6; })
  .map(e => e.textContent)"""


@pytest.mark.parametrize("width", [360, 1280])
def test_words_stay_inside_their_picture(opened: Open, width: int) -> None:
    for dossier in (dossiers.ferry(), dossiers.crowd(20, 18)):
        page = opened(html_page(dossier), width=width)
        assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("name", ["ferry", "hostile", "single", "empty", "crowd"])
def test_a_phone_of_360_pixels_shows_all_of_it(opened: Open, name: str) -> None:
    dossier = dossiers.crowd(20, 18, stories=2) if name == "crowd" else getattr(dossiers, name)()
    page = opened(html_page(dossier), width=360)
    for details in page.locator("details").all():
        details.evaluate("e => { e.open = true }")
    assert page.evaluate(WIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_paper_has_the_evidence_and_not_the_controls(opened: Open, html: str) -> None:
    page = opened(html)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.get_by_role("search").is_visible()
    assert not page.locator(".switches").is_visible()
    for proof in page.locator("details.proof").all():
        assert proof.locator("blockquote").first.is_visible()
    assert not page.locator(".report .full").first.is_visible()
    pdf = page.pdf(prefer_css_page_size=True)
    assert 3 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 16
    page.evaluate("dispatchEvent(new Event('afterprint'))")


def test_several_stories_one_at_a_time(opened: Open) -> None:
    page = opened(html_page(dossiers.crowd(12, 9, stories=3)))
    assert page.locator("article.story:visible").count() == 0
    index = page.locator("#stories")
    page.locator(".stories a").nth(1).click()
    index.wait_for(state="hidden")
    assert page.locator("article.story:visible").count() == 1
    page.get_by_role("link", name="Semua peristiwa").click()
    index.wait_for(state="visible")
    assert page.locator("article.story:visible").count() == 0
    page.locator(".stories a").first.click()
    index.wait_for(state="hidden")
    page.go_back()
    index.wait_for(state="visible")
    assert page.locator("article.story:visible").count() == 0


def test_hostile_text_does_nothing(opened: Open) -> None:
    page = opened(html_page(dossiers.hostile()))
    assert page.locator("img[src=x]").count() == 0
    assert "<img src=x onerror=alert(1)>" in page.locator("h1").inner_text()
    page.get_by_role("searchbox").fill("onerror=alert(1)")
    page.locator(".finding").get_by_role("button").first.click()
    bad = opened(html_page(dossiers.hostile()), fragment="q=<img src=x onerror=alert(9)>&lang=<b>&v=<i>")
    assert bad.locator("img[src=x]").count() == 0


def test_the_policy_stops_a_foreign_script(opened: Open, html: str) -> None:
    page = opened(html.replace("</body>", "<script>document.title = 'run'</script></body>"))
    assert page.title() != "run"
    refused = [line for line in opened.trouble if "Content Security Policy" in line]  # type: ignore[attr-defined]
    assert len(refused) == 1
    opened.trouble.clear()  # type: ignore[attr-defined]


def test_two_hundred_reports_answer_within_a_second(opened: Open) -> None:
    html = html_page(dossiers.crowd(200, 60))
    start = time.perf_counter()
    page = opened(html)
    page.evaluate("document.fonts.ready")
    took = time.perf_counter() - start
    page.get_by_role("searchbox").fill("titik 7")
    assert page.locator(".hits").inner_text() != ""
    assert took < 10, "on a quiet machine it takes about one second"


def test_a_phone_gets_the_sources_as_a_list(opened: Open, html: str) -> None:
    page = opened(html, width=360)
    assert not page.locator("figure.graph").is_visible()
    assert page.locator(".paths").is_visible()
    assert "Nusa → Kabar Teluk" in page.locator(".paths").inner_text()

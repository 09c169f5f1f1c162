"""The page for everybody: axe-core's rules in both languages and lights, the keyboard alone, little motion, paper, 360 pixels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import dossiers
from patience import until
from rujuk.tell.html import html_page

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
PAGES = {
    "ferry": dossiers.ferry,
    "hostile": dossiers.hostile,
    "single": dossiers.single,
    "empty": dossiers.empty,
    "several": lambda: dossiers.crowd(9, 9, stories=3),
}


def _violations(page: Any) -> list[str]:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="needs axe-playwright-python (dependency group test)"
    )
    found = axe.Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{v['id']}: {n['html'][:120]} {n['failureSummary'][:160]}" for v in found for n in v["nodes"]]


def _open_all(page: Any) -> None:
    """Open everything, and lay all of it out: axe measures what the browser has left for later as if it lay on what follows."""
    page.evaluate(
        """() => { document.querySelectorAll('details').forEach(d => { d.open = true });
          document.querySelectorAll('.report').forEach(r => { r.style.contentVisibility = 'visible' }); }"""
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["id-ID", "en-GB"])
def test_axe_finds_nothing_wrong(opened: Open, locale: str, scheme: str) -> None:
    page = opened(html_page(dossiers.ferry()), locale=locale, color_scheme=scheme)
    assert _violations(page) == []
    _open_all(page)
    assert _violations(page) == []


@pytest.mark.parametrize("name", [n for n in PAGES if n != "ferry"])
def test_axe_finds_nothing_wrong_with_unusual_dossiers(opened: Open, name: str) -> None:
    page = opened(html_page(PAGES[name]()))
    assert _violations(page) == []
    if name == "several":
        page.locator(".stories a").first.click()
        page.locator("#stories").wait_for(state="hidden")
        assert _violations(page) == []


def test_axe_finds_nothing_wrong_on_a_phone_and_while_filtered(opened: Open) -> None:
    page = opened(html_page(dossiers.ferry()), width=360, locale="en-GB")
    _open_all(page)
    assert _violations(page) == []
    page.get_by_role("searchbox").fill("feri")
    page.locator(".zoom button[data-day]").first.click()
    assert _violations(page) == []


def test_axe_would_find_something(opened: Open) -> None:
    html = html_page(dossiers.single()).replace("<h1", "<h1><img src='data:,'></h1><h1", 1)
    assert any(line.startswith("image-alt") for line in _violations(opened(html)))


def test_tab_reaches_every_control_once_in_the_order_of_the_page(opened: Open) -> None:
    page = opened(html_page(dossiers.ferry()), locale="en-GB")
    page.evaluate(
        """() => { window.met = []; document.addEventListener('focusin', e => {
          const r = e.target.getBoundingClientRect(); window.met.push([e.target.tagName, r.width > 0 && r.height > 0,
            [e.target, e.target.closest('label')].some(x => x && getComputedStyle(x).outlineStyle !== 'none'), e.target.outerHTML.slice(0, 90)]); }); }"""
    )
    wanted = page.evaluate(
        """() => { const groups = new Set(); return [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
          .filter(e => e.checkVisibility() && e.tabIndex >= 0 && !(e.type === 'radio' && !e.checked)).length; }"""
    )
    for _ in range(wanted):
        page.keyboard.press("Tab")
    met = page.evaluate("window.met")
    assert len(met) == wanted
    assert all(seen for _, seen, _, _ in met)
    assert [html for _, _, outlined, html in met if not outlined] == [], "focus is not to be seen there"


def test_the_whole_way_with_the_keyboard(opened: Open) -> None:
    page = opened(html_page(dossiers.ferry()), locale="en-GB")
    page.locator(".key .sentence a").first.focus()
    page.keyboard.press("Enter")
    until(page, "document.activeElement.matches('.finding')")
    page.locator(".finding .claim:visible").first.get_by_role("link", name="See in the report").focus()
    page.keyboard.press("Enter")
    until(page, "document.activeElement.closest('.full')")
    page.keyboard.press("/")
    page.keyboard.type("manifes")
    until(page, "document.querySelector('.hits').textContent.includes('match')")
    page.keyboard.press("Escape")
    page.locator("select[name=o]").focus()
    page.keyboard.press("ArrowDown")
    until(page, "location.hash.includes('o=')")


def test_who_wants_little_motion_gets_none(opened: Open) -> None:
    page = opened(html_page(dossiers.ferry()), reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);
          return s.animationName !== 'none' || s.transitionDuration.split(',').some(t => parseFloat(t) > 0) || s.scrollBehavior === 'smooth'; }).length"""
    )
    assert moving == 0


PAPER = 680
"""Pixels between the margins of an A4 sheet: 180 mm at 96 pixels an inch."""


@pytest.mark.parametrize("name", ["ferry", "hostile", "single", "empty"])
def test_nothing_is_cut_off_on_paper(opened: Open, name: str) -> None:
    page = opened(html_page(PAGES[name]()), width=PAPER)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    wide = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('svg, .sr, .wide')
          && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 90))"""
    )
    assert wide == []


def test_dark_pages_print_light(opened: Open) -> None:
    page = opened(html_page(dossiers.ferry()), color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert ink == "rgb(27, 26, 24)"

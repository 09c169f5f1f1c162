"""Filters, the zoom into days, kinds of marks, permalinks: each with its state in the address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import dossiers
from patience import until
from rujuk.model.dossier import Dossier
from rujuk.tell.html import html_page

pytestmark = pytest.mark.browser

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def ferry() -> Dossier:
    return dossiers.ferry()


@pytest.fixture(scope="module")
def html(ferry: Dossier) -> str:
    return html_page(ferry)


def _hash(page: Any) -> str:
    return str(page.evaluate("decodeURIComponent(location.hash)"))


def _outlets(page: Any) -> list[str]:
    return list(page.locator(".report:visible .outlet").all_text_contents())


def test_by_outlet_speaker_and_language_and_the_address_keeps_each(opened: Open, html: str) -> None:
    page = opened(html, locale="en-GB")
    page.get_by_role("combobox", name="Outlet", exact=True).select_option(label="Berita Lontar (1)")
    assert _outlets(page) == ["Berita Lontar"]
    assert "o=Berita Lontar" in _hash(page)
    again = opened(html, fragment=_hash(page)[1:].replace(" ", "%20"))
    assert _outlets(again) == ["Berita Lontar"]
    again.get_by_role("button", name="Clear").click()
    assert len(_outlets(again)) == 6
    assert "o=" not in _hash(again)
    again.get_by_label("Language of the report").select_option(label="English (2)")
    assert _outlets(again) == ["The Strait Ledger", "Meridian Post"]
    again.get_by_label("Speaker or origin").select_option(label="Dewi Anggraini (1)")
    assert _outlets(again) == []
    again.get_by_label("Language of the report").select_option(label="All")
    assert _outlets(again) == ["Harian Selatan"]
    assert again.locator(".speaker:visible h3").all_inner_texts() == ["Dewi Anggraini"]
    assert "match" in again.locator(".hits").inner_text()


def test_the_words_of_the_choices_follow_the_language(opened: Open, html: str) -> None:
    page = opened(html, locale="en-GB")
    choices = page.locator("select[name=l] option")
    assert choices.all_inner_texts() == ["All", "Indonesian (4)", "English (2)"]
    page.locator("#lang-id").check()
    assert choices.all_inner_texts() == ["Semua", "Indonesia (4)", "Inggris (2)"]
    page.locator("select[name=l]").select_option("1")
    page.locator("#lang-en").check()
    assert page.locator("select[name=l]").input_value() == "1"


def test_an_address_with_an_unknown_outlet_shows_nothing_and_can_be_cleared(opened: Open, html: str) -> None:
    page = opened(html, fragment="o=Nobody&s=%3Cb%3E", locale="en-GB")
    assert _outlets(page) == []
    page.get_by_role("button", name="Clear").click()
    assert len(_outlets(page)) == 6


def _days(page: Any) -> int:
    return int(page.locator(".timeline > li:visible").count())


def test_zoom_into_a_day_and_out_again(opened: Open, html: str, ferry: Dossier) -> None:
    page = opened(html, locale="en-GB")
    whole = _days(page)
    strip = page.get_by_role("toolbar", name="Zoom by day")
    first = strip.locator("[data-day]").first
    assert first.get_attribute("aria-pressed") == "false"
    first.click()
    assert first.get_attribute("aria-pressed") == "true"
    assert 0 < _days(page) < whole
    assert "d=2031-06-0" in _hash(page)
    assert page.locator(".timeline details:visible q").first.is_visible(), "the sentences stand open at this depth"
    strip.locator("[data-day]").last.click(modifiers=["Shift"])
    assert _days(page) == whole
    assert ".." in _hash(page)
    strip.get_by_role("button", name="All days").click()
    assert _days(page) == whole
    assert "d=" not in _hash(page)
    assert not page.locator(".timeline details:visible q").first.is_visible()


def test_zoom_with_the_keyboard(opened: Open, html: str) -> None:
    page = opened(html, locale="en-GB")
    whole = _days(page)
    page.get_by_role("button", name="All days").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert _days(page) < whole
    one = _hash(page)
    page.keyboard.press("Shift+ArrowRight")
    assert ".." in _hash(page)
    page.keyboard.press("Escape")
    assert _days(page) == whole
    assert page.evaluate("document.activeElement.dataset.all") == ""
    again = opened(html, fragment=one[1:], locale="en-GB")
    assert _days(again) < whole


def test_planned_and_disputed_lines_say_so_in_words(opened: Open, html: str) -> None:
    page = opened(html, locale="en-GB")
    assert page.locator(".timeline .planned .tag").first.inner_text() == "planned"
    assert page.locator(".zoom .dot.planned").count() == page.locator(".timeline > li.planned").count()


def test_marks_are_switched_off_one_by_one(opened: Open, html: str) -> None:
    page = opened(html, locale="en-GB")
    page.evaluate("document.querySelectorAll('.report details').forEach(d => { d.open = true })")
    ground = "e => getComputedStyle(e).backgroundColor"
    line = "e => getComputedStyle(e).borderBottomColor"
    figure, name, quote = (
        page.locator(".full mark.c:not(.q, .r)").first,
        page.locator(".full .w").first,
        page.locator(".full span.q").first,
    )
    assert figure.evaluate(ground) == "rgb(255, 228, 143)"
    page.get_by_role("checkbox", name="figure").uncheck()
    assert figure.evaluate(ground) == "rgba(0, 0, 0, 0)"
    assert quote.evaluate(ground) != "rgba(0, 0, 0, 0)"
    page.get_by_role("checkbox", name="quote").uncheck()
    assert quote.evaluate(ground) == "rgba(0, 0, 0, 0)"
    assert name.evaluate(line) != "rgba(0, 0, 0, 0)"
    page.get_by_role("checkbox", name="name").uncheck()
    assert name.evaluate(line) == "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("kind", ["finding", "claim", "report"])
def test_a_permalink_to_each_kind_of_thing(opened: Open, html: str, kind: str) -> None:
    page = opened(html, locale="en-GB")
    things = page.locator(f".{kind}[id]")
    for at in (0, things.count() - 1):
        name = things.nth(at).get_attribute("id")
        there = opened(html, fragment=name, locale="en-GB")
        thing = there.locator(f"#{name}")
        assert thing.is_visible()
        box = thing.bounding_box()
        assert box is not None
        assert -1 <= box["y"] < 900
        assert "hit" in (thing.get_attribute("class") or "")


def test_from_a_quote_to_its_words_in_the_report(opened: Open, html: str) -> None:
    page = opened(html, locale="en-GB")
    quote = page.locator(".sayings > li").filter(has_text="We are still counting").first
    quote.get_by_role("link", name="The Strait Ledger").click()
    until(page, "document.activeElement.id.startsWith('said-')")
    assert "We are still counting" in page.evaluate("document.activeElement.closest('p').textContent")


def test_copy_a_report_and_a_sentence_as_markdown(opened: Open, html: str) -> None:
    page = opened(html, locale="en-GB", permissions=["clipboard-read", "clipboard-write"])
    read = "navigator.clipboard.readText()"
    report = page.locator(".report").filter(has_text="What we know about").first
    report.locator("summary").first.click()
    report.get_by_role("button", name="Copy as Markdown").click()
    until(page, f"async () => (await {read}).includes('Meridian')")
    assert page.evaluate(read) == "Meridian Post, “What we know about the Randu Strait ferry fire”, 5–7 Jun 2031"
    claim = page.locator(".claim:visible").filter(has_text="Nine people have died").first
    claim.get_by_role("button", name="Copy as Markdown").click()
    until(page, f"async () => (await {read}).startsWith('>')")
    text = page.evaluate(read)
    assert (
        "> — The Strait Ledger, [Nine dead after ferry fire; survivors speak of overcrowding](<https://straitledger.example/news/ferry-nine-dead>), 4 Jun 2031"
        in text
    )


def test_the_map_does_not_speak_and_its_caption_does(opened: Open) -> None:
    dossier = dossiers.ferry()
    from dataclasses import replace

    from rujuk.model.claim import Place

    story = replace(dossier.stories[0], places=(Place(name="Bandung", id="geonames:1650357", within=("iso3166:ID",)),))
    page = opened(html_page(replace(dossier, stories=(story,))), locale="en-GB")
    assert page.locator("figure.map svg").is_visible()
    assert page.locator("figure.map svg").get_attribute("aria-hidden") == "true"
    assert "GeoNames" in page.locator("figure.map figcaption").inner_text()

"""Very many reports: texts wait until they are wanted, and everything can still be reached."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import dossiers
from patience import until
from rujuk.tell import html as page_writer
from rujuk.tell.html import html_page

pytestmark = pytest.mark.browser

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def heavy() -> str:
    return html_page(dossiers.crowd(page_writer.HEAVY + 1, 12))


def test_texts_wait_in_templates_and_come_when_a_report_is_opened(opened: Open, heavy: str) -> None:
    page = opened(heavy, locale="en-GB")
    assert page.locator("div.full").count() == 0
    report = page.locator(".report").first
    report.locator("summary").first.click()
    report.locator(".full p").first.wait_for()
    assert page.locator("div.full").count() == 1


def test_a_sentence_is_reached_in_a_text_that_waits(opened: Open, heavy: str) -> None:
    page = opened(heavy, locale="en-GB")
    page.locator(".finding").first.evaluate("e => e.querySelectorAll('details').forEach(d => { d.open = true })")
    page.locator(".finding").first.get_by_role("link", name="See in the report").first.click()
    until(page, "document.activeElement.matches('[id^=in-]')")
    assert page.locator("div.full").count() == 1
    again = opened(heavy, fragment=page.evaluate("location.hash")[1:], locale="en-GB")
    assert again.evaluate("document.activeElement.id").startswith("in-")


def test_search_looks_into_texts_that_wait(opened: Open, heavy: str) -> None:
    page = opened(heavy, locale="en-GB")
    page.get_by_role("searchbox").fill("kabar dari pelabuhan")
    assert page.locator(".report:visible").count() > 100


def test_two_thousand_reports_open(opened: Open) -> None:
    page = opened(html_page(dossiers.crowd(2000, 30)), locale="en-GB", patience=30_000)
    assert page.get_by_role("heading", name="What matters most").is_visible()
    page.get_by_role("searchbox").fill("Laporan 1999")
    assert page.locator(".report:visible").count() == 1

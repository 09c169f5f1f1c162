"""What reports bring along can be seen and does nothing: mark-up, scripts, addresses, directions of writing, names without end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

import dossiers
from patience import until
from rujuk.model.claim import Place
from rujuk.model.dossier import Dossier
from rujuk.model.report import Outlet
from rujuk.tell.html import html_page

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

ADDRESSES = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "\x01javascript:alert(1)", "vbscript:x",
    "data:text/html,<script>alert(1)</script>", "file:///etc/passwd", "//evil.example/x", "blob:x", "about:blank", "ftp://x.example/",
]  # fmt: skip
OUTLETS = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", "{{ 7 * 7 }}{% raw %}", "]]>--><!--", "</option></select><img src=x>",
    "\u202eold-fdp.example", "<svg/onload=alert(1)>", "`${alert(1)}`", "a" * 400, "&lt;b&gt;", "\u0000\u0007",
]  # fmt: skip


def _with(url: str | None = None, outlet: str | None = None, title: str | None = None, text: str | None = None) -> Dossier:
    """The ferry's dossier with one report's head data replaced."""
    dossier = dossiers.ferry()
    first = dossier.reports[0]
    report = first.report
    changed = replace(
        report,
        url=url or report.url,
        outlet=Outlet(name=outlet) if outlet else report.outlet,
        title=title or report.title,
        text=(report.text + "\n" + text) if text else report.text,
    )
    return replace(dossier, reports=(replace(first, report=changed), *dossier.reports[1:]))


def _foreign(page: Any) -> list[str]:
    """Elements and attributes that the page itself never writes."""
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll('body *')].filter(e => /^(IMG|IFRAME|OBJECT|EMBED|BASE|LINK|META|AUDIO|VIDEO|FORM)$/.test(e.tagName)
              && !e.matches('form.filter') || [...e.attributes].some(a => a.name.startsWith('on') || a.name === 'style' || a.name === 'src')).map(e => e.outerHTML.slice(0, 99))"""
        )
    )


def _links(page: Any) -> set[str]:
    return set(page.evaluate("[...document.querySelectorAll('a')].map(a => new URL(a.href, 'file:///x').protocol)"))


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_no_web_page_is_no_link(opened: Open, address: str) -> None:
    page = opened(html_page(_with(url=address)))
    assert _links(page) <= {"file:", "https:", "http:"}
    assert page.locator(".report[data-url]").first.get_attribute("data-url") == ""
    assert _foreign(page) == []


@pytest.mark.parametrize("name", OUTLETS)
def test_an_outlet_of_any_name_stays_words_everywhere(opened: Open, name: str) -> None:
    page = opened(html_page(_with(outlet=name, title=name, text=name)), locale="en-GB")
    assert _foreign(page) == []
    plain = name.replace("\u0000", "\ufffd").replace("\u0007", "\ufffd")
    assert plain in page.locator(".report .outlet").all_text_contents()
    options = page.locator("select[name=o] option")
    at = next(i for i in range(options.count()) if (options.nth(i).get_attribute("data-name") or "") == plain)
    page.locator("select[name=o]").select_option(index=at)
    assert page.locator(".report:visible").count() == 1
    again = opened(page.content(), fragment=page.evaluate("location.hash")[1:], locale="en-GB")
    assert _foreign(again) == []


def test_a_name_without_end_stays_inside_on_every_width(opened: Open) -> None:
    long = "Kementerian" * 40
    dossier = _with(outlet=long, title=long, text=long)
    story = replace(dossier.stories[0], title=long, places=(Place(name=long, id="geonames:1650357"),))
    for width in (360, 1280):
        page = opened(html_page(replace(dossier, stories=(story,))), width=width)
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_words_that_turn_the_line_turn_only_themselves(opened: Open) -> None:
    page = opened(html_page(_with(outlet="\u202eevil", title="\u202eretal")), locale="en-GB")
    directions = page.evaluate(
        """() => [...document.querySelectorAll('.report .outlet, .report h3, q, .trail a, .origin .name, option')].map(e => getComputedStyle(e).unicodeBidi)"""
    )
    assert set(directions) <= {"isolate", "plaintext", "isolate-override"}


def test_the_clipboard_gets_no_live_markdown(opened: Open) -> None:
    page = opened(
        html_page(_with(title="](javascript:alert(1)) [x", url="https://x.example/a>b c")), locale="en-GB",
        permissions=["clipboard-read", "clipboard-write"],
    )  # fmt: skip
    report = page.locator(".report").first
    report.locator("summary").first.click()
    report.get_by_role("button", name="Copy as Markdown").click()
    until(page, "async () => (await navigator.clipboard.readText()).includes('x.example')")
    text = page.evaluate("navigator.clipboard.readText()")
    assert "](javascript:" not in text.replace("\\](", "")
    assert "(<https://x.example/a%3Eb%20c>)" in text


@pytest.mark.parametrize(
    "fragment", ["q=%E0%A4%A", "d=..&v=,,&o=%00", "in-x&s=<img src=x>", "said-&d=9999", "__proto__=1&constructor=2", 'finding-"]']
)
def test_a_broken_address_does_no_harm(opened: Open, fragment: str) -> None:
    page = opened(html_page(dossiers.ferry()), fragment=fragment, locale="en-GB")
    assert page.get_by_role("heading", name="What matters most").is_visible()
    assert _foreign(page) == []

"""The page: what stands in it, and what can never stand in it."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
import time
from dataclasses import replace
from html.parser import HTMLParser

import pytest

import dossiers
from rujuk.model.claim import ClaimKind
from rujuk.model.dossier import Dossier
from rujuk.tell.html import HEAVY, html_page

VOID = {"meta", "link", "input", "br", "img"}


class Outline(HTMLParser):
    """Reads a page as a browser would: elements, ids, links, and whether every element is closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.scripts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack, f"</{tag}> closes nothing"
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.stack and self.stack[-1] in ("script", "style"):
            self.scripts.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.elements if name == tag]

    @property
    def ids(self) -> list[str]:
        return [i for _, attrs in self.elements if (i := attrs.get("id"))]


ALL = {
    "ferry": dossiers.ferry,
    "hostile": dossiers.hostile,
    "single": dossiers.single,
    "empty": dossiers.empty,
    "several": lambda: dossiers.crowd(12, 9, stories=3),
}


@pytest.fixture(scope="module", params=sorted(ALL))
def page(request: pytest.FixtureRequest) -> str:
    return html_page(ALL[request.param]())


def test_elements_close_in_order_and_ids_are_unique(page: str) -> None:
    outline = Outline(page)
    assert outline.stack == []
    assert len(outline.ids) == len(set(outline.ids))


def test_every_link_in_the_page_leads_somewhere(page: str) -> None:
    outline = Outline(page)
    ids = set(outline.ids)
    broken = [
        h for tag in ("a", "use") for a in outline.all(tag) if (h := a.get("href") or "").startswith("#") and h[1:] not in ids
    ]
    assert broken == []


def test_what_names_another_element_names_one_that_is_there(page: str) -> None:
    outline = Outline(page)
    ids = set(outline.ids)
    for key in ("aria-labelledby", "aria-describedby"):
        for _, attrs in outline.elements:
            assert set((attrs.get(key) or "").split()) <= ids


def test_nothing_is_loaded_from_elsewhere(page: str) -> None:
    outline = Outline(page)
    assert not [
        a
        for _, attrs in outline.elements
        for a in attrs
        if a.startswith("on") or a in ("src", "srcset", "style", "action", "formaction")
    ]
    assert {tag for tag, _ in outline.elements}.isdisjoint({"img", "iframe", "object", "embed", "base", "audio", "video"})
    assert [a["href"] for a in outline.all("link")] == ["data:,"]
    for link in outline.all("a"):
        assert (link["href"] or "").startswith(("#", "https://", "http://"))


def test_the_policy_names_exactly_the_style_and_the_script_that_stand_there(page: str) -> None:
    outline = Outline(page)
    policy = next(a["content"] for a in outline.all("meta") if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    style, script = outline.scripts
    for name, content in (("style-src", style), ("script-src", script)):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy
    assert len(outline.all("script")) == len(outline.all("style")) == 1


def test_headings_go_down_one_step_at_a_time(page: str) -> None:
    levels = [int(tag[1]) for tag, _ in Outline(page).elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    for a, b in itertools.pairwise(levels):
        assert b <= a + 1


def test_hostile_text_stays_text() -> None:
    page = html_page(dossiers.hostile())
    outline = Outline(page)
    assert "<img" not in page
    assert "<svg onload" not in page
    assert "javascript:" not in page
    assert "49" not in re.findall(r"`(\d+)", page), "a template inside the text was run"
    assert page.count("&lt;img src=x onerror=alert(1)&gt;") > 20
    assert len(outline.scripts) == 2


def test_control_characters_become_visible_and_harmless() -> None:
    desk = dossiers.Desk("A\x00B\x1b", "id", dossiers.on(1), "Judul\x07", "Teks \x85 lain.")
    story = dossiers.Story(id="story:1", title="Judul\x0b", reports=(desk.id,))
    page = html_page(dossiers.Dossier(generator=dossiers.GENERATOR, reports=(desk.done(),), stories=(story,), failures=()))
    assert not re.search(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]", page)
    assert "A\ufffdB\ufffd" in page


def test_texts_wait_in_templates_only_in_very_large_stories() -> None:
    assert "<template" not in html_page(dossiers.crowd(12, 6))
    heavy = html_page(dossiers.crowd(HEAVY + 1, 6))
    assert heavy.count('<template class="wait"><div class="full"') == HEAVY + 1
    assert heavy.count("<template") == heavy.count("</template>")


def test_same_dossier_same_bytes() -> None:
    assert html_page(dossiers.ferry()) == html_page(dossiers.ferry())


def test_no_day_of_today_in_the_page() -> None:
    assert time.strftime("%Y-%m-%d") not in html_page(dossiers.ferry())


def _text(page: str) -> str:
    return re.sub(r"<[^>]+>", "", page.split("<main", 1)[1])


def test_the_page_tells_all_there_is() -> None:
    dossier = dossiers.ferry()
    page = html_page(dossier)
    text = _text(page)
    story = dossier.stories[0]
    for finding in story.findings:
        assert f'id="finding-{finding.id.partition(":")[2]}"' in page
        assert finding.question.id in text
        assert finding.question.en in text
    for claim in (c for f in story.findings for c in f.claims):
        digest = claim.partition(":")[2]
        assert page.count(f'id="claim-{digest}"') == 1
        assert page.count(f'id="in-{digest}"') == 1
    for marked in dossier.reports:
        for line in marked.report.text.split("\n"):
            assert _escaped(line) in text
    for failure in dossier.failures:
        assert failure.source in text
    for alert in story.alerts:
        assert _escaped(alert.detail.en) in text
    for entry in story.timeline:
        assert entry.text.id in text


def _escaped(words: str) -> str:
    from markupsafe import escape

    return str(escape(words))


def test_groups_are_told_in_their_order() -> None:
    page = html_page(dossiers.ferry())
    places = [page.index(f'id="g-{name}-') for name in ("disputed", "changed", "stands", "one", "background")]
    assert places == sorted(places)


def test_the_first_screen_has_the_weightiest_findings_and_their_verdicts() -> None:
    page = html_page(dossiers.ferry())
    key = page.split('class="key"')[1].split("</section>")[0]
    assert key.count("<li>") == 6
    assert key.index("Killed: 14") < key.index("The port lists 131")
    assert "Contested" in key
    assert "Bertentangan" in key


def test_a_statement_has_no_figure() -> None:
    desk = dossiers.Desk("A", "id", dossiers.on(1), "Judul", "Jalan raya ditutup. Warga menunggu.")
    desk.claim("x", "Jalan raya ditutup.", None)
    claim = replace(desk.claims[0], kind=ClaimKind.STATEMENT, measure=None, value=None)
    desk.claims = [claim]
    origin = dossiers.Origin(name="A", kind=dossiers.SourceKind.OUTLET, claims=(claim.id,), reports=(desk.id,))
    words = dossiers.two("“Jalan raya ditutup.”", "“Jalan raya ditutup.”")
    found = dossiers.finding("", dossiers.Status.SINGLE_REPORT, words, words, (origin,), None)
    found = replace(found, kind=ClaimKind.STATEMENT, measure=None)
    story = dossiers.Story(id="story:1", title="x", reports=(desk.id,), findings=(found,))
    page = html_page(dossiers.Dossier(generator=dossiers.GENERATOR, reports=(desk.done(),), stories=(story,), failures=()))
    assert "tanpa angka" not in page
    assert '<q lang="id">Jalan raya ditutup.</q>' in page
    assert f'<span class="s" id="in-{claim.id.partition(":")[2]}">' in page


def test_charts_only_where_a_figure_moved_or_origins_differ() -> None:
    page = html_page(dossiers.ferry())
    assert page.count('<svg class="chart"') == 2 * 5
    assert "The figure over time: How many people were killed" in page
    assert "The figure by origin: How many people were on board?" in page


def test_several_stories_open_on_an_index() -> None:
    page = html_page(dossiers.crowd(12, 9, stories=3))
    assert page.count('<article class="story"') == 3
    assert page.index('id="stories"') < page.index('<article class="story"')
    assert 'id="stories"' not in html_page(dossiers.ferry())


def _size_and_time(dossier: Dossier) -> tuple[int, float]:
    html_page(dossiers.single())
    start = time.perf_counter()
    page = html_page(dossier)
    return len(page.encode()), time.perf_counter() - start


def test_two_hundred_reports_stay_below_three_megabytes() -> None:
    size, seconds = _size_and_time(dossiers.crowd(200, 60))
    assert size < 3_000_000
    assert seconds < 5


def test_a_small_page_is_quick() -> None:
    size, seconds = _size_and_time(dossiers.ferry())
    assert size < 200_000
    assert seconds < 0.5, "a page of six reports takes about 0.02 s"

"""Pictures of a finding's figures: when there is one, which, and what it holds."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import dossiers
from rujuk.model.claim import Polarity
from rujuk.model.story import Finding, Story
from rujuk.tell.axis import Scale, shape, ticks
from rujuk.tell.charts import chart, chart_kind
from rujuk.tell.claims import OriginView, view_origins
from rujuk.tell.lookup import Lookup


def _story() -> tuple[Story, Lookup]:
    dossier = dossiers.ferry()
    return dossier.stories[0], Lookup.of(dossier)


def _views(index: int) -> tuple[Finding, tuple[OriginView, ...]]:
    story, lookup = _story()
    finding = story.findings[index]
    return finding, view_origins(finding.origins, lookup, story.reuse)


@pytest.mark.parametrize(("index", "kind"), [(0, "time"), (1, "side"), (2, "time"), (3, "time"), (4, "side"), (5, ""), (6, "")])
def test_which_picture(index: int, kind: str) -> None:
    assert chart_kind(*_views(index)) == kind


def test_over_time_has_signs_line_hedges_and_words() -> None:
    finding, views = _views(0)
    svg = chart(finding, views, "time", "en")
    assert svg.count("<circle") == 5, "the headline's 4 and the bodies' at least 4, 9, 14, at least 14"
    assert '<path class="line"' in svg
    assert svg.count('class="arrow') == 2
    assert 'class="o0 old"' in svg
    assert ">at least 14<" in svg
    assert ">3 Jun<" in svg
    assert "Rahma Suryani: 9, 4 June 2031" in svg


def test_indonesian_picture() -> None:
    finding, views = _views(4)
    assert "sekitar 30" in chart(finding, views, "side", "id")


def test_side_by_side_has_one_row_an_origin_and_figure() -> None:
    finding, views = _views(1)
    svg = chart(finding, views, "side", "en")
    assert svg.count('class="name"') == 2
    assert svg.count("<circle") == 1
    assert svg.count("<rect") == 2 + 1, "two ranges and one square sign"
    assert "Syahbandar Tanjung Kelor" in svg


def test_a_denied_figure_is_not_drawn() -> None:
    finding, views = _views(1)
    denied = tuple(
        replace(v, shown=tuple(replace(c, claim=replace(c.claim, polarity=Polarity.DENIED)) for c in v.shown), more=())
        if v.index
        else v
        for v in views
    )
    assert chart_kind(finding, denied) == ""


def test_everything_stays_inside_the_picture() -> None:
    for index, kind in ((0, "time"), (1, "side"), (2, "time"), (4, "side")):
        finding, views = _views(index)
        svg = chart(finding, views, kind, "en")
        width, height = re.findall(r'viewBox="0 0 (\S+) (\S+)"', svg)[0]
        for x, y in re.findall(r'<text x="([\d.-]+)" y="([\d.-]+)"', svg):
            assert 0 <= float(x) <= float(width)
            assert 0 <= float(y) <= float(height)


def test_a_label_that_fits_neither_side_stands_above() -> None:
    a = dossiers.Desk("A", "en", dossiers.on(1), "T", "tens of thousands marched")
    b = dossiers.Desk("B", "en", dossiers.on(1), "T", "about 90,000 marched")
    vague = a.claim("protesters", "tens of thousands", None, low=20000, high=99999)
    sharp = b.claim("protesters", "about 90,000", 90000, low=1000, high=99999, mod=dossiers.Mod.APPROX)
    origins = tuple(
        dossiers.Origin(name=d.outlet, kind=dossiers.SourceKind.OUTLET, claims=(c,), reports=(d.id,))
        for d, c in ((a, vague), (b, sharp))
    )
    words = dossiers.two("Berapa?", "How many?")
    found = dossiers.finding("protesters", dossiers.Status.CONTESTED, words, words, origins, dossiers.sure(1, dossiers.on(1)))
    dossier = dossiers.Dossier(generator=dossiers.GENERATOR, reports=(a.done(), b.done()), stories=(), failures=())
    svg = chart(found, view_origins(origins, Lookup.of(dossier), ()), "side", "en")
    labels = re.findall(r'<text x="([\d.-]+)" y="[\d.-]+" class="value"( text-anchor="end")?>([^<]+)<', svg)
    assert {w for _, _, w in labels} == {"tens of thousands", "about 90,000"}
    for x, end, w in labels:
        assert (float(x) - len(w) * 9.5 if end else float(x)) >= 0
        assert (float(x) if end else float(x) + len(w) * 9.5) <= 520


def test_words_in_a_picture_are_escaped() -> None:
    dossier = dossiers.hostile()
    story = dossier.stories[0]
    views = view_origins(story.findings[0].origins, Lookup.of(dossier), ())
    finding = story.findings[0]
    svg = chart(finding, views, chart_kind(finding, views), "en")
    assert "<img" not in svg
    assert "&lt;img" in svg


def test_ticks_are_round_and_inside() -> None:
    assert ticks(0, 15.1) == [0, 5, 10, 15]
    assert ticks(0, 10_800) == [0, 5000, 10000]
    assert ticks(4.7, 5.3) == pytest.approx([4.8, 5.0, 5.2])
    assert ticks(3, 3) == [3]


def test_scale_holds_values_at_its_ends() -> None:
    scale = Scale(low=0, high=10, start=100, end=0)
    assert (scale.at(0), scale.at(5), scale.at(20), scale.at(-3)) == (100, 50, 0, 100)


def test_no_two_of_36_origins_share_shape_and_colour() -> None:
    drawn = [shape(i, 0, 0, 6) for i in range(37)]
    assert len(set(drawn[:36])) == 36
    assert drawn[36] == drawn[0]
    assert len({d.replace(f"o{i}", "") for i, d in enumerate(drawn[:6])}) == 6


def test_a_long_silence_is_cut_from_the_axis_and_shown_as_cut() -> None:
    finding, views = _views(0)
    assert 'class="cut"' not in chart(finding, views, "time", "en")
    moved = []
    for view in views:
        late = [
            replace(v, claim=replace(v.claim, as_of=dossiers.on(28))) if v.claim.as_of == dossiers.on(5) else v
            for v in view.shown
        ]
        moved.append(replace(view, shown=tuple(late)))
    history = tuple(replace(p, as_of=dossiers.on(28)) if p.as_of == dossiers.on(5) else p for p in finding.history)
    svg = chart(replace(finding, history=history), tuple(moved), "time", "en")
    assert svg.count('class="cut"') == 1
    assert "28 Jun" in svg

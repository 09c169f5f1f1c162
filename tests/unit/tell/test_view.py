"""What the page works out beforehand: reuse side by side, the table of who reports what, numbers of the first screen."""

from __future__ import annotations

from dataclasses import replace

import dossiers
from rujuk.model.claim import ClaimKind
from rujuk.model.story import Passage, Piece, Reuse, ReuseKind
from rujuk.tell.lookup import Lookup
from rujuk.tell.view import StoryView, view_story

TEXT = "Feri itu terbakar di tengah selat pada pagi hari ketika kapal penuh penumpang menurut petugas pelabuhan setempat."


def _reuse(*places: tuple[int, int]) -> StoryView:
    a = dossiers.Desk("A", "id", dossiers.on(1), "Satu", TEXT)
    b = dossiers.Desk("B", "id", dossiers.on(2), "Dua", TEXT)
    passages = tuple(Passage(source=Piece(start=x, end=y), target=Piece(start=x, end=y)) for x, y in places)
    pair = Reuse(source=a.id, target=b.id, kind=ReuseKind.EXCERPT, share=0.5, passages=passages)
    story = dossiers.Story(id="story:1", title="x", reports=(a.id, b.id), reuse=(pair,))
    return view_story(
        story,
        Lookup.of(dossiers.Dossier(generator=dossiers.GENERATOR, reports=(a.done(), b.done()), stories=(story,), failures=())),
    )


def test_passages_close_to_each_other_are_one_row_with_two_marks() -> None:
    (pair,) = _reuse((0, 17), (TEXT.index("tengah"), TEXT.index(" pada"))).reuse
    ((source, target),) = pair.passages
    assert [p.text for p in source if p.kinds] == ["Feri itu terbakar", "tengah selat"]
    assert source == target
    assert "".join(p.text for p in source).startswith("Feri itu terbakar di tengah selat pada")


def test_passages_far_apart_are_rows_of_their_own_cut_at_words() -> None:
    text = TEXT
    (pair,) = _reuse((0, 8), (100, 112)).reuse
    assert len(pair.passages) == 2
    framed = "".join(p.text for p in pair.passages[1][0])
    assert text.endswith(framed)
    assert text[text.index(framed) - 1] == " "


def test_a_passage_beyond_the_text_does_no_harm() -> None:
    (pair,) = _reuse((90, 500)).reuse
    assert "".join(p.text for p in pair.passages[0][0]).endswith("setempat.")


def test_the_table_holds_the_latest_figure_of_each_report() -> None:
    dossier = dossiers.ferry()
    view = view_story(dossier.stories[0], Lookup.of(dossier))
    row = next(r for r in view.matrix if r.finding.measure == "missing")
    assert [c.en if c else "" for c in row.cells] == ["", "", "", "", "", "28"]
    assert [r.number for r in view.matrix_reports] == [1, 2, 3, 4, 5, 6]


def test_statements_are_not_in_the_table_of_figures() -> None:
    dossier = dossiers.ferry()
    story = dossier.stories[0]
    told = replace(story, findings=(replace(story.findings[0], kind=ClaimKind.STATEMENT), *story.findings[1:]))
    assert len(view_story(told, Lookup.of(dossier)).matrix) == len(story.findings) - 1


def test_counts_of_the_first_screen() -> None:
    dossier = dossiers.ferry()
    view = view_story(dossier.stories[0], Lookup.of(dossier))
    assert (len(view.reports), view.outlets, view.origins, view.languages) == (6, 6, 1, ("en", "id"))
    assert [s.value for s, _ in view.verdicts] == ["contested", "updated", "revised", "agreed", "single-origin", "single-report"]
    assert view.language == "id"


def test_the_start_of_a_text_is_shown_before_the_passage() -> None:
    (pair,) = _reuse((5, 17)).reuse
    assert "".join(p.text for p in pair.passages[0][0]).startswith("Feri itu terbakar")


def test_of_very_many_copies_the_largest_are_shown_and_the_rest_counted() -> None:
    dossier = dossiers.crowd(22, 9)
    ids = [m.report.id for m in dossier.reports]
    pairs = tuple(
        Reuse(
            source=a,
            target=b,
            kind=ReuseKind.SYNDICATED,
            share=(i + j) / 100,
            passages=(Passage(source=Piece(start=0, end=40), target=Piece(start=0, end=40)),),
        )
        for i, a in enumerate(ids)
        for j, b in enumerate(ids)
        if i < j
    )
    view = view_story(replace(dossier.stories[0], reuse=pairs), Lookup.of(dossier))
    assert len(view.reuse) == 200
    assert view.more_reuse == len(pairs) - 200
    assert [bool(r.passages) for r in view.reuse].count(True) == 40
    assert view.reuse[0].reuse.share == max(p.share for p in pairs)

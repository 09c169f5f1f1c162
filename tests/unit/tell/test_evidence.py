"""Sentences around evidence, and texts cut at crossing marks."""

from __future__ import annotations

from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Sentence
from rujuk.model.report import Report
from rujuk.model.span import Span, Where
from rujuk.tell.evidence import LONGEST, Mark, cut, marked_text, sentence_of

TEXT = "Hujan turun. Tiga orang luka, kata warga.\nJalan ditutup."


def _report(text: str = TEXT, title: str | None = None, sentences: tuple[Sentence, ...] = ()) -> MarkedReport:
    return MarkedReport(report=Report(id="report:1", source="a.txt", title=title, text=text), sentences=sentences)


def _span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), exact=words)


def test_sentence_is_cut_at_the_evidence() -> None:
    marked = _report(sentences=(Sentence(span=_span("Tiga orang luka, kata warga."), paragraph=0),))
    found = sentence_of(marked, _span("orang luka"))
    assert (found.before, found.mark, found.after, found.title) == ("Tiga ", "orang luka", ", kata warga.", False)


def test_without_sentences_the_line_is_given() -> None:
    assert sentence_of(_report(), _span("Tiga orang luka")).whole == "Hujan turun. Tiga orang luka, kata warga."


def test_evidence_in_the_headline() -> None:
    span = Span(start=0, end=9, exact="Tiga luka", where=Where.TITLE)
    found = sentence_of(_report(title="Tiga luka di jalan"), span)
    assert (found.mark, found.after, found.title) == ("Tiga luka", " di jalan", True)


def test_a_very_long_sentence_is_shortened_around_its_evidence() -> None:
    text = "kata " * 400 + "DUA TEWAS" + " lagi" * 400
    found = sentence_of(_report(text), _span("DUA TEWAS", text))
    assert found.mark == "DUA TEWAS"
    assert len(found.whole) <= LONGEST + 10
    assert found.before.startswith("… ")
    assert found.after.endswith(" …")


def test_crossing_marks_are_cut_into_pieces_that_give_the_text_back() -> None:
    marks = [
        Mark(start=0, end=5, kind="q"),
        Mark(start=3, end=8, kind="c", anchor="in-1", link="claim-1"),
        Mark(start=4, end=5, kind="n"),
    ]
    pieces = cut("abcdefghij", marks)
    assert "".join(p.text for p in pieces) == "abcdefghij"
    assert [(p.text, p.kinds) for p in pieces] == [("abc", "q"), ("d", "cq"), ("e", "cnq"), ("fgh", "c"), ("ij", "")]
    assert [p.anchors for p in pieces] == [(), ("in-1",), (), (), ()]


def test_two_claims_on_the_same_words_keep_both_anchors() -> None:
    marks = [Mark(start=1, end=3, kind="c", anchor="in-1"), Mark(start=1, end=3, kind="c", anchor="in-2")]
    assert cut("abcd", marks)[1].anchors == ("in-1", "in-2")


def test_marks_outside_the_text_are_cut_off() -> None:
    assert [p.text for p in cut("abc", [Mark(start=2, end=99, kind="c"), Mark(start=5, end=9, kind="q")])] == ["ab", "c"]
    assert cut("", [Mark(start=0, end=4, kind="c")]) == ()


def test_a_quote_over_two_lines_is_marked_in_both() -> None:
    marked = _report("“Satu.\nDua,” katanya.")
    assert [p.pieces[0].text for p in marked_text(marked, {})] == ["“Satu.", "Dua,” katanya."]

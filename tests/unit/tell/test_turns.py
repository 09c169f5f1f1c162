"""Where a speaker says otherwise than before: two reports, one mouth, a finding whose claims clash."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rujuk.model.claim import Claim, ClaimKind, Credited, Value
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Attribution, AttributionKind, SourceKind, Speaker
from rujuk.model.report import Basis, Published, Report
from rujuk.model.span import Days
from rujuk.model.story import Bilingual, Finding, Reason, Status
from rujuk.tell.quotes import quotes_board
from rujuk.tell.turns import Turn, speaker_turns

RUDI = "Rudi Anwar"


def report(
    key: str, text: str, d: int, source: str | None, *, best: float | None = None, kind: SourceKind = SourceKind.PERSON
) -> MarkedReport:
    r = Report(
        id=key, source=key, language="id", text=text, published=Published(days=Days.on(date(2031, 3, d)), basis=Basis.METADATA)
    )
    claim = Claim(
        id=f"claim:{key}",
        kind=ClaimKind.STATEMENT if best is None else ClaimKind.FIGURE,
        measure=None if best is None else "killed",
        evidence=r.piece(0, len(text)),
        value=Value(low=None, best=best, high=None) if best is not None else None,
        source=Credited(name=source, kind=kind) if source else None,
    )
    return MarkedReport(report=r, claims=(claim,))


def finding(
    *reports: MarkedReport, code: str = "statement-antonym", status: Status = Status.CONTESTED, pair: tuple[str, ...] = ()
) -> Finding:
    words = Bilingual(id="x", en="x")
    claims = tuple(m.claims[0].id for m in reports)
    return Finding(
        id="finding:1",
        kind=reports[0].claims[0].kind,
        measure=reports[0].claims[0].measure,
        question=words,
        status=status,
        claims=claims,
        origins=(),
        reasons=(Reason(code=code, detail=words, claims=pair or claims),),
        summary=words,
    )


SLOW, SMOOTH = "Bantuan berjalan lambat.", "Bantuan berjalan lancar."


def turns(
    *reports: MarkedReport, told: Finding | None = None, names: dict[str, str] | None = None
) -> dict[str, tuple[Turn, ...]]:
    return speaker_turns(reports, [told or finding(*reports)], names or {})


def test_a_speaker_who_says_the_opposite_later() -> None:
    a, b = report("a", SLOW, 3, RUDI), report("b", SMOOTH, 5, RUDI)
    for order in ((a, b), (b, a)):
        (turn,) = turns(*order)["rudi anwar"]
        assert (turn.earlier.claim.evidence.exact, turn.later.claim.evidence.exact) == (SLOW, SMOOTH)
        assert turn.finding.id == "finding:1"


def test_names_of_one_speaker_are_one_mouth() -> None:
    a, b = report("a", SLOW, 3, RUDI), report("b", SMOOTH, 5, "Anwar")
    assert not turns(a, b)
    assert set(turns(a, b, names={"Anwar": RUDI})) == {"rudi anwar"}


@pytest.mark.parametrize(("first", "second"), [(RUDI, "Sari Wulan"), (RUDI, None), (None, None)])
def test_two_mouths_or_none_turn_nothing(first: str | None, second: str | None) -> None:
    assert not turns(report("a", SLOW, 3, first), report("b", SMOOTH, 5, second))


def test_unnamed_sources_may_be_several() -> None:
    a, b = (report(k, t, d, "seorang pejabat", kind=SourceKind.ANONYMOUS) for k, t, d in (("a", SLOW, 3), ("b", SMOOTH, 5)))
    assert not turns(a, b)


def test_what_was_planned_and_is_done_is_no_turn() -> None:
    a, b = report("a", SLOW, 3, RUDI), report("b", SMOOTH, 5, RUDI)
    assert not turns(a, b, told=finding(a, b, code="statement-planned-done", status=Status.UPDATED))
    assert not turns(a, b, told=finding(a, b, code="statement-fits", status=Status.AGREED))


@pytest.mark.parametrize(("status", "turned"), [(Status.REVISED, True), (Status.CONTESTED, True), (Status.UPDATED, False)])
def test_a_count_that_is_taken_back_is_a_turn_and_one_that_grows_is_none(status: Status, *, turned: bool) -> None:
    a, b = report("a", "5 orang tewas.", 3, RUDI, best=5), report("b", "3 orang tewas.", 4, RUDI, best=3)
    assert bool(turns(a, b, told=finding(a, b, code="x", status=status))) is turned
    same = report("c", "5 orang tewas.", 4, RUDI, best=5)
    assert not turns(a, same, told=finding(a, same, code="x", status=status))


def test_the_board_carries_a_turn_with_its_speaker() -> None:
    def heard(m: MarkedReport) -> MarkedReport:
        said = Attribution(
            id=f"a:{m.report.id}", kind=AttributionKind.INDIRECT, content=m.claims[0].evidence, source=Speaker(name=RUDI)
        )
        return replace(m, attributions=(said,))

    a, b = heard(report("a", SLOW, 3, RUDI)), heard(report("b", SMOOTH, 5, RUDI))
    (speaker,) = quotes_board([a, b], [finding(a, b)]).speakers
    assert [t.later.claim.evidence.exact for t in speaker.turns] == [SMOOTH]
    assert not quotes_board([a, b]).speakers[0].turns

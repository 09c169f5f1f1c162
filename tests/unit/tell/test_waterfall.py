"""Why a finding is as it is, in lines: every step, both languages, nothing that a report could smuggle in."""

from __future__ import annotations

import io

import pytest

import dossiers
from rujuk.model.claim import Value
from rujuk.model.story import Finding, Status
from rujuk.model.whatif import Apart, Merged, Outcome, Sign, Supposed, WhatIf
from rujuk.tell.lines import Writer
from rujuk.tell.lookup import Lookup
from rujuk.tell.waterfall import explain, outcome_lines
from rujuk.tell.words import table

FERRY = dossiers.ferry()
KILLED = FERRY.stories[0].findings[0]
NINE = Value(low=9, best=9, high=9)


def _writer(language: str = "en") -> tuple[Writer, io.StringIO]:
    out = io.StringIO()
    return Writer(out, language, False, 100), out


def _explained(finding: Finding = KILLED, change: WhatIf | None = None, language: str = "en") -> str:
    writer, out = _writer(language)
    explain(FERRY, FERRY.stories[0], finding, change or WhatIf(now=finding.status, outcomes=()), writer)
    return out.getvalue()


def test_it_goes_down_to_the_sentences_step_by_step() -> None:
    text = _explained()
    for words in (
        "“Nine people have died after a fire",
        "merged: Kantor SAR",
        "3 Jun 2031: at least 4 (superseded)",
        "5 Jun 2031: 14",
        "The count grew from day to day",
        "[copies Warta Pesisir]",
        "[headline]",
    ):
        assert words in text
    assert all(claim in text for claim in KILLED.claims)
    steps = ["1. THE SENTENCES", "2. WHY THEY", "3. WHOM", "4. THE VALUES", "5. THE RULE", "6. WHAT WOULD"]
    places = [text.index(s) for s in steps]
    assert places == sorted(places)
    assert "\x1b" not in text


def test_steps_are_numbered_without_a_gap_where_there_are_no_values() -> None:
    bare = next(f for f in FERRY.stories[0].findings if not f.history)
    assert "4. THE RULE" in _explained(bare)


def test_what_was_kept_apart_and_why() -> None:
    other = FERRY.stories[0].findings[1]
    change = WhatIf(
        now=KILLED.status,
        outcomes=(),
        apart=(Apart(finding=other.id, why="unlike", score=0.31, threshold=0.5), Apart(finding=other.id, why="background")),
        together=(Sign(name="same-number", pairs=3),),
        pairs=4,
    )
    text = " ".join(_explained(change=change).split())
    assert "too weak (0.31 of 0.5)" in text
    assert "one is about another event" in text
    assert "(4): the same number 3." in text
    assert "tanda" in _explained(change=change, language="id")


def test_why_names_are_one_origin() -> None:
    (origin,) = [o for o in KILLED.origins if o.merged]
    change = WhatIf(
        now=KILLED.status,
        outcomes=(),
        merged=(Merged(origin=origin.name, name=origin.merged[0], other=origin.name, why="role", detail="Kepala Kantor SAR"),),
    )
    assert "merged: Kantor SAR: the person speaks for the body (Kepala Kantor SAR)" in _explained(change=change)
    assert "digabung: Kantor SAR: orangnya berbicara" in _explained(change=change, language="id")


def test_outcomes_in_words() -> None:
    change = WhatIf(
        now=KILLED.status,
        outcomes=(
            Outcome(supposed=Supposed.WITHOUT_ORIGIN, name="Kantor SAR", status=None, changed=True),
            Outcome(supposed=Supposed.WITHOUT_REPORT, name=FERRY.reports[0].report.id, status=Status.AGREED, changed=True),
            Outcome(supposed=Supposed.WITHOUT_REPORT, name="report:x", status=KILLED.status, changed=False),
            Outcome(supposed=Supposed.AGREE, value=NINE, status=Status.AGREED, changed=True),
        ),
    )
    writer, _ = _writer()
    lines = outcome_lines(KILLED, change, Lookup.of(FERRY), writer)
    assert lines == [
        "Without the origin Kantor SAR: no finding is left.",
        "Without the report Warta Pesisir, 3 Jun 2031: it would become agreed.",
        "Without the other one: no change.",
        "If another independent origin gave 9: it would become agreed.",
    ]


def test_a_dossier_of_another_version_is_told() -> None:
    text = _explained(change=WhatIf(now=Status.CONTESTED, outcomes=()))
    assert "decides otherwise (Contested)" in " ".join(text.split())


@pytest.mark.parametrize("group", ["export", "change", "waterfall", "apart", "sign", "merge"])
def test_words_stand_in_both_languages(group: str) -> None:
    import string

    for name, words in table(group).items():
        fields = [{f for _, f, _, _ in string.Formatter().parse(words[x]) if f} for x in ("id", "en")]
        assert words["id"].strip(), name
        assert fields[0] == fields[1], name

"""No two findings of a story print one question."""

from __future__ import annotations

from newsroom import CATALOG, day, make_report, office, said

from rujuk.reconcile.findings import find_findings


def test_questions_of_one_place_name_their_difference() -> None:
    a = make_report(
        "A", "Banjir Saha menewaskan 40 orang. Warga menemukan 2 mayat. Relawan menemukan 3 mayat. Akan dikirim 9 orang.",
        [
            said("40 orang", best=40),
            said("2 mayat", best=2, counted="mayat", source=office("Warga Saha")),
            said("3 mayat", best=3, counted="mayat", source=office("Relawan Saha")),
            said("9 orang", best=9, planned=True),
        ],
        on=day(3),
    )  # fmt: skip
    findings = find_findings("story:1", [a], (), catalog=CATALOG)
    questions = [f.question.en for f in findings]
    assert len(questions) == 4
    assert len(set(questions)) == 4, questions
    assert len({f.question.id for f in findings}) == 4
    assert "How many killed in Saha?" in questions
    assert any(q.endswith("— planned?") for q in questions)

"""What changed between two dossiers: kinds of change, matching, reports and origins."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from importlib import resources

import pytest
from jsonschema import Draft202012Validator

import dossiers
from rujuk.model.claim import ClaimKind
from rujuk.model.dossier import Dossier
from rujuk.model.marks import SourceKind
from rujuk.model.story import Finding, Origin, Status
from rujuk.tell.changes import Change, Kind, compare, match_findings
from rujuk.tell.changes_text import show_changes
from rujuk.tell.lines import Writer

FERRY = dossiers.ferry()
KILLED, ABOARD = FERRY.stories[0].findings[:2]


def _with(*findings: Finding, dossier: Dossier = FERRY) -> Dossier:
    return replace(dossier, stories=(replace(dossier.stories[0], findings=findings),))


def _changes(old: Finding | None, new: Finding | None) -> tuple[Change, ...]:
    diff = compare(_with(*([old] if old else [])), _with(*([new] if new else [])))
    return diff.stories[0].changes if diff.stories else ()


def _one(old: Finding | None, new: Finding | None) -> Change:
    (change,) = _changes(old, new)
    return change


def _renamed(f: Finding, **more: object) -> Finding:
    return replace(f, id="finding:other", **more)  # type: ignore[arg-type]


def _of(f: Finding, best: float) -> Finding:
    assert f.estimate
    return _renamed(f, estimate=replace(f.estimate, low=best, best=best, high=best))


def test_the_same_dossier_changed_nothing() -> None:
    diff = compare(FERRY, FERRY)
    assert not diff.changed
    assert diff.same_versions


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (None, KILLED, Kind.NEW),
        (KILLED, None, Kind.WITHDRAWN),
        (_of(KILLED, 9), KILLED, Kind.UPDATED),
        (_renamed(ABOARD, status=Status.SINGLE_ORIGIN), ABOARD, Kind.CONTESTED),
        (ABOARD, _renamed(ABOARD, status=Status.AGREED), Kind.RESOLVED),
        (_of(KILLED, 20), replace(KILLED, status=Status.REVISED), Kind.REVISED),
        (_renamed(KILLED, status=Status.SINGLE_ORIGIN), replace(KILLED, status=Status.AGREED), Kind.CONFIRMED),
        (_renamed(KILLED, status=Status.AGREED), replace(KILLED, status=Status.SINGLE_ORIGIN), Kind.WEAKENED),
        (_renamed(KILLED, claims=KILLED.claims[:2]), KILLED, Kind.SUPPORTED),
    ],
)
def test_kinds(old: Finding | None, new: Finding | None, kind: Kind) -> None:
    assert _one(old, new).kind == kind


def test_a_finding_that_only_got_another_id_did_not_change() -> None:
    assert _changes(_renamed(KILLED), KILLED) == ()


def test_matching_goes_by_id_then_claims_then_question() -> None:
    twin = replace(KILLED, id="finding:twin", claims=("claim:x",))
    assert match_findings([KILLED, twin], [twin, KILLED]) == {KILLED.id: KILLED, twin.id: twin}
    grown = _renamed(KILLED, claims=KILLED.claims[:3])
    assert match_findings([twin, grown], [KILLED]) == {KILLED.id: grown}
    assert match_findings([twin], [KILLED]) == {KILLED.id: twin}, "no claim in common, but the same question"
    other = replace(twin, question=dossiers.two("a", "b"))
    assert match_findings([other], [KILLED]) == {KILLED.id: other}, "the same measure, part and place"
    assert match_findings([replace(other, part="anak")], [KILLED]) == {}
    assert match_findings([replace(other, measure="injured")], [KILLED]) == {}


def test_a_finding_whose_sentences_moved_did_not_become_its_namesake() -> None:
    alone = replace(KILLED, id="finding:alone", claims=KILLED.claims[:1])
    rest = replace(KILLED, id="finding:rest", claims=KILLED.claims[1:])
    namesake = replace(KILLED, id="finding:namesake", claims=("claim:y",))
    matched = match_findings([alone, rest], [KILLED, namesake])
    assert matched == {KILLED.id: rest}


def test_a_statement_is_the_same_by_most_of_its_sentences() -> None:
    said = replace(KILLED, id="finding:s", kind=ClaimKind.STATEMENT, measure=None, claims=("claim:1", "claim:2"))
    assert match_findings([said], [replace(said, id="finding:t", claims=("claim:1", "claim:9"))]) == {}
    more = replace(said, id="finding:u", claims=("claim:1", "claim:2", "claim:3"))
    assert match_findings([said], [more]) == {"finding:u": said}


def test_two_that_answer_alike_are_not_guessed_between() -> None:
    a, b = (replace(KILLED, id=f"finding:{n}", claims=(f"claim:{n}",)) for n in "ab")
    assert match_findings([a, b], [KILLED]) == {}


def test_origins_are_known_under_any_of_their_names() -> None:
    person = Origin(name="Rahma Suryani", kind=SourceKind.PERSON, claims=KILLED.claims, merged=("Kantor SAR",))
    office = Origin(name="Kantor SAR", kind=SourceKind.OFFICE, claims=KILLED.claims[:3])
    other = Origin(name="Polisi", kind=SourceKind.OFFICE, claims=KILLED.claims[3:])
    change = _one(_renamed(KILLED, origins=(office,), claims=KILLED.claims[:3]), replace(KILLED, origins=(person, other)))
    assert (change.origins_new, change.origins_gone) == (("Polisi",), ())


def test_why_a_finding_is_gone() -> None:
    assert _one(KILLED, None).reason == "not-told"
    said = replace(KILLED, kind=ClaimKind.STATEMENT, measure=None)
    assert (_one(said, None).kind, _one(said, None).reason) == (Kind.DROPPED, "not-told")
    few = replace(FERRY, reports=(), stories=())
    (story,) = compare(_with(KILLED), few).stories
    assert (story.new, story.changes[0].reason) == (None, "reports-gone")
    merged = replace(ABOARD, claims=(*ABOARD.claims, *KILLED.claims))
    (story,) = compare(_with(KILLED, ABOARD), _with(merged)).stories
    gone = next(c for c in story.changes if c.new is None)
    assert (gone.kind, gone.reason, gone.moved_to) == (Kind.MOVED, "moved", ABOARD.question)


def test_new_reports_and_origins() -> None:
    old_reports = FERRY.reports[:4]
    story = FERRY.stories[0]
    old = replace(
        FERRY, reports=old_reports, stories=(replace(story, reports=tuple(m.report.id for m in old_reports), findings=()),)
    )
    (change,) = compare(old, FERRY).stories
    assert [r.outlet for r in change.reports_new] == ["Meridian Post", "Berita Lontar"]
    assert "Rahma Suryani" in change.origins_new
    assert {c.kind for c in change.changes} == {Kind.NEW}


def test_what_matters_most_comes_first() -> None:
    old = _with(_of(KILLED, 9), replace(ABOARD, id="finding:x", status=Status.SINGLE_ORIGIN), *FERRY.stories[0].findings[3:])
    kinds = [c.kind for c in compare(old, FERRY).stories[0].changes]
    assert kinds == sorted(kinds, key=list(Kind).index)
    assert kinds[0] == Kind.CONTESTED


def test_a_long_list_is_counted_not_printed() -> None:
    many = [replace(KILLED, id=f"finding:{n}", claims=(f"claim:{n}",), question=dossiers.two(str(n), str(n))) for n in range(30)]
    out = io.StringIO()
    show_changes(compare(_with(), _with(*many)), Writer(out, "en", False, 90))
    assert "… and 18 more; --json has them all" in out.getvalue()


def test_json_is_as_its_schema_says() -> None:
    schema = json.loads(resources.files("rujuk.tell").joinpath("diff.schema.json").read_text(encoding="utf-8"))
    assert schema["$defs"]["change"]["properties"]["kind"]["enum"] == [k.value for k in Kind]
    merged = replace(ABOARD, claims=(*ABOARD.claims, *KILLED.claims))
    for old, new in (
        (_with(_of(KILLED, 9)), FERRY),
        (_with(KILLED, ABOARD), _with(merged)),
        (FERRY, dossiers.single()),
        (dossiers.empty(), dossiers.hostile()),
        (FERRY, FERRY),
    ):
        made = json.loads(compare(old, new).to_json())
        Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(made)


def test_json_reads_back() -> None:
    made = json.loads(compare(_with(_of(KILLED, 9)), FERRY).to_json())
    assert made["schema"] == "rujuk/diff/1"
    updated = next(c for c in made["stories"][0]["changes"] if c["kind"] == "updated")
    assert (updated["old"]["estimate"]["best"], updated["new"]["estimate"]["best"]) == (9, 14)


@pytest.mark.parametrize(("language", "head", "before"), [("en", "UPDATED", "before:"), ("id", "DIPERBARUI", "sebelumnya:")])
def test_in_words(language: str, head: str, before: str) -> None:
    out = io.StringIO()
    old = _of(KILLED, 9)
    old = replace(old, summary=dossiers.two("Tewas: 9.", "Killed: 9."))
    show_changes(compare(_with(old), _with(KILLED)), Writer(out, language, False, 90))
    text = out.getvalue()
    assert head in text
    assert before in text
    assert "\x1b" not in text
    assert max(len(line) for line in text.split("\n")) <= 90


def test_other_versions_are_told() -> None:
    out = io.StringIO()
    old = replace(_with(_of(KILLED, 9)), generator=replace(FERRY.generator, version="0.0.1"))
    show_changes(compare(old, FERRY), Writer(out, "en", False, 90))
    assert "different versions" in " ".join(out.getvalue().split())
    quiet = io.StringIO()
    show_changes(compare(FERRY, FERRY), Writer(quiet, "en", False, 90))
    assert quiet.getvalue().strip() == "Nothing changed."

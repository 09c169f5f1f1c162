"""The dossier keeps the contract: the schema holds, every link resolves, every span says what stands there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from rujuk import build
from rujuk.model.dossier import Dossier

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
STORIES = ("almaty", "gempa", "feri")


@pytest.fixture(scope="module", params=[*STORIES, "all"])
def dossier(request: pytest.FixtureRequest) -> Dossier:
    names = STORIES if request.param == "all" else [request.param]
    return build([str(EXAMPLES / name) for name in names])


def schema() -> Any:
    return json.loads((resources.files("rujuk.tell") / "dossier.schema.json").read_text(encoding="utf-8"))


def test_the_schema_holds(dossier: Dossier) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    errors = [
        f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(json.loads(dossier.to_json()))
    ]
    assert not errors, errors[:5]


def test_the_shipped_schema_is_the_contract(shared: Path) -> None:
    assert schema() == json.loads((shared / "contract" / "dossier.schema.json").read_text(encoding="utf-8"))


def marks(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "start" in value and "end" in value and "exact" in value:
            yield value
        for inner in value.values():
            yield from marks(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from marks(inner)


def test_every_span_says_what_stands_there(dossier: Dossier) -> None:
    for report in json.loads(dossier.to_json())["reports"]:
        for mark in marks({k: v for k, v in report.items() if k not in ("text", "title")}):
            text = report["title"] if mark.get("in") == "title" else report["text"]
            assert mark["exact"]
            assert text[mark["start"] : mark["end"]] == mark["exact"]


def test_every_id_resolves(dossier: Dossier) -> None:
    reports = {m.report.id: m for m in dossier.reports}
    claims = {c.id: m.report.id for m in dossier.reports for c in m.claims}
    assert len(claims) == sum(len(m.claims) for m in dossier.reports), "two claims share an id"
    for m in dossier.reports:
        said = {a.id for a in m.attributions}
        assert len(said) == len(m.attributions), "two attributions share an id"
        assert {c.attribution for c in m.claims if c.attribution} <= said
        entities = {e.id for e in m.entities}
        assert {a.source.entity for a in m.attributions if a.source and a.source.entity} <= entities
    listed = [r for s in dossier.stories for r in s.reports]
    assert sorted(listed) == sorted(reports), "every report is in exactly one story"
    findings = [f for s in dossier.stories for f in s.findings]
    assert len({f.id for f in findings}) == len(findings), "two findings share an id"
    for story in dossier.stories:
        for f in story.findings:
            assert set(f.claims) <= claims.keys()
            assert {claims[c] for c in f.claims} <= set(story.reports)
            aside = {c for reason in f.reasons if reason.code == "set-aside" for c in reason.claims}
            traced = sorted(c for o in f.origins for c in o.claims)
            assert traced == sorted(set(f.claims) - aside), "each claim goes back to one origin, those set aside excepted"
            assert f.reasons, "a verdict has its reasons"
            for reason in f.reasons:
                assert set(reason.claims) <= set(f.claims)
        for entry in story.timeline:
            assert {e.report for e in entry.evidence} <= set(story.reports)
        for reuse in story.reuse:
            assert {reuse.source, reuse.target} <= reports.keys()


def test_json_and_back(dossier: Dossier) -> None:
    assert Dossier.from_json(dossier.to_json()) == dossier

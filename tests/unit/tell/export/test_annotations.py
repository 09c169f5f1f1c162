"""Web Annotations: each claim's evidence by quote and by position, in one collection."""

from __future__ import annotations

import json
from typing import Any

import dossiers
from rujuk.tell.export.annotations import AROUND, web_annotations
from rujuk.tell.export.cited import Options

EN = Options(language="en")


def _made(options: Options = EN) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(web_annotations(dossiers.ferry(), options))
    return made


def test_one_collection_with_all_claims_of_findings() -> None:
    made, dossier = _made(), dossiers.ferry()
    used = {c for s in dossier.stories for f in s.findings for c in f.claims}
    assert made["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert made["type"] == "AnnotationCollection"
    page = made["first"]
    assert (page["type"], page["partOf"], page["startIndex"]) == ("AnnotationPage", made["id"], 0)
    assert made["total"] == len(page["items"]) == len(used)
    assert len({i["id"] for i in page["items"]}) == len(used)


def test_quote_and_position_stand_where_they_say() -> None:
    reports = {f"urn:rujuk:{m.report.id}": m.report for m in dossiers.ferry().reports}
    for item in _made()["first"]["items"]:
        target = item["target"]
        report = reports[target["rujuk:report"]]
        text = report.title if target["rujuk:countsIn"] == "title" else report.text
        quote, position = target["selector"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert text is not None
        assert text[position["start"] : position["end"]] == quote["exact"]
        whole = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert whole in text
        assert len(quote["prefix"]) <= AROUND
        assert target["source"] == (report.url or target["rujuk:report"])


def test_the_body_tells_the_finding_and_leads_to_it() -> None:
    item = _made(Options(language="id", link="https://desk.example/page"))["first"]["items"][0]
    words, link = item["body"]
    assert words["language"] == "id"
    assert words["format"] == "text/plain"
    assert link["source"].startswith("https://desk.example/page#finding-")
    assert item["motivation"] == ["describing", "linking"]


def test_hostile_and_empty() -> None:
    made = json.loads(web_annotations(dossiers.hostile(), EN))
    assert all(i["target"]["source"].startswith("urn:") for i in made["first"]["items"])
    assert json.loads(web_annotations(dossiers.empty(), EN))["total"] == 0

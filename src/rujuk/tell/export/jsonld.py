"""A dossier as JSON-LD in schema.org's words: reports are NewsArticles, what they say are Claims.

The context stands inside the file, so that nothing has to be fetched to read it.  No ClaimReview is ever written: a review is signed
by a person who judged a claim, and Rujuk judges none.

Source: schema.org 28 (NewsArticle, Claim, PropertyValue); JSON-LD 1.1.
"""

from __future__ import annotations

from typing import Any

from rujuk.model.claim import Claim, ClaimKind, Place
from rujuk.model.codec import dumps
from rujuk.model.dossier import Dossier
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import SourceKind
from rujuk.model.report import Report
from rujuk.model.span import Days
from rujuk.model.story import Finding, Origin, Story
from rujuk.tell.claims import safe_url
from rujuk.tell.export.cited import Options, point_words
from rujuk.tell.lookup import Lookup

NAMESPACE = "urn:rujuk:"
"""Ids of findings, claims and reports, and the few words that schema.org lacks, are URNs: they name, and lead nowhere."""
CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "rujuk": f"{NAMESPACE}terms:",
    "id": "@id",
    "type": "@type",
    "url": {"@type": "@id"},
    "sameAs": {"@type": "@id"},
    "appearance": {"@type": "@id"},
    "firstAppearance": {"@type": "@id"},
    "isBasedOn": {"@type": "@id"},
    "hasPart": {"@type": "@id"},
    "isPartOf": {"@type": "@id"},
    "verdict": "rujuk:verdict",
    "independentOrigins": "rujuk:independentOrigins",
    "modifier": "rujuk:modifier",
    "denied": "rujuk:denied",
    "planned": "rujuk:planned",
    "background": "rujuk:background",
}
PERSONS = {SourceKind.PERSON: "Person", SourceKind.ANONYMOUS: "Person", SourceKind.DOCUMENT: "CreativeWork"}


def jsonld(dossier: Dossier, options: Options) -> str:
    """Write reports, findings and claims as one graph."""
    lookup = Lookup.of(dossier)
    graph: list[dict[str, Any]] = []
    for story in dossier.stories:
        graph.append(_collection(story, options))
        graph.extend(_finding(f, story, lookup) for f in story.findings)
        used = {c for f in story.findings for c in f.claims}
        for marked in lookup.reports_of(story):
            graph.append(_article(marked.report, options))
            graph.extend(_claim(marked, c) for c in marked.claims if c.id in used)
    return dumps({"@context": CONTEXT, "@graph": graph}, indent=1) + "\n"


def urn(name: str) -> str:
    """Give the URN of an id: `claim:3f2a` becomes `urn:rujuk:claim:3f2a`."""
    return NAMESPACE + name


def _collection(story: Story, options: Options) -> dict[str, Any]:
    return _bare(
        {
            "id": urn(story.id),
            "type": "Collection",
            "name": story.title,
            "url": options.link,
            "temporalCoverage": _interval(story.period),
            "spatialCoverage": [_place(p) for p in story.places],
            "hasPart": [urn(f.id) for f in story.findings],
        }
    )


def _article(report: Report, options: Options) -> dict[str, Any]:
    published = report.published
    day = published.local or published.days.earliest.isoformat() if published and published.days.width == 0 else None
    outlet = report.outlet
    return _bare(
        {
            "id": urn(report.id),
            "type": "NewsArticle",
            "headline": report.title,
            "url": safe_url(report),
            "inLanguage": report.language if report.language != "und" else None,
            "datePublished": day,
            "temporalCoverage": _interval(published.days) if published and not day else None,
            "author": [{"type": "Person", "name": b} for b in report.bylines],
            "publisher": {"type": "NewsMediaOrganization", "name": outlet.name} if outlet else None,
        }
    )


def _claim(marked: MarkedReport, claim: Claim) -> dict[str, Any]:
    source = claim.source
    return _bare(
        {
            "id": urn(claim.id),
            "type": "Claim",
            "text": claim.evidence.exact,
            "inLanguage": marked.report.language if marked.report.language != "und" else None,
            "appearance": urn(marked.report.id),
            "author": {"type": PERSONS.get(source.kind, "Organization"), "name": source.name} if source else None,
            "mainEntity": _amount(claim),
            "spatialCoverage": _place(claim.place) if claim.place else None,
            "temporalCoverage": _interval(claim.as_of),
            "denied": True if claim.polarity == "denied" else None,
            "planned": True if claim.modality == "planned" else None,
            "background": True if claim.background else None,
        }
    )


def _amount(claim: Claim) -> dict[str, Any] | None:
    value = claim.value
    if value is None:
        return None
    return _bare(
        {
            "type": "PropertyValue",
            "propertyID": claim.measure,
            "value": value.best,
            "minValue": value.low,
            "maxValue": value.high,
            "unitText": value.unit,
            "modifier": value.mod.value if value.best is not None else None,
        }
    )


def _finding(finding: Finding, story: Story, lookup: Lookup) -> dict[str, Any]:
    estimate = finding.estimate
    reports = list(dict.fromkeys(m.report.id for m, _ in lookup.claims_of(finding.claims)))
    dated = [(p.days.earliest, i) for i in reports if (p := lookup.reports[i].report.published)]
    text = finding.summary.en if finding.kind == ClaimKind.FIGURE else point_words(finding)
    amount = None
    if estimate is not None:
        amount = _bare(
            {
                "type": "PropertyValue",
                "propertyID": finding.measure,
                "value": estimate.best,
                "minValue": estimate.low,
                "maxValue": estimate.high,
                "unitText": estimate.unit,
                "measurementTechnique": estimate.rule,
            }
        )
    return _bare(
        {
            "id": urn(finding.id),
            "type": "Claim",
            "name": [_tongue(finding.question.id, "id"), _tongue(finding.question.en, "en")],
            "description": [_tongue(finding.summary.id, "id"), _tongue(finding.summary.en, "en")],
            "text": text if finding.kind == ClaimKind.STATEMENT else None,
            "mainEntity": amount,
            "verdict": finding.status.value,
            "independentOrigins": len(finding.origins),
            "author": [_agent(o) for o in finding.origins],
            "appearance": [urn(i) for i in reports],
            "firstAppearance": urn(min(dated)[1]) if dated else None,
            "isBasedOn": [urn(c) for c in finding.claims],
            "isPartOf": urn(story.id),
            "spatialCoverage": _place(finding.place) if finding.place else None,
            "temporalCoverage": _interval(estimate.as_of if estimate else None),
            "background": True if finding.background else None,
        }
    )


def _agent(origin: Origin) -> dict[str, Any]:
    kind = PERSONS.get(origin.kind, "Organization")
    return _bare({"type": kind, "name": origin.name, "alternateName": list(origin.merged)})


def _tongue(text: str, language: str) -> dict[str, str]:
    return {"@value": text, "@language": language}


def _place(place: Place) -> dict[str, Any]:
    return _bare({"type": "Place", "name": place.name, "identifier": place.id, "containedInPlace": _around(place)})


def _around(place: Place) -> list[dict[str, str]]:
    return [{"type": "Place", "identifier": i} for i in place.within]


def _interval(days: Days | None) -> str | None:
    if days is None:
        return None
    first, last = days.earliest.isoformat(), days.latest.isoformat()
    return first if first == last else f"{first}/{last}"


def _bare(node: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known."""
    return {k: v for k, v in node.items() if v is not None and v != []}

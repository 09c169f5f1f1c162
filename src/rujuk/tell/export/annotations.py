"""The evidence of a dossier as W3C Web Annotations: one collection, one annotation a claim.

Each target carries the quote with what stands around it, and its position.  **Positions count in the text that Rujuk read** (`text` of
the report in dossier.json; of a headline, in `title`): a tool that works on the live page finds the place by the quote.

Source: W3C Web Annotation Data Model (2017), sections 3.2.3 Textual Body, 4.2.4 Text Quote Selector, 4.2.5 Text Position Selector, 5 Collections.
"""

from __future__ import annotations

from typing import Any

from rujuk.model.claim import Claim
from rujuk.model.codec import dumps
from rujuk.model.dossier import Dossier
from rujuk.model.ids import make_id
from rujuk.model.marked import MarkedReport
from rujuk.model.span import Where
from rujuk.model.story import Finding
from rujuk.tell.claims import safe_url
from rujuk.tell.evidence import short
from rujuk.tell.export.cited import Options, one_line
from rujuk.tell.export.jsonld import NAMESPACE, urn
from rujuk.tell.lookup import Lookup
from rujuk.tell.words import in_language, say

CONTEXT: list[Any] = ["http://www.w3.org/ns/anno.jsonld", {"rujuk": f"{NAMESPACE}terms:"}]
AROUND = 32
"""Characters before and after a quote.  Source: the length that annotation tools write."""


def web_annotations(dossier: Dossier, options: Options) -> str:
    """Write every claim that a finding rests on, report by report, in the order of the text."""
    lookup = Lookup.of(dossier)
    items = []
    for story in dossier.stories:
        home = {c: f for f in story.findings for c in f.claims}
        for marked in lookup.reports_of(story):
            items += [_annotation(marked, c, home[c.id], options) for c in marked.claims if c.id in home]
    collection = urn(make_id("annotations", *(i["id"] for i in items)))
    page: dict[str, Any] = {
        "id": f"{collection}:1",
        "type": "AnnotationPage",
        "partOf": collection,
        "startIndex": 0,
        "items": items,
    }
    out = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": "; ".join(one_line(s.title) for s in dossier.stories),
        "generator": {
            "id": f"{NAMESPACE}software",
            "type": "Software",
            "name": f"{dossier.generator.name} {dossier.generator.version}",
        },
        "total": len(items),
        "first": page,
        "last": page["id"],
    }
    return dumps(out, indent=1) + "\n"


def _annotation(marked: MarkedReport, claim: Claim, finding: Finding, options: Options) -> dict[str, Any]:
    language = options.language
    words = f"{in_language(finding.summary, language)} [{say(f'status.{finding.status.value}', language)}]"
    about = f"{options.link}#finding-{short(finding.id)}" if options.link else urn(finding.id)
    return {
        "id": f"{urn(claim.id)}:annotation",
        "type": "Annotation",
        "motivation": ["describing", "linking"],
        "body": [
            {
                "type": "TextualBody",
                "purpose": "describing",
                "value": one_line(words),
                "format": "text/plain",
                "language": language,
            },
            {"type": "SpecificResource", "purpose": "linking", "source": about},
        ],
        "target": _target(marked, claim),
    }


def _target(marked: MarkedReport, claim: Claim) -> dict[str, Any]:
    span = claim.evidence
    title = span.where == Where.TITLE
    text = (marked.report.title or "") if title else marked.report.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.exact,
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {
        "type": "SpecificResource",
        "source": safe_url(marked.report) or urn(marked.report.id),
        "rujuk:report": urn(marked.report.id),
        "rujuk:countsIn": "title" if title else "text",
        "selector": [quote, position],
    }

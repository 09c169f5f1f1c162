"""Where everything in a dossier comes from, as W3C PROV: reports, claims and findings as entities, speakers and outlets as agents.

- a claim `wasQuotedFrom` its report, and `hadPrimarySource` the account of its origin, which `wasAttributedTo` that person or body;
- a finding `wasDerivedFrom` its claims and `wasGeneratedBy` the run of Rujuk that reconciled them;
- a report `wasDerivedFrom` the report whose text it carries again; what two merely quote of one speech is no derivation.

One document, two ways to write it: PROV-JSON for programs, PROV-N for people.

Source: W3C PROV-DM and PROV-N (2013); PROV-JSON (W3C member submission, 2013).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TypeAlias

from rujuk.model.codec import dumps
from rujuk.model.dossier import Dossier
from rujuk.model.ids import make_id
from rujuk.model.marks import SourceKind
from rujuk.model.report import Report
from rujuk.model.story import Finding, Origin, ReuseKind, Story
from rujuk.tell.claims import safe_url
from rujuk.tell.export.cited import Options, moment, one_line
from rujuk.tell.export.jsonld import NAMESPACE
from rujuk.tell.lookup import Lookup
from rujuk.tell.words import in_language

Attributes: TypeAlias = "dict[str, str | int | float]"
ENDS = {
    "wasQuotedFrom": ("generatedEntity", "usedEntity"),
    "hadPrimarySource": ("generatedEntity", "usedEntity"),
    "wasDerivedFrom": ("generatedEntity", "usedEntity"),
    "wasAttributedTo": ("entity", "agent"),
    "wasGeneratedBy": ("entity", "activity"),
    "wasAssociatedWith": ("activity", "agent"),
    "used": ("activity", "entity"),
}
"""Relations, with the names that PROV-JSON gives their two ends."""
DERIVED = {"wasQuotedFrom": "prov:Quotation", "hadPrimarySource": "prov:PrimarySource"}
"""Kinds of derivation: both notations write them as wasDerivedFrom with a type."""
HUMAN = {SourceKind.PERSON: "prov:Person", SourceKind.ANONYMOUS: "prov:Person"}


@dataclass(slots=True)
class Document:
    """A PROV document: things by id, relations in the order of their making."""

    entities: dict[str, Attributes] = field(default_factory=dict)
    agents: dict[str, Attributes] = field(default_factory=dict)
    activities: dict[str, Attributes] = field(default_factory=dict)
    relations: list[tuple[str, str, str]] = field(default_factory=list)

    def relate(self, kind: str, a: str, b: str) -> None:
        """Add a relation once."""
        if (kind, a, b) not in self._seen:
            self._seen.add((kind, a, b))
            self.relations.append((kind, a, b))

    _seen: set[tuple[str, str, str]] = field(default_factory=set)


def prov_json(dossier: Dossier, options: Options) -> str:
    """Write the document as PROV-JSON."""
    doc = document(dossier, options)
    out: dict[str, object] = {
        "prefix": {"rujuk": NAMESPACE},
        "entity": doc.entities,
        "activity": doc.activities,
        "agent": doc.agents,
    }
    for kind, a, b in doc.relations:
        written = "wasDerivedFrom" if kind in DERIVED else kind
        group = out.setdefault(written, {})
        assert isinstance(group, dict)
        first, second = ENDS[kind]
        more: dict[str, object] = {"prov:type": {"$": DERIVED[kind], "type": "prov:QUALIFIED_NAME"}} if kind in DERIVED else {}
        group[f"_:{make_id('r', kind, a, b).replace(':', '')}"] = {f"prov:{first}": a, f"prov:{second}": b, **more}
    return dumps(_typed(out), indent=1) + "\n"


def prov_n(dossier: Dossier, options: Options) -> str:
    """Write the document as PROV-N."""
    doc = document(dossier, options)
    lines = ["document", f"  prefix rujuk <{NAMESPACE}>", ""]
    lines += [f"  entity({name}{_listed(more)})" for name, more in doc.entities.items()]
    lines += [f"  agent({name}{_listed(more)})" for name, more in doc.agents.items()]
    lines += [f"  activity({name}, -, -{_listed(more)})" for name, more in doc.activities.items()]
    lines.append("")
    for kind, a, b in doc.relations:
        match kind:
            case "wasQuotedFrom" | "hadPrimarySource":
                lines.append(f"  wasDerivedFrom({a}, {b}, [prov:type='{DERIVED[kind]}'])")
            case "wasGeneratedBy" | "used":
                lines.append(f"  {kind}({a}, {b}, -)")
            case "wasAssociatedWith":
                lines.append(f"  {kind}({a}, {b}, -)")
            case _:
                lines.append(f"  {kind}({a}, {b})")
    return "\n".join([*lines, "endDocument", ""])


def document(dossier: Dossier, options: Options) -> Document:
    """Gather what comes from what."""
    doc = Document()
    lookup = Lookup.of(dossier)
    software = _name(make_id("software", dossier.generator.name, dossier.generator.version))
    doc.agents[software] = {
        "prov:type": "prov:SoftwareAgent",
        "prov:label": f"{dossier.generator.name} {dossier.generator.version}",
    }
    for story in dossier.stories:
        _story(story, doc, lookup, software, options)
    return doc


def _story(story: Story, doc: Document, lookup: Lookup, software: str, options: Options) -> None:
    run = _name(make_id("run", software, story.id, *sorted(story.reports)))
    doc.activities[run] = {"prov:type": "rujuk:Reconciliation", "prov:label": one_line(story.title)}
    doc.relate("wasAssociatedWith", run, software)
    for marked in lookup.reports_of(story):
        name = _report(marked.report, doc)
        doc.relate("used", run, name)
    for pair in story.reuse:
        if pair.kind != ReuseKind.SHARED_QUOTE and {pair.source, pair.target} <= lookup.reports.keys():
            doc.relate("wasDerivedFrom", _name(pair.target), _name(pair.source))
    for finding in story.findings:
        _finding(finding, doc, lookup, run, options)


def _report(report: Report, doc: Document) -> str:
    name = _name(report.id)
    about: Attributes = {"prov:type": "rujuk:Report", "prov:label": one_line(report.title or report.source)}
    url, at = safe_url(report), moment(report)
    if url:
        about["rujuk:url"] = url
    if at and report.published and report.published.days.width == 0:
        about["rujuk:published"] = report.published.local or report.published.days.earliest.isoformat()
    doc.entities[name] = about
    if report.outlet:
        outlet = _name(make_id("agent", "outlet", report.outlet.name.casefold()))
        doc.agents[outlet] = {"prov:type": "prov:Organization", "prov:label": one_line(report.outlet.name)}
        doc.relate("wasAttributedTo", name, outlet)
    return name


def _finding(finding: Finding, doc: Document, lookup: Lookup, run: str, options: Options) -> None:
    name = _name(finding.id)
    about: Attributes = {"prov:type": "rujuk:Finding", "prov:label": one_line(in_language(finding.question, options.language))}
    about["rujuk:verdict"] = finding.status.value
    estimate = finding.estimate
    for key, value in (("low", estimate.low), ("best", estimate.best), ("high", estimate.high)) if estimate else ():
        if value is not None:
            about[f"rujuk:{key}"] = value
    doc.entities[name] = about
    doc.relate("wasGeneratedBy", name, run)
    account = {c: _account(o, doc) for o in finding.origins for c in o.claims}
    for marked, claim in lookup.claims_of(finding.claims):
        quote = _name(claim.id)
        doc.entities[quote] = {"prov:type": "rujuk:Claim", "prov:label": one_line(claim.evidence.exact)}
        doc.relate("wasQuotedFrom", quote, _name(marked.report.id))
        if claim.id in account:
            doc.relate("hadPrimarySource", quote, account[claim.id])
        doc.relate("wasDerivedFrom", name, quote)


def _account(origin: Origin, doc: Document) -> str:
    """Add what an origin said as an entity, and the origin as the agent behind it."""
    agent = _name(make_id("agent", "outlet" if origin.kind == SourceKind.OUTLET else "origin", origin.name.casefold()))
    account = _name(make_id("account", origin.kind.value, origin.name.casefold()))
    label = one_line(origin.name)
    doc.agents.setdefault(agent, {"prov:type": HUMAN.get(origin.kind, "prov:Organization"), "prov:label": label})
    doc.entities.setdefault(account, {"prov:type": "rujuk:Account", "prov:label": label})
    doc.relate("wasAttributedTo", account, agent)
    return account


def _name(ident: str) -> str:
    """Give the qualified name of an id; a colon would end the prefix, so it becomes a dot."""
    return "rujuk:" + re.sub(r"[^\w.\-]", ".", ident.removeprefix("rujuk:"))


def _typed(value: object) -> object:
    """Write PROV's own types as qualified names, as PROV-JSON asks."""
    if isinstance(value, dict):
        return {
            k: {"$": v, "type": "prov:QUALIFIED_NAME"} if k == "prov:type" and isinstance(v, str) else _typed(v)
            for k, v in value.items()
        }
    return value


def _listed(attributes: Attributes) -> str:
    items = []
    for key, value in attributes.items():
        match value:
            case str() if key == "prov:type":
                items.append(f"{key}='{value}'")
            case str():
                items.append(f"{key}={json.dumps(value, ensure_ascii=False)}")
            case _:
                items.append(f'{key}="{value:.15g}" %% xsd:double')
    return f", [{', '.join(items)}]" if items else ""

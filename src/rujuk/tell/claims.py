"""A claim as the page tells it: value, chain of sources, sentence, report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rujuk.model.claim import Claim, Modality, Polarity
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import SourceKind
from rujuk.model.report import Report
from rujuk.model.span import Where
from rujuk.model.story import Bilingual, Origin, Reuse, ReuseKind
from rujuk.tell import format as fmt
from rujuk.tell.axis import colour_of, shape_of
from rujuk.tell.evidence import Quoted, sentence_of, short
from rujuk.tell.lookup import Lookup
from rujuk.tell.words import both, known

SHOWN = 3
"""How many sentences of one origin are shown at once; the others are one step away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One claim, ready to be told.  `chain` leads from the speaker to the outlet; `copy_of` is the outlet it was copied from."""

    claim: Claim
    report: Report
    slug: str
    value: Bilingual
    days: Bilingual | None
    chain: tuple[Bilingual, ...]
    sentence: Quoted
    copy_of: str | None
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    """One origin of a finding with its claims: those `shown`, one for each figure, and the `more` that say the same.

    `kind` is the origin's kind, or `cited` for an outlet or agency that others rest on.
    """

    origin: Origin
    kind: str
    index: int
    letter: str
    shown: tuple[ClaimView, ...]
    more: tuple[ClaimView, ...]

    @property
    def colour(self) -> int:
        return colour_of(self.index)

    @property
    def sign(self) -> int:
        return shape_of(self.index)


def outlet_name(report: Report) -> str | None:
    """Give the name readers know a report's outlet by."""
    return (report.outlet.name or report.outlet.domain) if report.outlet else None


def shown_name(report: Report) -> str:
    """Give the outlet's name, or where none is known what the report was read from: a file's name."""
    return outlet_name(report) or report.source.replace("\\", "/").rstrip("/").rpartition("/")[2] or report.source


def safe_url(report: Report) -> str | None:
    """Give the report's address if a reader can follow it safely: http and https only."""
    url = report.url or report.source
    return url if url.lower().startswith(("http://", "https://")) else None


def letter(index: int) -> str:
    """Name an origin of a finding: A to Z, then AA, AB and so on."""
    return chr(65 + index) if index < 26 else chr(64 + index // 26) + chr(65 + index % 26)


def view_claim(
    marked: MarkedReport, claim: Claim, lookup: Lookup, reuse: Sequence[Reuse], origin: Origin | None = None
) -> ClaimView:
    """Gather what the page tells of one claim; the origin is named where the claim's own words name nobody."""
    return ClaimView(
        claim=claim,
        report=marked.report,
        slug=short(claim.id),
        value=Bilingual(id=fmt.figure(claim.value, "id"), en=fmt.figure(claim.value, "en")),
        days=Bilingual(id=fmt.days(claim.as_of, "id", short=True), en=fmt.days(claim.as_of, "en", short=True))
        if claim.as_of
        else None,
        chain=_chain(marked, claim, lookup, origin),
        sentence=sentence_of(marked, claim.evidence),
        copy_of=_copied_from(marked.report, claim, lookup, reuse),
        flags=_flags(claim),
    )


def _chain(marked: MarkedReport, claim: Claim, lookup: Lookup, origin: Origin | None) -> tuple[Bilingual, ...]:
    """Lead from the speaker by way of medium and agencies to the outlet."""
    attribution = lookup.attributions.get(claim.attribution or "")
    outlet = shown_name(marked.report)
    steps: list[str | Bilingual] = [claim.source.name] if claim.source else []
    if not steps and origin is not None and origin.kind == SourceKind.OUTLET and origin.name != outlet:
        steps.append(origin.name)
    if attribution and attribution.medium:
        steps.append(medium_name(attribution.medium))
    steps.extend(claim.via or (attribution.via if attribution else ()))
    steps.append(outlet)
    return tuple(dict.fromkeys(s if isinstance(s, Bilingual) else Bilingual(id=s, en=s) for s in steps))


def medium_name(medium: str) -> Bilingual:
    """Name a medium in both languages; a network keeps its own name."""
    key = f"medium.{medium.replace(' ', '_')}"
    return both(key) if known(key) else Bilingual(id=medium, en=medium)


def _copied_from(report: Report, claim: Claim, lookup: Lookup, reuse: Sequence[Reuse]) -> str | None:
    if claim.evidence.where != Where.TEXT:
        return None
    for pair in reuse:
        if pair.target != report.id or pair.kind == ReuseKind.SHARED_QUOTE or pair.source not in lookup.reports:
            continue
        if any(p.target.start <= claim.evidence.start and claim.evidence.end <= p.target.end for p in pair.passages):
            return shown_name(lookup.reports[pair.source].report)
    return None


def _flags(claim: Claim) -> tuple[str, ...]:
    flags = {
        "headline": claim.evidence.where == Where.TITLE,
        "denied": claim.polarity == Polarity.DENIED,
        "planned": claim.modality == Modality.PLANNED,
        "possible": claim.modality == Modality.POSSIBLE,
        "carried": claim.source is not None and claim.source.carried,
    }
    return tuple(name for name, is_so in flags.items() if is_so)


def view_origins(origins: Sequence[Origin], lookup: Lookup, reuse: Sequence[Reuse]) -> tuple[OriginView, ...]:
    """Gather the origins of a finding; of each figure the latest and fullest sentence comes first."""
    out = []
    for index, origin in enumerate(origins):
        views = [view_claim(m, c, lookup, reuse, origin) for m, c in lookup.claims_of(origin.claims)]
        views.sort(key=_telling)
        shown: list[ClaimView] = []
        more: list[ClaimView] = []
        seen = set()
        for view in views:
            key = (view.claim.value, view.claim.polarity)
            if key in seen or len(shown) == SHOWN:
                more.append(view)
            else:
                seen.add(key)
                shown.append(view)
        outlets = {shown_name(v.report) for v in views}
        kind = "cited" if origin.kind == SourceKind.OUTLET and origin.name not in outlets else origin.kind.value
        out.append(OriginView(origin=origin, kind=kind, index=index, letter=letter(index), shown=tuple(shown), more=tuple(more)))
    return tuple(out)


def _telling(view: ClaimView) -> tuple[int, int, int, int, str]:
    latest = view.claim.as_of.latest.toordinal() if view.claim.as_of else 0
    return (-latest, view.sentence.title, bool(view.copy_of), view.claim.source is None, view.claim.id)

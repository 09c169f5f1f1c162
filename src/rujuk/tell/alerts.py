"""What the editor should look at."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from rujuk.model.claim import Claim, ClaimKind, Modality, Polarity, Value
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Mod, SourceKind
from rujuk.model.measure import Catalog
from rujuk.model.report import Basis
from rujuk.model.span import Where
from rujuk.model.story import Alert, Bilingual, Finding, Status
from rujuk.tell.format import figure
from rujuk.tell.words import Language, why_partial

CONFIRMATIONS = 3
"""From so many reports on, one origin looks like several confirmations."""
SLACK = 0.15
"""Two figures of one report that differ by no more than this share are told sharper and rounder, not against each other."""
ROUNDED = 0.05
"""A headline rounds: a number of the body this near is the same one."""
ELSEWHERE = 10
"""A figure of the body so many times larger or smaller than the headline's is about something else."""
TEASER = 400
"""A body of fewer characters is a teaser: what the headline says may stand in what was left out."""
GRAVE = 0.8
"""From this weight of the measure on, nobody being credited is told: the victims."""
NAMED = 10
"""A headline's smaller numbers may count what the body names: five firms, three ministers."""
ZONES = 1
"""Days by which a report may lag behind what it tells, since it is dated in its own time zone."""
WIDE = 100
"""A range this many times as high as low is hardly of one thing."""
LANGUAGES: tuple[Language, ...] = ("id", "en")


def find_alerts(reports: Sequence[MarkedReport], findings: Sequence[Finding], *, catalog: Catalog) -> tuple[Alert, ...]:
    """Give what an editor should look at in a story, in the order of `alerts.toml`, then by weight of the finding, then by report.

    Headlines against bodies, a report's figures against each other, days that cannot be, one origin behind many reports, ranges too wide for one
    thing, tolls that nobody is credited with, reports without a day, texts that are not whole.
    """
    ordered = sorted(reports, key=lambda m: m.report.id)
    found: list[tuple[float, Alert]] = []
    of = {c.id: m.report.id for m in ordered for c in m.claims}
    told: dict[str, list[Finding]] = defaultdict(list)
    for f in findings:
        for report in {of[c] for c in f.claims if c in of}:
            told[report].append(f)
    for m in ordered:
        found += [(0.0, a) for a in _in_report(m, told.get(m.report.id, ()), catalog)]
    found += [(0.0, a) for a in _undated(ordered)]
    own = [f for f in findings if f.kind == ClaimKind.FIGURE and not f.background and not f.part]
    top = {min((f for f in own if f.measure == name), key=lambda f: (-f.weight, f.id)).id for name in {f.measure for f in own}}
    beside = _Beside(
        of=of,
        credited=frozenset(c.id for m in ordered for c in m.claims if c.source),
        agencies=frozenset(c.agency for m in ordered for c in m.credits),
        reports=len(ordered),
    )
    for f in findings:
        if f.kind == ClaimKind.FIGURE and not f.background:
            found += [(-f.weight, a) for a in _in_finding(f, beside, catalog, top=f.id in top)]
    order = {code: n for n, code in enumerate(_words())}
    found.sort(key=lambda wa: (order[wa[1].code], wa[0], wa[1].report or "", wa[1].finding or "", wa[1].claims))
    return tuple(a for _, a in found)


def _in_report(m: MarkedReport, findings: Sequence[Finding], catalog: Catalog) -> Iterator[Alert]:
    house = _house(m)
    figures = [c for c in m.claims if c.kind == ClaimKind.FIGURE and c.value is not None]
    titles = [c for c in figures if c.evidence.where == Where.TITLE and c.polarity == Polarity.AFFIRMED]
    body = [c for c in figures if c.evidence.where == Where.TEXT]
    for c in titles:
        alert = _headline(m, c, body, house, catalog)
        if alert is not None:
            yield alert
    yield from _clashes(m, body, findings, house)
    published = m.report.published
    if published is not None and published.basis != Basis.UNKNOWN:
        for c in figures:
            # A day later may be the same day elsewhere; what is owed or paid has a day to come.
            late = c.as_of is not None and (c.as_of.earliest - published.days.latest).days > ZONES
            if late and not _amount(c) and c.modality == Modality.ASSERTED and c.as_of is not None:
                day, out = c.as_of.earliest.isoformat(), published.days.latest.isoformat()
                yield _alert("impossible-day", report=m.report.id, claims=(c.id,), outlet=house, day=day, published=out)
    if m.report.partial:
        yield _alert("partial-text", report=m.report.id, outlet=house, reason=why_partial(m.report.partial))


def _undated(reports: Sequence[MarkedReport]) -> Iterator[Alert]:
    """Name the reports whose day of publication is not known, in one alert."""
    without = [m for m in reports if m.report.published is None or m.report.published.basis == Basis.UNKNOWN]
    if without:
        names = ", ".join(sorted({_house(m) for m in without}))
        report = without[0].report.id if len(without) == 1 else None
        yield _alert("undated", report=report, n=str(len(without)), names=names)


def _headline(m: MarkedReport, c: Claim, body: Sequence[Claim], house: str, catalog: Catalog) -> Alert | None:
    """Check one figure of the headline against the body."""
    assert c.value is not None
    said = [q for q in m.quantities if q.span.where == Where.TEXT]
    if any(_rounds(c.value, Value(low=q.low, best=q.best, high=q.high, mod=q.mod, unit=q.unit)) for q in said):
        return None
    same = [
        b for b in body if b.measure == c.measure and b.value is not None and not b.background and bool(b.part) == bool(c.part)
    ]
    if any(b.value is not None and _fits(c.value, b.value) for b in same):
        return None
    near = [b for b in same if b.value is not None and b.value.unit == c.value.unit and _distance(c.value, b.value) <= ELSEWHERE]
    if near:
        other = min(near, key=lambda b: (_distance(c.value, b.value) if c.value and b.value else 0.0, b.evidence.start))
        assert other.value is not None
        return _alert(
            "headline-against-body",
            report=m.report.id,
            claims=(c.id, other.id),
            outlet=house,
            title=_figure(c.value),
            body=_figure(other.value),
        )
    measure = catalog.get(c.measure or "")
    grave = measure is not None and measure.unit == "person" and measure.weight >= GRAVE
    if c.value.best is not None and c.value.best < NAMED and not grave:
        return None  # The desk may have counted what the body names one by one.
    code = "headline-on-teaser" if len(m.report.text) < TEASER or m.report.partial else "headline-not-in-body"
    return _alert(code, report=m.report.id, claims=(c.id,), outlet=house, title=_figure(c.value))


def _amount(c: Claim) -> bool:
    """Say whether a figure is money."""
    return c.value is not None and c.value.unit is not None and len(c.value.unit) == 3 and c.value.unit.isupper()


def _rounds(title: Value, said: Value) -> bool:
    """Say whether a number of the body is the headline's, rounded or told with a vague word."""
    if said.best is None:
        return title.best is None and (title.low, title.high) == (said.low, said.high)
    if title.best is None:
        low, high = _ends(title)
        return low <= said.best <= high
    return abs(title.best - said.best) <= ROUNDED * max(abs(title.best), abs(said.best))


def _distance(a: Value, b: Value) -> float:
    """Give how many times as large one figure is as the other."""
    low, high = sorted((abs(_middle(a)), abs(_middle(b))))
    return high / low if low else float("inf")


def _middle(v: Value) -> float:
    if v.best is not None:
        return v.best
    return v.low if v.low is not None else v.high if v.high is not None else 0.0


def _clashes(m: MarkedReport, body: Sequence[Claim], findings: Sequence[Finding], house: str) -> Iterator[Alert]:
    """Find two figures of one finding in one report, in the report's own voice or of one source, that do not fit."""
    by_id = {c.id: c for c in body}
    for f in findings:
        mine = [by_id[c] for c in f.claims if c in by_id]
        for i, a in enumerate(mine):
            for b in mine[i + 1 :]:
                if a.value is None or b.value is None or _fits(a.value, b.value) or a.value.unit != b.value.unit:
                    continue
                if a.value.best is None or b.value.best is None or _parts(a, b, body):
                    continue
                if (a.source.name if a.source else None) != (b.source.name if b.source else None) or f.status == Status.REVISED:
                    continue
                yield _alert(
                    "report-clash", report=m.report.id, finding=f.id, claims=(a.id, b.id), outlet=house,
                    first=_figure(a.value), second=_figure(b.value),
                )  # fmt: skip
                return


def _parts(a: Claim, b: Claim, body: Sequence[Claim]) -> bool:
    """Say whether two figures are a sum and its item, or two items of a sum, or not of one kind: an increment, a plan, a part."""
    if (a.increment, a.modality, a.part, a.polarity) != (b.increment, b.modality, b.part, b.polarity):
        return True
    x, y = (c.value.best for c in (a, b) if c.value is not None)
    others = {c.value.best for c in body if c.measure == a.measure and c.value is not None and c is not a and c is not b}
    return x is not None and y is not None and bool(others & {x + y, abs(x - y)})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """What the alerts of findings look up: the report of each claim, the claims that are credited, the agencies."""

    of: Mapping[str, str]
    credited: frozenset[str]
    agencies: frozenset[str]
    reports: int


def _in_finding(f: Finding, beside: _Beside, catalog: Catalog, *, top: bool) -> Iterator[Alert]:
    measure = catalog.get(f.measure or "")
    count = len({beside.of[c] for c in f.claims if c in beside.of})
    if f.status == Status.SINGLE_ORIGIN and count >= CONFIRMATIONS and not f.part:
        yield _alert("one-origin", finding=f.id, claims=f.claims, n=str(count), name=f.origins[0].name, summary=f.summary)
    nobody = all(o.kind == SourceKind.OUTLET for o in f.origins) and not beside.credited.intersection(f.claims)
    heavy = top and measure is not None and measure.unit == "person" and measure.weight >= GRAVE
    if (
        nobody
        and heavy
        and not f.part
        and (count >= 2 or beside.reports == 1)
        and not beside.agencies & {o.name for o in f.origins}
    ):
        yield _alert("uncredited", finding=f.id, claims=f.claims, summary=f.summary)
    e = f.estimate
    if f.status == Status.CONTESTED and e is not None and e.low and e.high is not None and e.high >= WIDE * e.low:
        yield _alert("wide-range", finding=f.id, claims=f.claims, summary=f.summary)


def _fits(a: Value, b: Value) -> bool:
    """Say whether two figures of one report can be the same one, told more or less sharply."""
    if a.best is not None and b.best is not None:
        if abs(a.best - b.best) <= SLACK * max(abs(a.best), abs(b.best)):
            return True
        low, high = sorted((a, b), key=lambda v: v.best or 0.0)
        return low.mod in (Mod.MORE_THAN, Mod.EQUAL_OR_MORE) or high.mod in (Mod.EQUAL_OR_LESS, Mod.LESS_THAN)
    al, ah = _ends(a)
    bl, bh = _ends(b)
    return al <= bh and bl <= ah


def _ends(v: Value) -> tuple[float, float]:
    if v.best is not None:
        return v.best, v.best
    return (v.low if v.low is not None else float("-inf")), (v.high if v.high is not None else float("inf"))


def _figure(v: Value) -> Callable[[Language], str]:
    return lambda language: figure(v, language, brief=True)


def _house(m: MarkedReport) -> str:
    outlet = m.report.outlet
    return (outlet.name or outlet.domain or m.report.source) if outlet else m.report.source


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((resources.files("rujuk.tell") / "alerts.toml").read_text(encoding="utf-8"))


def _alert(
    code: str,
    *,
    report: str | None = None,
    finding: str | None = None,
    claims: tuple[str, ...] = (),
    **fill: str | Bilingual | Callable[[Language], str],
) -> Alert:
    def one(language: Language) -> str:
        words = {}
        for k, v in fill.items():
            words[k] = getattr(v, language) if isinstance(v, Bilingual) else v(language) if callable(v) else v
        return str(_words()[code][language]).format(**words)

    return Alert(code=code, report=report, detail=Bilingual(id=one("id"), en=one("en")), finding=finding, claims=claims)

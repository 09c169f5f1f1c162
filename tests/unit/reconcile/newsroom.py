"""Small reports made by hand, for the tests of reconciling: texts in our own words, claims and marks that point into them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rujuk.lang.base import load_pack
from rujuk.mark.sentences import find_sentences
from rujuk.model.claim import Claim, ClaimKind, Credited, Modality, Place, Polarity, Value
from rujuk.model.ids import make_id
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Attribution, AttributionKind, Credit, Entity, EntityKind, Mod, SourceKind, Speaker
from rujuk.model.measure import Catalog, Measure, Temporality
from rujuk.model.report import Basis, Outlet, Published, Report
from rujuk.model.span import Days, Span, Where
from rujuk.model.story import Bilingual, Reuse, ReuseKind


def measure(
    name: str, id_: str, en: str, temporality: Temporality, *, unit: str | None = "person", **likeness: float | None
) -> Measure:
    question = Bilingual(id=f"Berapa {id_.lower()} di {{place}}?", en=f"How many {en.lower()} in {{place}}?")
    return Measure(
        name=name, label=Bilingual(id=id_, en=en), question=question, unit=unit, temporality=temporality, weight=0.8, **likeness
    )  # type: ignore[arg-type]


CATALOG = Catalog(
    measures=(
        measure("attackers", "Penyerang", "Attackers", Temporality.STATIC),
        measure("buildings", "Bangunan", "Buildings", Temporality.CUMULATIVE, unit=None),
        measure("detained", "Ditahan", "Detained", Temporality.CUMULATIVE, acted=True),
        measure("displaced", "Mengungsi", "Displaced", Temporality.STATE, moving=True),
        measure("aboard", "Penumpang", "Aboard", Temporality.STATIC),
        measure("height", "Ketinggian", "Height", Temporality.STATIC, unit="m", happening=True, repeated=True),
        measure("injured", "Luka", "Injured", Temporality.CUMULATIVE),
        measure("killed", "Tewas", "Killed", Temporality.CUMULATIVE),
        measure("magnitude", "Magnitudo", "Magnitude", Temporality.STATIC, unit=None, happening=True, spread=0.5),
        measure("money", "Uang", "Money", Temporality.STATIC, unit=None),
    )
)

SAHA = Place(name="Saha", id="x:saha", within=("x:lomar", "Lomar"))
LOMAR = Place(name="Lomar", id="x:lomar", within=("x:land",))
OTHER = Place(name="Tirta", id="x:tirta", within=("x:lomar", "Lomar"))


def day(d: int, month: int = 3) -> Days:
    return Days.on(date(2031, month, d))


def person(name: str, role: str | None = None) -> tuple[str, SourceKind, str | None]:
    return name, SourceKind.PERSON, role


def office(name: str) -> tuple[str, SourceKind, str | None]:
    return name, SourceKind.OFFICE, None


def said(
    words: str,
    name: str = "killed",
    best: float | None = None,
    *,
    low: float | None = None,
    high: float | None = None,
    mod: Mod = Mod.EQUAL,
    source: tuple[str, SourceKind, str | None] | None = None,
    place: Place | None = SAHA,
    counted: str | None = "orang",
    part: str | None = None,
    background: bool = False,
    as_of: Days | None = None,
    unit: str | None = None,
    doubt: str | None = None,
    denied: bool = False,
    planned: bool = False,
    increment: bool = False,
    rule: str = "",
) -> dict[str, object]:
    """Describe a claim whose evidence is `words`; `make_report` binds it to the text."""
    return {
        "words": words, "name": name, "value": Value(low=low, best=best, high=high, mod=mod, unit=unit), "source": source, "place": place,
        "counted": counted, "part": part, "background": background, "as_of": as_of, "doubt": doubt, "denied": denied, "planned": planned, "increment": increment, "rule": rule,
    }  # fmt: skip


def make_report(
    outlet: str,
    text: str,
    claims: Sequence[dict[str, object]] = (),
    *,
    on: Days | None = None,
    local: str | None = None,
    title: str | None = None,
    language: str = "id",
    wires: Sequence[str] = (),
    places: Sequence[tuple[str, str | None, tuple[str, ...]]] = (),
) -> MarkedReport:
    """Make a report with its claims; each claim's words must stand in the title or the text.  `places` are names, ids and what lies around."""
    published = Published(days=on, basis=Basis.METADATA, local=local) if on else None
    report = Report(
        id=make_id("report", outlet, text), source=f"{outlet}.txt", outlet=Outlet(name=outlet), title=title,
        language=language, published=published, text=text,
    )  # fmt: skip
    pack = load_pack(language)
    assert pack is not None
    made: list[Claim] = []
    people: dict[str, Entity] = {}
    heard: list[Attribution] = []
    for c in claims:
        words = str(c["words"])
        where = Where.TITLE if title and words in title else Where.TEXT
        start = (title or "").index(words) if where == Where.TITLE else text.index(words)
        span = Span(start=start, end=start + len(words), exact=words, where=where)
        credited = None
        if c["source"] is not None:
            name, kind, role = c["source"]  # type: ignore[misc]
            entity = make_id("person", name)
            people[name] = Entity(id=entity, kind=EntityKind.PERSON, name=name, role=role)
            credited = Credited(name=name, kind=kind, entity=entity)
            heard.append(
                Attribution(
                    id=make_id("attribution", report.id, name, start),
                    kind=AttributionKind.INDIRECT,
                    content=span,
                    source=Speaker(name=name, kind=kind, entity=entity, role=role),
                )
            )
        made.append(
            Claim(
                id=make_id("claim", report.id, str(where), start, str(c["name"])),
                measure=str(c["name"]),
                evidence=span,
                value=c["value"],
                part=c["part"],
                place=c["place"],
                as_of=c["as_of"],
                counted=c["counted"],  # type: ignore[arg-type]
                background=bool(c["background"]),
                source=credited,
                doubt=c["doubt"],
                increment=bool(c["increment"]),  # type: ignore[arg-type]
                rule=str(c["rule"]),
                polarity=Polarity.DENIED if c["denied"] else Polarity.AFFIRMED,
                modality=Modality.PLANNED if c["planned"] else Modality.ASSERTED,
            )
        )
    return MarkedReport(
        report=report,
        sentences=find_sentences(report, pack=pack),
        credits=tuple(Credit(agency=w) for w in wires),
        entities=(*(people[k] for k in sorted(people)), *(_place(text, *x) for x in places)),
        attributions=tuple(heard),
        claims=tuple(made),
    )


def _place(text: str, name: str, ident: str | None, within: tuple[str, ...]) -> Entity:
    start = text.index(name)
    mention = Span(start=start, end=start + len(name), exact=name)
    return Entity(id=make_id("place", name), kind=EntityKind.PLACE, name=name, place=ident, within=within, mentions=(mention,))


def statement(marked: MarkedReport, words: str, *, denied: bool = False, source: str | None = None) -> MarkedReport:
    """Add a statement claim on the sentence `words`."""
    start = marked.report.text.index(words)
    claim = Claim(
        id=make_id("claim", marked.report.id, "statement", start),
        kind=ClaimKind.STATEMENT,
        measure=None,
        evidence=marked.report.piece(start, start + len(words)),
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        source=Credited(name=source) if source else None,
    )
    from dataclasses import replace

    return replace(marked, claims=(*marked.claims, claim))


def with_attribution(marked: MarkedReport, words: str, name: str, kind: SourceKind, role: str | None = None) -> MarkedReport:
    """Add somebody's words that hold no figure."""
    from dataclasses import replace

    start = marked.report.text.index(words)
    made = Attribution(
        id=make_id("attribution", marked.report.id, name, start),
        kind=AttributionKind.INDIRECT,
        content=marked.report.piece(start, start + len(words)),
        source=Speaker(name=name, kind=kind, entity=None, role=role),
    )
    return replace(marked, attributions=(*marked.attributions, made))


def copy_of(source: MarkedReport, target: MarkedReport, share: float = 0.95) -> Reuse:
    return Reuse(source=source.report.id, target=target.report.id, kind=ReuseKind.SYNDICATED, share=share)

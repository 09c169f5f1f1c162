"""A story of twice the reports takes about twice the comparisons, and what is compared by kind is what each with each would give."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from newsroom import CATALOG, OTHER, SAHA, day, make_report, office, said, statement

from rujuk.model.claim import ClaimKind
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Mod
from rujuk.reconcile import align, case, clauses, findings, moments, pairing, sameness, verdict
from rujuk.reconcile.compare import later
from rujuk.reconcile.datum import Datum, gather
from rujuk.reconcile.likeness import THRESHOLD, likeness
from rujuk.reconcile.points import Nearness, make_points, telling, weigh

FIRST = (
    "Petugas membangun jembatan darurat di hilir",
    "Sekolah dasar selesai dicat sepekan",
    "Pasar ikan dibuka lagi sore hari",
)
THEN = ("karena arus sungai masih deras", "setelah listrik padam sejak malam", "atas permintaan warga dua desa")
MOST = 2.6
"""Twice the reports may take so many times the comparisons: a little more than twice, for what is shared by more."""


def crowd(count: int) -> list[MarkedReport]:
    """Make reports of one flood: a toll that grows over ten days, one figure of another office, one of another town, and two statements."""
    out = []
    for n in range(count):
        on, toll = 1 + 10 * n // count, 20 + 10 * n // count
        killed, again = f"{toll} orang tewas akibat banjir", f"{toll + n % 2} orang tewas menurut catatan kedua"
        hurt, rough = f"{3 * toll} orang luka di Tirta", "puluhan orang luka sore itu"
        point = f"{FIRST[n % 3]} {THEN[n // 3 % 3]}"
        other = f"Gubernur {'membantah' if n % 7 == 0 else 'menyatakan'} bendungan retak sejak pagi"
        text = f"{killed}.\n{again}.\n{hurt}.\n{rough}.\n{point}.\n{other}.\nLaporan {n} dari lokasi."
        claims = (
            said(killed, best=toll, source=office("BPBD Saha")),
            said(again, best=toll + n % 2, mod=Mod.EQUAL_OR_MORE if n % 5 == 0 else Mod.EQUAL, source=office("Polres Saha")),
            said(hurt, "injured", 3 * toll, place=OTHER, part="anak" if n % 4 == 0 else None),
            said(rough, "injured", low=20, high=99, place=SAHA if n % 2 else None),
        )
        local = f"2031-03-{on:02d}T{n % 24:02d}:00:00+07:00" if n % 3 else None
        made = make_report(
            f"Media {n}", text, claims, on=day(on), local=local, title=f"Banjir Saha, {toll} tewas" if n % 3 else None
        )
        out.append(statement(statement(made, point), other, denied=n % 7 == 0))
    return out


def counting(monkeypatch: pytest.MonkeyPatch, count: Counter[str]) -> None:
    """Count how often the comparisons of two are called."""

    def counted(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            count[name] += 1
            return real(*args, **options)

        return call

    places = {
        pairing: ("likeness", "numbers"),
        sameness: ("signs", "never", "disputed"),
        verdict: ("later", "compatible"),
        case: ("later", "compatible"),
        align: ("compatible",),
    }
    for module, names in places.items():
        for name in names:
            monkeypatch.setattr(module, name, counted(name, getattr(module, name)))


def test_twice_the_reports_take_about_twice_the_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = []
    for size in (90, 180):
        count: Counter[str] = Counter()
        with monkeypatch.context() as patch:
            counting(patch, count)
            findings.find_findings("story:x", crowd(size), (), catalog=CATALOG)
        counts.append(count)
    assert counts[0]["likeness"] > 90
    assert counts[0]["never"] > 10
    for name in ("likeness", "never", "signs"):
        assert counts[1][name] <= MOST * counts[0][name], (name, counts)
    assert counts[1].total() <= MOST * counts[0].total(), counts


@pytest.mark.parametrize("name", ["killed", "injured"])
def test_kinds_of_figures_give_what_each_with_each_gives(name: str) -> None:
    measure = CATALOG.get(name)
    assert measure is not None
    data = [d for d in gather(crowd(24), ClaimKind.FIGURE) if d.claim.measure == name]
    main, only = align.principals(data), align.singles(data)
    close: dict[float, set[tuple[int, int]]] = defaultdict(set)
    kept_apart = 0
    for (i, a), (j, b) in combinations(enumerate(data), 2):
        found = likeness(
            a,
            b,
            measure,
            principal=a.id in main and b.id in main and a.report != b.report,
            alone=a.id in only and b.id in only and a.report != b.report,
        )
        if found.score >= THRESHOLD:
            close[found.score].add((i, j))
        kept_apart += found.signs[:1] != () and found.signs[0][1] == -1.0
    pairs = pairing.Pairing(data, measure, main, only)
    levels = [{p for k in kinds for p in pairs.figures(*k)} | set(own) for kinds, own in pairs.levels()]
    assert [x for x in levels if x] == [close[score] for score in sorted(close, reverse=True)]
    everything = range(len(data))
    vetoes = sum(pairs.crossing(pairs.group([i]), pairs.group([j]))[0] for i, j in combinations(everything, 2))
    assert vetoes == kept_apart
    assert kept_apart > 0 or name == "killed"  # All tolls of the story may go together.


def test_kinds_of_clauses_give_what_each_with_each_gives() -> None:
    points = make_points(crowd(24))
    near, rare = Nearness(weigh(points)), telling(points)
    same = sameness.Sameness(near)
    told = [
        ((p.keys | p.shared) & rare) | frozenset(sorted(p.keys, key=lambda k: (-near.weights[k], k))[: clauses.RAREST])
        for p in points
    ]
    close: set[tuple[int, int]] = set()
    for (i, a), (j, b) in combinations(enumerate(points), 2):
        if a.datum.report == b.datum.report or told[i].isdisjoint(told[j]):
            continue
        barred, score = same.relation(a, b)
        if not barred and score >= sameness.ALIKE:
            close.add((i, j))
    pairs = clauses.Clauses(points, near, rare)
    assert {p for kinds, own in pairs.levels() for p in (*own, *(q for k in kinds for q in pairs.figures(*k)))} == close
    assert len(close) > len(points)


def test_moments_count_as_later_does() -> None:
    data: list[Datum] = gather(crowd(30), ClaimKind.FIGURE)
    known = moments.Moments(data)
    for d in data:
        assert known.after(d) == sum(later(e, d) for e in data)
        assert known.before(d) == sum(later(d, e) for e in data)
    early, late = [d for d in data if d.said == day(1)], [d for d in data if d.said == day(4)]
    assert len(early) > 1
    assert len(late) > 1
    assert moments.Moments(late).all_after(moments.Moments(early))
    assert not moments.Moments(early).all_after(moments.Moments(late))
    assert not moments.Moments(data).all_after(moments.Moments(early))

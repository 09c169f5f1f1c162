"""How likely two clauses make one point, and what keeps them apart whatever they share."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import day, make_report, statement

from rujuk.lang.base import load_pack
from rujuk.mark.quantities import find_quantities
from rujuk.mark.times import find_times
from rujuk.model.ids import make_id
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Entity, EntityKind
from rujuk.reconcile.points import Nearness, Point, make_points, weigh
from rujuk.reconcile.sameness import ALIKE, Sameness, Sign, load_weights, never, signs


def read(outlet: str, text: str, *persons: str, language: str = "id", source: str | None = None) -> MarkedReport:
    pack = load_pack(language)
    assert pack is not None
    m = statement(make_report(outlet, text + ".", on=day(20), language=language), text, source=source)
    times = find_times(m.report, m.sentences, pack=pack, reference=day(20))
    named = tuple(
        Entity(
            id=make_id("entity", outlet, name),
            kind=EntityKind.PERSON,
            name=name,
            mentions=(m.report.piece(text.index(name), text.index(name) + len(name)),),
        )
        for name in persons
    )
    return replace(m, times=times, entities=named, quantities=find_quantities(m.report, m.sentences, times, pack=pack))


def pair(a: MarkedReport, b: MarkedReport, *others: MarkedReport) -> tuple[Point, Point, Sameness]:
    found = make_points((a, b, *others))
    of = {p.datum.report: p for p in found}
    return of[a.report.id], of[b.report.id], Sameness(Nearness(weigh(found)))


OTHERS = (
    read("Harian Y", "Wali kota membuka pameran lukisan anak sekolah di balai kota"),
    read("Harian Z", "Panen padi tahun ini melimpah di dataran rendah Tirta"),
)


def test_a_paraphrase_is_likelier_than_another_thing_about_the_same() -> None:
    a = read("Harian A", "Polisi menyegel gudang pupuk palsu milik pengusaha di Saha")
    b = read("Harian B", "Gudang pupuk palsu di Saha itu disegel polisi")
    c = read("Harian C", "Pemilik gudang pupuk di Saha mengaku tidak tahu soal izin")
    x, y, same = pair(a, b, c, *OTHERS)
    x2, z, _ = pair(a, c, b, *OTHERS)
    assert same(x, y) >= ALIKE > same(x2, z)
    assert same(x, y) == same(y, x)


def test_joined_words_share_their_spelling() -> None:
    a = read("Harian A", "Hakim menolak gugatan warga atas bendungan Tirta")
    b = read("Harian B", "Hakimmenolak gugatanwarga atas bendunganTirta")
    x, y, _ = pair(a, b)
    assert signs(x, y, weigh([x, y]))[Sign.SPELLING] == 1.0
    assert len(load_weights()) == len(Sign)


@pytest.mark.parametrize(
    ("one", "other", "persons"),
    [
        (
            "Hakim menyatakan terdakwa Rudi Anwar bersalah menyuap pegawai",
            "Hakim menyatakan terdakwa Sari Utami bersalah menyuap pegawai",
            True,
        ),
        (
            "Hakim menyatakan terdakwa Rudi Anwar bersalah menyuap pegawai",
            "Hakim menyatakan Terdakwa Sari Utami bersalah menyuap pegawai",
            False,
        ),
        ("Polisi menyita 3 truk pasir dari tambang liar", "Polisi menyita 9 truk pasir dari tambang liar", False),
        ("Jaksa menuntut pengusaha itu membayar denda", "Hakim memvonis pengusaha itu membayar denda", False),
        ("Bendungan Tirta jebol pada 5 Maret", "Bendungan Tirta jebol pada 12 Maret", False),
    ],
)
def test_what_never_makes_one_point(one: str, other: str, persons: bool) -> None:
    names = ("Rudi Anwar",), ("Sari Utami",)
    a = read("Harian A", one, *(names[0] if persons else ()))
    b = read("Harian B", other, *(names[1] if persons else ()))
    x, y, same = pair(a, b, read("Harian C", "Sidang terdakwa itu dibuka untuk umum"))
    assert never(x, y)
    assert same.relation(x, y) == (1, 0.0)
    again, twin, _ = pair(a, read("Harian D", one, *(names[0] if persons else ())))
    assert not never(again, twin)


def test_long_and_short_names_are_one_person() -> None:
    a = read("Harian A", "Gubernur Rahmat Wijaya meresmikan jembatan Tirta", "Rahmat Wijaya")
    b = read("Harian B", "Wijaya meresmikan jembatan Tirta", "Wijaya")
    x, y, _ = pair(a, b)
    assert not never(x, y)


def test_a_clause_goes_on_about_the_person_before_it() -> None:
    text = "Sari Utami divonis empat tahun penjara dan dihukum membayar denda"
    m = read("Harian A", text, "Sari Utami")
    later = "dihukum membayar denda"
    at = text.index(later)
    alone = replace(m, claims=tuple(replace(c, evidence=m.report.piece(at, at + len(later))) for c in m.claims))
    (p,) = make_points((alone,))
    assert p.people == frozenset({frozenset({"sari", "utami"})})

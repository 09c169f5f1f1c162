"""The timeline over reports made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rujuk.lang.base import load_pack
from rujuk.mark.sentences import find_sentences
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Attribution, AttributionKind, Speaker, TimeKind, TimeMention
from rujuk.model.report import Basis, Published, Report
from rujuk.model.span import Days
from rujuk.model.story import Reuse, ReuseKind
from rujuk.tell.timeline import make_timeline


def report(key: str, text: str, dated: dict[str, int], *, said: str | None = None, on: int = 10) -> MarkedReport:
    r = Report(
        id=key, source=key, language="id", text=text, published=Published(days=Days.on(date(2031, 3, on)), basis=Basis.METADATA)
    )  # fmt: skip
    pack = load_pack("id")
    assert pack is not None
    times = []
    for words, d in dated.items():
        at = text.index(words)
        times.append(TimeMention(span=r.piece(at, at + len(words)), kind=TimeKind.DATE, days=Days.on(date(2031, 3, d))))
    heard = ()
    if said:
        at = text.index(said)
        heard = (
            Attribution(
                id=f"a:{key}",
                kind=AttributionKind.INDIRECT,
                content=r.piece(at, at + len(said)),
                source=Speaker(name="Rudi Anwar"),
            ),
        )
    return MarkedReport(report=r, sentences=find_sentences(r, pack=pack), times=tuple(times), attributions=heard)


A = report("a", "Gempa mengguncang kota Saha pada Senin (3/3) dan merusak puluhan rumah warga.", {"Senin (3/3)": 3})
B = report("b", "Senin (3/3), gempa mengguncang Saha; puluhan rumah warga rusak.", {"Senin (3/3)": 3})


def test_one_line_for_one_happening() -> None:
    (line,) = make_timeline([A, B], (), ())
    assert line.days == Days.on(date(2031, 3, 3))
    assert len(line.evidence) == 2
    assert line.origins == 2
    assert not line.planned


def test_a_copy_is_no_second_origin() -> None:
    reuse = [Reuse(source="a", target="b", kind=ReuseKind.SYNDICATED, share=0.9)]
    (line,) = make_timeline([B, A], (), reuse)
    assert line.origins == 1


def test_the_day_of_speaking_is_no_happening() -> None:
    text = "Puluhan rumah warga rusak akibat gempa, kata Rudi Anwar pada Selasa (4/3)."
    assert (
        make_timeline([report("c", text, {"Selasa (4/3)": 4}, said="Puluhan rumah warga rusak akibat gempa"), A], (), ())[1:]
        == ()
    )
    kept = report("d", text, {"Selasa (4/3)": 4})
    assert len(make_timeline([kept], (), ())) == 1


def test_what_is_to_come_is_planned_and_days_keep_their_order() -> None:
    later = report("e", "Pemerintah membuka kembali sekolah yang rusak di Saha pada 20 Maret.", {"20 Maret": 20})
    lines = make_timeline([later, A], (), ())
    assert [(x.days.earliest.day, x.planned) for x in lines] == [(3, False), (20, True)]


def test_a_story_that_dates_nothing_has_the_line_of_its_leads() -> None:
    text = "Puluhan rumah warga rusak akibat gempa, kata Rudi Anwar pada Selasa (4/3)."
    (line,) = make_timeline([report("c", text, {"Selasa (4/3)": 4}, said="Puluhan rumah warga rusak akibat gempa")], (), ())
    assert line.days == Days.on(date(2031, 3, 10))
    assert line.text.id == "Puluhan rumah warga rusak akibat gempa"


def test_history_is_no_line() -> None:
    text = "Gempa besar merusak ratusan rumah warga di Saha pada 2 Januari. Pada Senin (3/3), gempa mengguncang kota Saha dan merusak rumah warga."
    lines = make_timeline([report("f", text, {"2 Januari": 3, "Senin (3/3)": 3}), A], (), ())
    assert len(lines) == 1
    old = report("g", text, {"Senin (3/3)": 3})
    past = TimeMention(span=old.report.piece(52, 61), kind=TimeKind.DATE, days=Days.on(date(2031, 1, 2)))
    lines = make_timeline([replace(old, times=(past, *old.times)), A], (), ())
    assert [x.days.earliest for x in lines] == [date(2031, 3, 3)]


def test_calls_to_the_public_are_no_happening() -> None:
    text = "Warga diimbau tidak mendekati rumah yang rusak akibat gempa hingga Senin (3/3)."
    lines = make_timeline([report("h", text, {"Senin (3/3)": 3}), A], (), ())
    assert len(lines) == 1
    assert len(lines[0].evidence) == 1


def test_a_line_is_told_by_the_outlet_and_not_in_a_quote() -> None:
    text = "“Gempa mengguncang kota Saha pada Senin (3/3) dan merusak puluhan rumah warga kami di sini”, kata Rudi Anwar."
    quote = report(
        "q",
        text,
        {"Senin (3/3)": 3},
        said="Gempa mengguncang kota Saha pada Senin (3/3) dan merusak puluhan rumah warga kami di sini",
    )
    direct = replace(quote, attributions=tuple(replace(a, kind=AttributionKind.DIRECT) for a in quote.attributions))
    (line,) = make_timeline([direct, B], (), ())
    assert line.text.id.startswith("Senin (3/3), gempa")


def test_what_was_planned_and_then_done_is_one_line() -> None:
    a = report("a", "Parlemen akan mengesahkan anggaran kota Saha pada Kamis (13/3) di gedung baru.", {"Kamis (13/3)": 13}, on=10)
    b = report("b", "Parlemen mengesahkan anggaran kota Saha pada Kamis (13/3) di gedung baru.", {"Kamis (13/3)": 13}, on=14)
    (line,) = make_timeline([a, b], (), ())
    assert not line.planned
    assert len(line.evidence) == 2
    assert "akan" not in line.text.id
    (alone,) = make_timeline([a], (), ())
    assert alone.planned


def test_late_in_a_month_and_that_month_are_one_line() -> None:
    a = report("a", "Kapal tanker itu disita petugas pelabuhan Saha pada akhir Februari.", {"akhir Februari": 1})
    b = report("b", "Petugas pelabuhan Saha menyita kapal tanker itu pada Februari.", {"Februari": 1})
    late = Days(earliest=date(2031, 2, 21), latest=date(2031, 2, 28))
    month = Days(earliest=date(2031, 2, 1), latest=date(2031, 2, 28))
    a = replace(a, times=tuple(replace(t, days=late) for t in a.times))
    b = replace(b, times=tuple(replace(t, days=month) for t in b.times))
    (line,) = make_timeline([a, b], (), ())
    assert line.days == late


def test_what_did_not_happen_is_not_what_did() -> None:
    a = report("a", "Gunung Saha kembali meletus dan warga mengungsi pada Senin (3/3).", {"Senin (3/3)": 3})
    b = report("b", "Pada Senin (3/3) belum ada warga mengungsi akibat gunung Saha meletus.", {"Senin (3/3)": 3})
    assert len(make_timeline([a, b], (), ())) == 2

"""Points that are no figure, over reports made by hand."""

from __future__ import annotations

from dataclasses import replace

from newsroom import CATALOG, day, make_report, said, statement

from rujuk.lang.base import load_pack
from rujuk.lang.statements import StatementLexicon
from rujuk.mark.quantities import find_quantities
from rujuk.mark.times import find_times
from rujuk.model.claim import ClaimKind
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Entity, EntityKind
from rujuk.model.story import Finding, Status
from rujuk.reconcile.findings import find_findings
from rujuk.reconcile.statements import MOST

FILLER = (
    "Harga cabai di pasar induk turun sejak pekan lalu.",
    "Wali kota membuka pameran lukisan anak sekolah.",
    "Pemain sepak bola itu pindah ke klub luar negeri.",
    "Panen padi tahun ini melimpah di dataran rendah.",
)


def report(
    outlet: str, *sentences: str, language: str = "id", d: int = 3, source: str | None = None, denied: bool = False
) -> MarkedReport:
    filler = FILLER if language == "id" else ()
    m = make_report(outlet, " ".join((*sentences, *filler)), on=day(d), language=language)
    for s in sentences:
        m = statement(m, s, source=source, denied=denied)
    for s in filler:
        m = statement(m, s)
    return m


def points(*reports: MarkedReport) -> list[Finding]:
    found = find_findings("story:1", reports, (), catalog=CATALOG)
    return [f for f in found if f.kind == ClaimKind.STATEMENT and not any(x in f.summary.id for x in FILLER)]


def test_the_same_point_in_other_words() -> None:
    a = report("Harian A", "Api diduga berasal dari lilin yang dinyalakan saat listrik padam.")
    b = report("Harian B", "Kebakaran itu diduga berasal dari lilin yang menyala ketika aliran listrik padam.")
    (f,) = points(a, b)
    assert f.status == Status.AGREED
    assert len(f.claims) == 2
    assert f.measure is None
    assert f.estimate is None


def test_the_same_quote_is_one_origin() -> None:
    words = "Bendungan itu aman dan warga hilir tidak perlu mengungsi dari rumah."
    (f,) = points(report("Harian A", words, source="Rudi Anwar"), report("Harian B", words, source="Rudi Anwar"))
    assert f.status == Status.SINGLE_ORIGIN


def test_affirmed_here_and_denied_there() -> None:
    a = report("Harian A", "Ada kerusakan pada gedung kedutaan asing selama kerusuhan.")
    b = report("Harian B", "Tidak ada kerusakan pada gedung kedutaan asing selama kerusuhan.", denied=True)
    (f,) = points(a, b)
    assert f.status == Status.CONTESTED
    assert f.reasons[0].code == "statement-polarity"


def test_opposite_words() -> None:
    a = report("Harian A", "Pasukan penjaga perdamaian akan tinggal di Lomar untuk waktu yang singkat.")
    b = report("Harian B", "Pasukan penjaga perdamaian akan tinggal di Lomar untuk waktu yang lama.")
    (f,) = points(a, b)
    assert f.status == Status.CONTESTED
    assert f.reasons[0].code == "statement-antonym"


def test_two_clock_times_of_one_happening() -> None:
    pack = load_pack("id")
    assert pack is not None
    marked = []
    for outlet, text in (
        ("Harian A", "Api padam pada pukul 04.30 WIB."),
        ("Harian B", "Petugas memadamkan api di pasar itu pada pukul 04.45 WIB."),
    ):
        m = report(outlet, text)

        marked.append(replace(m, times=find_times(m.report, m.sentences, pack=pack, reference=day(3))))
    (f,) = points(*marked)
    assert f.status == Status.CONTESTED
    assert f.reasons[0].code == "statement-clock"
    assert "04.30" in f.reasons[0].detail.id


def measured(outlet: str, text: str, d: int = 3, source: str | None = None) -> MarkedReport:
    m = report(outlet, text, d=d, source=source)
    pack = load_pack("id")
    assert pack is not None
    return replace(m, quantities=find_quantities(m.report, m.sentences, (), pack=pack))


def test_one_thing_measured_differently() -> None:
    a = measured("Harian A", "Titik gempa terletak di laut 136 km barat daya Saha.", source="Badan Gempa")
    b = measured("Harian B", "Gempa itu berpusat 140 km barat daya Saha, kata badan itu.", d=4, source="Badan Gempa")
    (f,) = points(a, b)
    assert (f.status, f.reasons[0].code) == (Status.UPDATED, "statement-number")
    assert "136 km" in f.reasons[0].detail.en


def test_what_is_measured_elsewhere_is_another_thing() -> None:
    a = measured("Harian A", "Titik gempa terletak di laut 136 km barat daya Saha.")
    b = measured("Harian B", "Jalan tol dari bandara ke pelabuhan baru itu panjangnya 140 km.")
    assert points(a, b) == []


def named(outlet: str, text: str, name: str, *aliases: str, kind: EntityKind = EntityKind.PERSON) -> MarkedReport:
    m = report(outlet, text)
    start = m.report.text.index(name)
    span = m.report.piece(start, start + len(name))
    return replace(m, entities=(Entity(id=f"{kind}:{name}", kind=kind, name=name, mentions=(span,), aliases=aliases),))


def test_a_name_that_reports_spell_differently() -> None:
    a = named("Harian A", "Polisi menahan Wisnu Hermanto di pelabuhan.", "Wisnu Hermanto")
    b = named("Harian B", "Kapal itu milik Wishnu Hermanto.", "Wishnu Hermanto")
    (f,) = points(a, b)
    assert (f.status, f.reasons[0].code) == (Status.CONTESTED, "statement-name")
    assert "Wisnu Hermanto" in f.question.en
    assert "Wishnu Hermanto" in f.summary.id


def test_two_persons_are_not_one_misspelled() -> None:
    a = named("Harian A", "Polisi menahan Budi Hermanto di pelabuhan.", "Budi Hermanto")
    b = named("Harian B", "Kapal itu milik Rudi Hermanto.", "Rudi Hermanto")
    assert points(a, b) == []


def test_a_body_of_one_abbreviation_and_two_names() -> None:
    a = named("Harian A", "Izin PT Laju Inti Surya dicabut.", "PT Laju Inti Surya", "LIS", kind=EntityKind.ORGANISATION)
    b = named("Harian B", "Kapal itu milik PT Laju Inti Samudra.", "PT Laju Inti Samudra", "PT LIS", kind=EntityKind.ORGANISATION)
    (f,) = points(a, b)
    assert f.reasons[0].code == "statement-name"


def test_what_cannot_be_denied_is_affirmed() -> None:
    pack = load_pack("en")
    assert pack is not None
    lexicon = pack.lexicon(StatementLexicon)
    assert lexicon.denied_outright("The minister denied that the dam had burst")
    assert not lexicon.denied_outright("We cannot deny that the dam had burst")


def test_across_languages_by_concepts_names_and_numbers() -> None:
    a = report("Harian A", "Palang Merah dan Swiss menjadi penengah pembebasan sandera di Banke, kata Presiden Tulegen.")
    b = report("Post B", "President Tulegen said Swiss envoys arranged the release of the hostages in Banke.", language="en")
    (f,) = points(a, b)
    assert len(f.claims) == 2


def test_different_points_stay_apart() -> None:
    a = report("Harian A", "Sekolah di Saha diliburkan selama tiga hari.")
    b = report("Harian B", "Jembatan di Saha putus diterjang banjir bandang.")
    assert points(a, b) == []


def test_one_report_alone_makes_no_point_of_the_story() -> None:
    assert points(report("Harian A", "Sekolah di Saha diliburkan selama tiga hari karena banjir.")) == []


def test_a_word_of_denial_disputes_what_another_tells() -> None:
    a = report("Harian A", "Kelompok bersenjata melepaskan tembakan ke arah bandara Saha.")
    b = report("Harian B", "Tentara membantah adanya kontak tembak di bandara Saha.", denied=True)
    (f,) = points(a, b)
    assert f.status == Status.CONTESTED


def test_a_copied_sentence_is_no_point() -> None:
    words = "Jembatan gantung di hulu sungai Saha putus diterjang banjir bandang."
    assert points(report("Harian A", words), report("Harian B", words, d=4)) == []


def test_a_copied_sentence_that_one_report_credits_is_one_origin() -> None:
    words = "Jembatan gantung di hulu sungai Saha putus diterjang banjir bandang."
    (f,) = points(report("Harian A", words, source="Rudi Anwar"), report("Harian B", words, d=4))
    assert f.status == Status.SINGLE_ORIGIN


def test_at_most_so_many_points_and_figures_weigh_more() -> None:
    things = ("jembatan", "sekolah", "masjid", "pasar", "terminal", "stadion", "museum", "kantor", "gudang", "puskesmas")
    said = tuple(f"Petugas menutup {t} di kecamatan {t.title()} Hulu karena banjir bandang." for t in things)
    again = tuple(f"Akibat banjir bandang, {t} di kecamatan {t.title()} Hulu ditutup petugas." for t in things)
    found = points(report("Harian A", *said), report("Harian B", *again))
    assert 0 < len(found) <= MOST
    assert all(f.weight <= 0.75 for f in found)


def test_the_question_is_an_editors() -> None:
    a = report("Harian A", "Api diduga berasal dari lilin yang dinyalakan saat listrik padam.")
    b = report("Harian B", "Kebakaran itu diduga berasal dari lilin yang menyala ketika aliran listrik padam.")
    (f,) = points(a, b)
    assert f.question.en.startswith("What is reported: “")
    assert f.question.id.startswith("Apa yang dilaporkan: “")


def test_other_days_and_other_amounts_are_other_points() -> None:
    pack = load_pack("id")
    assert pack is not None

    def read(outlet: str, text: str) -> MarkedReport:
        m = report(outlet, text, d=20)
        times = find_times(m.report, m.sentences, pack=pack, reference=day(20))
        return replace(m, times=times, quantities=find_quantities(m.report, m.sentences, times, pack=pack))

    first = read("Harian A", "Gunung Tirta meletus dan abu menutup jalan raya kota Saha pada 5 Maret.")
    again = read("Harian B", "Pada 5 Maret jalan raya kota Saha ditutup karena Gunung Tirta meletus dan melontarkan abu.")
    later = read("Harian C", "Pada 12 Maret jalan raya kota Saha ditutup karena Gunung Tirta meletus dan melontarkan abu.")
    assert len(points(first, again)) == 1
    assert points(first, later) == []
    three = read("Harian D", "Polisi menyita 3 truk pasir ilegal milik pengusaha tambang di kota Saha.")
    nine = read("Harian E", "Di kota Saha, 9 truk pasir ilegal disita dari pengusaha tambang oleh polisi.")
    alike = read("Harian F", "Di kota Saha, 3 truk pasir ilegal disita dari pengusaha tambang oleh polisi.")
    assert points(three, nine) == []
    assert len(points(three, alike)) == 1


def test_what_only_repeats_a_figure_is_no_point() -> None:
    def read(outlet: str, text: str, words: str, *others: str) -> MarkedReport:
        m = make_report(outlet, " ".join((text, *others)), (said(words, best=340),), on=day(3))
        for s in (text, *others):
            m = statement(m, s)
        return m

    a = read("Harian A", "Banjir itu menewaskan 340 warga.", "menewaskan 340 warga", *FILLER[:2])
    b = read("Harian B", "Sebanyak 340 warga tewas akibat banjir itu.", "340 warga tewas", *FILLER[2:])
    assert points(a, b) == []
    more = "Banjir itu menewaskan 340 warga karena tanggul sungai jebol setelah bendungan tua di hulu retak."
    again = "Akibat retakan bendungan tua di hulu, tanggul sungai pun jebol; 340 warga tewas dalam banjir."
    c, d = read("Harian C", more, "menewaskan 340 warga", *FILLER[:2]), read("Harian D", again, "340 warga tewas", *FILLER[2:])
    assert len(points(c, d)) == 1


def test_no_chain_drifts_to_another_point() -> None:
    a = report("Harian A", "Bendungan tua di hulu sungai retak setelah gempa mengguncang lereng gunung.")
    b = report("Harian B", "Bendungan tua di hulu sungai retak setelah gempa, dan bupati meresmikan pasar ikan baru di muara.")
    c = report("Harian C", "Bupati meresmikan pasar ikan baru di muara bersama para pedagang.")
    assert not any(len(f.claims) > 2 for f in points(a, b, c))

"""Dossiers made by hand for the tests of what people read: one rich story, and extreme ones.  All invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from desks import GENERATOR, Desk, at, finding, on, sure, two
from rujuk.model.claim import Modality, Place
from rujuk.model.dossier import Dossier
from rujuk.model.ids import make_id
from rujuk.model.marks import (
    EntityKind,
    Mod,
    SourceKind,
)
from rujuk.model.report import Basis, Failure
from rujuk.model.span import Days, Where
from rujuk.model.story import (
    Alert,
    Anchor,
    Estimate,
    Origin,
    Passage,
    Piece,
    Reason,
    Reuse,
    ReuseKind,
    Status,
    Story,
    TimelineEntry,
)


def ferry() -> Dossier:
    """A ferry fire in an invented strait: six reports in two languages, all six verdicts, a copy, an undated report."""
    sar, port, line = "Rahma Suryani", "Syahbandar Tanjung Kelor", "PT Layar Timur"
    a = Desk(
        "Warta Pesisir", "id", on(3), "Feri terbakar di Selat Randu, empat orang tewas",
        "TANJUNG KELOR – Feri KM Tirta Kencana terbakar di Selat Randu pada Selasa (3/6) pagi. "
        "Sedikitnya empat orang tewas, kata Kepala Kantor SAR Rahma Suryani.\n"
        "“Kami menerima panggilan darurat pukul 06.10 dan kapal pertama tiba empat puluh menit kemudian,” ujar Rahma kepada wartawan.\n"
        "Menurut Syahbandar Tanjung Kelor, manifes mencatat 131 orang di atas kapal. "
        "Sebanyak 96 orang sudah dievakuasi ke dermaga.\n"
        "Tim penyelamat menyebut gelombang setinggi empat meter menyulitkan pencarian.\n"
        "Foto: Asap mengepul dari geladak kendaraan KM Tirta Kencana.",
        url="https://wartapesisir.example/feri-terbakar", bylines=("Nadia Putri",),
    )  # fmt: skip
    b = Desk(
        "Kabar Teluk", "id", on(3), "Empat tewas dalam kebakaran feri",
        "Feri KM Tirta Kencana terbakar di Selat Randu pada Selasa (3/6) pagi. "
        "Sedikitnya empat orang tewas, kata Kepala Kantor SAR Rahma Suryani.\n"
        "Menurut Syahbandar Tanjung Kelor, manifes mencatat 131 orang di atas kapal. Kantor berita Nusa melaporkan bahwa "
        "42 kendaraan berada di geladak bawah, mengutip PT Layar Timur.",
        url="https://kabarteluk.example/2031/06/03/empat-tewas", wires=("Nusa",),
    )  # fmt: skip
    c = Desk(
        "The Strait Ledger", "en", on(4), "Nine dead after ferry fire; survivors speak of overcrowding",
        "Nine people have died after a fire on the ferry KM Tirta Kencana, the search and rescue chief, Rahma Suryani, said on Wednesday.\n"
        "“We are still counting, and I will not give families a number that I may have to take back,” she told a news conference.\n"
        "About 30 people were being treated for burns, the director of the district hospital said. "
        "Survivors’ groups put the number of people on board at 168, well above the port’s list of 131.\n"
        "The operator’s 42 vehicles were all lost, Nusa reported, citing PT Layar Timur.",
        url="https://straitledger.example/news/ferry-nine-dead", bylines=("Tom Avery", "Lestari W."),
    )  # fmt: skip
    d = Desk(
        "Harian Selatan", "id", on(5), "Korban tewas 14 orang, jumlah penumpang dipersoalkan",
        "Jumlah korban tewas kebakaran KM Tirta Kencana naik menjadi 14 orang hingga Kamis malam, kata Rahma Suryani. "
        "Tiga di antaranya anak-anak.\n"
        "Jumlah yang selamat dikoreksi menjadi 89 orang karena tujuh orang tercatat dua kali, jelasnya.\n"
        "Paguyuban Keluarga Penumpang berkeras ada 168 orang di kapal itu. “Anak saya tidak ada di manifes, tetapi ia naik kapal itu,” "
        "kata Dewi Anggraini, seorang ibu.\n"
        "Kantor SAR mencatat 31 orang luka. PT Layar Timur memperkirakan kerugian Rp 2,5 miliar.",
        basis=Basis.DATELINE,
    )  # fmt: skip
    e = Desk(
        "Meridian Post", "en", on(5, 7), "What we know about the Randu Strait ferry fire",
        "At least 14 people died in the fire, the rescue office says. Officials at the port insist that 131 people were on board.\n"
        "A ferry fire in the same strait killed 58 people in 2019.\n"
        "The ministry plans to inspect 60 ferries next week, it said in a statement.",
        basis=Basis.INFERRED, clue="text names Thursday’s toll",
    )  # fmt: skip
    f = Desk(
        "Berita Lontar", "id", on(6), "Pencarian hari keempat, 28 orang masih hilang",
        "Sebanyak 28 orang masih hilang pada hari keempat pencarian, kata Rahma Suryani dalam siaran langsung di Kanal Sembilan. "
        "Pada Rabu lalu angkanya 42 orang.\n“Kami tidak berhenti sebelum semua keluarga mendapat jawaban,” katanya.",
        url="https://beritalontar.example/pencarian",
    )  # fmt: skip
    desks = (a, b, c, d, e, f)
    for desk in desks:
        desk.names(EntityKind.PERSON, "Rahma Suryani", "Kepala Kantor SAR")
        desk.names(EntityKind.PLACE, "Selat Randu")
    a.dated("Selasa (3/6) pagi", on(3))
    b.dated("Selasa (3/6) pagi", on(3))
    f.dated("Rabu lalu", on(4))

    said_a = a.says(sar, "Sedikitnya empat orang tewas", kind="indirect", role="Kepala Kantor SAR")
    a.says(
        sar,
        "Kami menerima panggilan darurat pukul 06.10 dan kapal pertama tiba empat puluh menit kemudian",
        role="Kepala Kantor SAR",
    )
    said_b = b.says(sar, "Sedikitnya empat orang tewas", kind="indirect")
    office = SourceKind.OFFICE
    manifest_a = a.says(port, "manifes mencatat 131 orang di atas kapal", kind="indirect", who=office)
    manifest_b = b.says(port, "manifes mencatat 131 orang di atas kapal", kind="indirect", who=office)
    trucks_b = b.says(line, "42 kendaraan berada di geladak bawah", kind="indirect", who=SourceKind.ORGANISATION, via=("Nusa",))
    said_c = c.says(sar, "Nine people have died after a fire on the ferry KM Tirta Kencana", kind="indirect")
    c.says(
        sar, "We are still counting, and I will not give families a number that I may have to take back", medium="news conference"
    )
    d.says("Dewi Anggraini", "Anak saya tidak ada di manifes, tetapi ia naik kapal itu", role="ibu seorang penumpang")
    said_f = f.says(sar, "Sebanyak 28 orang masih hilang pada hari keempat pencarian", kind="indirect", medium="Kanal Sembilan")
    f.says(sar, "Kami tidak berhenti sebelum semua keluarga mendapat jawaban", medium="Kanal Sembilan")

    least, about = Mod.EQUAL_OR_MORE, Mod.APPROX
    k_title = a.claim("killed", "empat orang tewas", 4, where=Where.TITLE)
    k_a = a.claim("killed", "Sedikitnya empat orang tewas", 4, mod=least, high=None, source=sar, attribution=said_a)
    k_b = b.claim("killed", "Sedikitnya empat orang tewas", 4, mod=least, source=sar, attribution=said_b)
    k_c = c.claim("killed", "Nine people have died", 9, source=sar, attribution=said_c)
    k_d = d.claim("killed", "korban tewas kebakaran KM Tirta Kencana naik menjadi 14 orang", 14, source=sar)
    k_e = e.claim("killed", "At least 14 people died", 14, mod=least, source="Kantor SAR", kind=office)
    kids = d.claim("killed", "Tiga di antaranya anak-anak", 3, part="children", source=sar, carried=True)
    on_a = a.claim("aboard", "131 orang di atas kapal", 131, source=port, kind=office, attribution=manifest_a)
    on_b = b.claim("aboard", "131 orang di atas kapal", 131, source=port, kind=office, attribution=manifest_b)
    on_c = c.claim(
        "aboard", "the number of people on board at 168", 168, source="Paguyuban Keluarga Penumpang", kind=SourceKind.ORGANISATION
    )
    on_d = d.claim(
        "aboard", "ada 168 orang di kapal itu", 168, source="Paguyuban Keluarga Penumpang", kind=SourceKind.ORGANISATION
    )
    on_e = e.claim("aboard", "131 people were on board", 131, source=port, kind=office)
    r_a = a.claim("rescued", "96 orang sudah dievakuasi", 96)
    r_d = d.claim("rescued", "yang selamat dikoreksi menjadi 89 orang", 89, source=sar)
    i_c = c.claim(
        "injured",
        "About 30 people were being treated for burns",
        30,
        mod=about,
        low=27,
        high=33,
        source="RSUD Kelor",
        kind=office,
    )
    i_d = d.claim("injured", "31 orang luka", 31, source="Kantor SAR", kind=office)
    v_b = b.claim(
        "vehicles", "42 kendaraan", 42, unit=None, source=line, kind=SourceKind.ORGANISATION, attribution=trucks_b, via=("Nusa",)
    )
    v_c = c.claim(
        "vehicles", "42 vehicles were all lost", 42, unit=None, source=line, kind=SourceKind.ORGANISATION, via=("Nusa",)
    )
    h_a = a.claim("height", "gelombang setinggi empat meter", 4, unit="m", source="Tim penyelamat", kind=SourceKind.ANONYMOUS)
    m_d = d.claim("money", "kerugian Rp 2,5 miliar", 2.5e9, unit="IDR", source=line, kind=SourceKind.ORGANISATION)
    b_e = e.claim(
        "killed", "killed 58 people in 2019", 58, background=True, day=Days(earliest=date(2019, 1, 1), latest=date(2019, 12, 31))
    )
    p_e = e.claim("attacks", "inspect 60 ferries", 60, unit=None, modality=Modality.PLANNED, source="Kementerian", kind=office)
    x_f = f.claim("missing", "28 orang masih hilang", 28, source=sar, attribution=said_f)
    x_c = f.claim("missing", "angkanya 42 orang", 42, source=sar, day=on(4), carried=True)

    def one(name: str, kind: SourceKind, *claims: str, merged: tuple[str, ...] = (), via: tuple[str, ...] = ()) -> Origin:
        home = {c.id: x.id for x in desks for c in x.claims}
        return Origin(
            name=name, kind=kind, claims=claims, reports=tuple(dict.fromkeys(home[c] for c in claims)), merged=merged, via=via
        )

    person, body = SourceKind.PERSON, SourceKind.ORGANISATION
    killed = finding(
        "killed", Status.UPDATED, two("Berapa orang tewas di Selat Randu?", "How many people were killed in the Randu Strait?"),
        two("Korban tewas: 14 orang (Rahma Suryani, 5 Juni), naik dari sedikitnya 4 (3 Juni).", "Killed: 14 (Rahma Suryani, 5 June), up from at least 4 (3 June)."),
        (one(sar, person, k_a, k_b, k_c, k_d, k_e, k_title, merged=("Kantor SAR",)),), sure(14, on(5)),
        history=(at(on(3), 4, k_a, k_b, k_title, superseded=True), at(on(4), 9, k_c, superseded=True), at(on(5), 14, k_d, k_e)),
        reasons=(
            Reason(code="same-speaker", detail=two("Enam kalimat dalam lima laporan kembali ke Rahma Suryani.", "Six sentences in five reports go back to Rahma Suryani."), claims=(k_a, k_b)),
            Reason(code="grew", detail=two("Hitungannya tumbuh dari hari ke hari: 4, 9, lalu 14.", "The count grew from day to day: 4, 9, then 14."), claims=(k_a, k_c, k_d)),
        ), weight=9.0,
    )  # fmt: skip
    aboard = finding(
        "aboard", Status.CONTESTED, two("Berapa orang berada di atas kapal?", "How many people were on board?"),
        two("Syahbandar mencatat 131 orang di kapal, keluarga penumpang menyebut 168.", "The port lists 131 people on board; passengers’ families say 168."),
        (one(port, office, on_a, on_b, on_e), one("Paguyuban Keluarga Penumpang", body, on_c, on_d)),
        Estimate(low=131, best=None, high=168, unit="person", as_of=on(5)),
        reasons=(Reason(code="origins-differ", detail=two("Dua asal memberi angka yang berbeda untuk pelayaran yang sama, dan tidak ada yang menjelaskannya.", "Two origins give different figures for the same voyage, and nothing explains it."), claims=(on_a, on_c)),),
        weight=8.0,
    )  # fmt: skip
    rescued = finding(
        "rescued", Status.REVISED, two("Berapa orang diselamatkan?", "How many people were rescued?"),
        two("Selamat: 89 orang, dikoreksi turun dari 96.", "Rescued: 89, corrected down from 96."),
        (one("Warta Pesisir", SourceKind.OUTLET, r_a), one(sar, person, r_d)), sure(89, on(5)),
        history=(at(on(3), 96, r_a, superseded=True), at(on(5), 89, r_d)),
        reasons=(Reason(code="lower-later", detail=two("Angka kemudian menurunkan yang lama: tujuh orang tercatat dua kali.", "The later figure lowers the earlier one: seven people had been listed twice."), claims=(r_d,)),),
        weight=6.0,
    )  # fmt: skip
    missing = finding(
        "missing", Status.UPDATED, two("Berapa orang masih hilang?", "How many people are still missing?"),
        two("Hilang: 28 orang (6 Juni), turun dari 42 (4 Juni).", "Missing: 28 (6 June), down from 42 (4 June)."),
        (one(sar, person, x_f, x_c),), sure(28, on(6)), history=(at(on(4), 42, x_c, superseded=True), at(on(6), 28, x_f)),
        reasons=(Reason(code="later-state", detail=two("Keadaan pada waktu yang berbeda; yang terakhir berlaku.", "States at different times; the latest stands.")),), weight=5.0,
    )  # fmt: skip
    injured = finding(
        "injured", Status.AGREED, two("Berapa orang luka?", "How many people were injured?"),
        two("Luka: 31 orang (Kantor SAR), sejalan dengan sekitar 30 (RSUD Kelor).", "Injured: 31 (rescue office), which agrees with about 30 (district hospital)."),
        (one("Kantor SAR", office, i_d), one("RSUD Kelor", office, i_c)), sure(31, on(5)),
        reasons=(Reason(code="compatible", detail=two("31 berada di dalam “sekitar 30”.", "31 lies inside “about 30”."), claims=(i_c, i_d)),), weight=5.5,
    )  # fmt: skip
    vehicles = finding(
        "vehicles", Status.SINGLE_ORIGIN, two("Berapa kendaraan hilang?", "How many vehicles were lost?"),
        two("Kendaraan: 42, hanya menurut PT Layar Timur lewat Nusa.", "Vehicles: 42, on the word of PT Layar Timur alone, by way of Nusa."),
        (one(line, body, v_b, v_c, via=("Nusa",)),), Estimate(low=42, best=42, high=42, as_of=on(4)),
        reasons=(Reason(code="same-agency", detail=two("Kedua laporan mengutip Nusa, dan Nusa mengutip perusahaan itu.", "Both reports cite Nusa, which cites the company.")),), weight=3.0,
    )  # fmt: skip
    rest = tuple(
        finding(
            claim.measure or "", Status.SINGLE_REPORT, question, summary, (one(name, kind, claim.id),),
            Estimate(low=v.low, best=v.best, high=v.high, unit=v.unit, as_of=claim.as_of),
            reasons=(Reason(code="one-report", detail=two("Hanya satu laporan yang memuatnya.", "One report alone gives it.")),),
            weight=1.0, part=claim.part, background=claim.background, whole=killed.id if claim.part else None,
        )
        for claim, question, summary, name, kind in (
            (next(x for x in d.claims if x.id == kids), two("Berapa anak-anak tewas?", "How many children were killed?"), two("Anak-anak tewas: 3.", "Children killed: 3."), sar, person),
            (next(x for x in a.claims if x.id == h_a), two("Setinggi apa gelombangnya?", "How high were the waves?"), two("Tinggi gelombang: 4 m.", "Wave height: 4 m."), "Tim penyelamat", SourceKind.ANONYMOUS),
            (next(x for x in d.claims if x.id == m_d), two("Berapa kerugiannya?", "How large is the damage?"), two("Kerugian: Rp 2,5 miliar.", "Damage: Rp 2.5 billion."), line, body),
            (next(x for x in e.claims if x.id == p_e), two("Berapa feri akan diperiksa?", "How many ferries are to be inspected?"), two("Pemeriksaan: 60 feri, direncanakan.", "Inspections: 60 ferries, planned."), "Kementerian", office),
            (next(x for x in e.claims if x.id == b_e), two("Berapa orang tewas pada 2019?", "How many people were killed in 2019?"), two("Tewas pada 2019: 58 orang.", "Killed in 2019: 58."), "Meridian Post", SourceKind.OUTLET),
        )
        if (v := claim.value) is not None
    )  # fmt: skip
    shared = "Feri KM Tirta Kencana terbakar di Selat Randu pada Selasa (3/6) pagi. Sedikitnya empat orang tewas, kata Kepala Kantor SAR Rahma Suryani."
    here, there = a.span(shared), b.span(shared)
    story = Story(
        id=make_id("story", "ferry"), title="Feri terbakar di Selat Randu, empat orang tewas", reports=tuple(x.id for x in desks),
        period=Days(earliest=date(2031, 6, 3), latest=date(2031, 6, 7)), places=(Place(name="Selat Randu"), Place(name="Tanjung Kelor")),
        findings=(killed, aboard, rescued, missing, injured, vehicles, *rest),
        reuse=(
            Reuse(source=a.id, target=b.id, kind=ReuseKind.SYNDICATED, share=0.62, reason="earlier",
                  passages=(Passage(source=Piece(start=here.start, end=here.end), target=Piece(start=there.start, end=there.end)),)),
        ),
        timeline=(
            TimelineEntry(days=on(3), text=two("Feri KM Tirta Kencana terbakar di Selat Randu.", "The ferry KM Tirta Kencana catches fire in the Randu Strait."),
                          evidence=(Anchor(report=a.id, start=here.start, end=here.start + 40), Anchor(report=b.id, start=0, end=30)), origins=2),
            TimelineEntry(days=on(4), text=two("Kepala SAR menyebut sembilan orang tewas.", "The rescue chief speaks of nine dead."), evidence=(Anchor(report=c.id, start=0, end=21),)),
            TimelineEntry(days=on(5, 6), text=two("Jumlah korban naik menjadi 14.", "The toll rises to 14."), evidence=(Anchor(report=d.id, start=0, end=20),)),
            TimelineEntry(days=on(9, 15), text=two("Kementerian akan memeriksa 60 feri.", "The ministry is to inspect 60 ferries."), evidence=(Anchor(report=e.id, start=0, end=10),), planned=True),
        ),
        alerts=(
            Alert(code="contested", detail=two("Jumlah orang di kapal dipertentangkan: 131 atau 168.", "The number of people on board is contested: 131 or 168."), finding=aboard.id),
            Alert(code="headline-not-in-body", report=c.id, detail=two("Judul The Strait Ledger menyebut kelebihan muatan; isinya tidak menyebutnya.", "The Strait Ledger’s headline speaks of overcrowding; its body does not.")),
            Alert(code="uncredited", report=a.id, detail=two("“96 orang” di Warta Pesisir tidak disandarkan kepada siapa pun.", "“96 people” in Warta Pesisir is credited to nobody."), finding=rescued.id),
        ),
    )  # fmt: skip
    failures = (
        Failure(source="samples/galeri.html", stage="read", code="index-page", detail="31 links, 40 words", state="skipped"),
        Failure(source="samples/rusak.bin", stage="read", code="not-text", detail="NUL bytes"),
    )
    return Dossier(generator=GENERATOR, reports=tuple(x.done() for x in desks), stories=(story,), failures=failures)


HOSTILE = "</script></style><img src=x onerror=alert(1)><svg onload=alert(2)>\"'`{{7*7}}"


def hostile() -> Dossier:
    """A report whose every field tries to become mark-up or script."""
    desk = Desk(
        HOSTILE,
        "id",
        on(1),
        HOSTILE,
        f"Tewas 12 orang {HOSTILE} kata saksi.\n{HOSTILE}",
        url="javascript:alert(3)",
        bylines=(HOSTILE,),
        wires=(HOSTILE,),
    )
    desk.says(HOSTILE, f"Tewas 12 orang {HOSTILE}", medium=HOSTILE, via=(HOSTILE,), role=HOSTILE)
    claim = desk.claim("killed", "Tewas 12 orang", 12, source=HOSTILE, unit=HOSTILE, via=(HOSTILE,))
    other = desk.claim("killed", HOSTILE, 30, unit=HOSTILE)
    words = two(HOSTILE, HOSTILE + "en")
    found = finding(
        "killed", Status.CONTESTED, words, words,
        (
            Origin(name=HOSTILE, kind=SourceKind.PERSON, claims=(claim,), reports=(desk.id,), merged=(HOSTILE + "2",)),
            Origin(name=HOSTILE + "b", kind=SourceKind.OUTLET, claims=(other,), reports=(desk.id,)),
        ),
        sure(12, on(1), HOSTILE), reasons=(Reason(code="x", detail=words),), part=HOSTILE,
    )  # fmt: skip
    story = Story(
        id=make_id("story", HOSTILE), title=HOSTILE, reports=(desk.id,), period=on(1), places=(Place(name=HOSTILE),), findings=(found,),
        timeline=(TimelineEntry(days=on(1), text=words, evidence=(Anchor(report=desk.id, start=0, end=5),)),),
        alerts=(Alert(code="x", report=desk.id, detail=words),),
        reuse=(Reuse(source=desk.id, target=desk.id, kind=ReuseKind.EXCERPT, share=0.2, passages=(Passage(source=Piece(start=0, end=40), target=Piece(start=3, end=30)),)),),
    )  # fmt: skip
    generator = replace(GENERATOR, packs={HOSTILE: HOSTILE})
    failures = (Failure(source=HOSTILE, stage="read", code=HOSTILE, detail=HOSTILE),)
    return Dossier(generator=generator, reports=(desk.done(),), stories=(story,), failures=failures)


def single() -> Dossier:
    """One report without a title, a date, an outlet's domain or a figure."""
    desk = Desk("Kolom Kecil", "id", on(1), "", "Hujan turun di kota.")
    marked = desk.done()
    bare = replace(marked, report=replace(marked.report, title=None, published=None, outlet=None), sentences=())
    story = Story(id=make_id("story", "single"), title="Hujan turun di kota", reports=(bare.report.id,))
    return Dossier(generator=GENERATOR, reports=(bare,), stories=(story,), failures=())


def empty() -> Dossier:
    """Nothing could be read."""
    return Dossier(
        generator=GENERATOR, reports=(), stories=(), failures=(Failure(source="a.bin", stage="read", code="not-text"),)
    )


def crowd(reports: int = 200, findings: int = 60, *, stories: int = 1) -> Dossier:
    """Many reports of some 2,500 characters and many findings, with very long names among them."""
    long_name = "Juru Bicara Badan Koordinasi Penanggulangan Bencana dan Keselamatan Pelayaran Antarpulau Wilayah Timur Laut"
    filler = (
        "Petugas memeriksa keadaan di lapangan dan warga menunggu kabar dari pelabuhan sepanjang hari itu tanpa kepastian. " * 20
    )
    desks = []
    for n in range(reports):
        day = Days.on(date(2031, 6, 1) + timedelta(days=n % 12))
        lines = [f"Sebanyak {10 + n % 12 + k} orang di titik {k} terdampak, kata petugas {n % 17}." for k in range(9)]
        desk = Desk(
            f"Media Nomor {n % 60}", "id" if n % 3 else "en", day, f"Laporan {n}: keadaan di titik pengungsian",
            "\n".join(lines) + "\n" + filler, url=f"https://media{n}.example/{n}",
        )  # fmt: skip
        for k, words in enumerate(lines):
            said = desk.says(
                f"Petugas {n % 17}" if n % 17 else long_name, words[:-1].rsplit(",", 1)[0], kind="indirect" if k else "direct"
            )
            desk.claim(
                f"m{k}",
                words.split(" terdampak")[0],
                10 + n % 12 + k,
                source=f"Petugas {n % 17}" if n % 17 else long_name,
                attribution=said,
            )
        desk.names(EntityKind.PLACE, "pelabuhan")
        desks.append(desk)
    made = []
    for s in range(stories):
        mine = desks[s::stories]
        found = []
        for k in range(findings // stories):
            by: dict[str, list[tuple[str, str, Days]]] = {}
            for desk in mine:
                for claim in desk.claims:
                    if claim.measure == f"m{k % 9}" and claim.source and hash_of(claim.id) % max(1, findings // 9) == k // 9:
                        by.setdefault(claim.source.name, []).append((claim.id, desk.id, desk.day))
            origins = tuple(
                Origin(
                    name=n,
                    kind=SourceKind.PERSON,
                    claims=tuple(c for c, _, _ in v),
                    reports=tuple(dict.fromkeys(r for _, r, _ in v)),
                )
                for n, v in sorted(by.items())
            )
            days = {d.earliest: d for v in by.values() for _, _, d in v}
            history = tuple(at(days[d], 10 + i, superseded=i + 1 < len(days)) for i, d in enumerate(sorted(days)))
            status = list(Status)[k % 6]
            found.append(
                finding(
                    f"m{k}",
                    status,
                    two(f"Berapa orang terdampak di titik {k}?", f"How many people were affected at point {k}?"),
                    two(f"Terdampak di titik {k}: {20 + k} orang.", f"Affected at point {k}: {20 + k}."),
                    origins,
                    sure(20 + k, on(12)),
                    history=history,
                    reasons=(Reason(code="x", detail=two("Hitungannya tumbuh.", "The count grew.")),),
                    weight=float(findings - k),
                )
            )
        made.append(
            Story(id=make_id("story", "crowd", s), title=f"Pengungsian besar nomor {s} " + "yang panjang judulnya " * 4, reports=tuple(d.id for d in mine),
                  period=on(1, 12), places=(Place(name=long_name),), findings=tuple(found))
        )  # fmt: skip
    return Dossier(generator=GENERATOR, reports=tuple(d.done() for d in desks), stories=tuple(made), failures=())


def hash_of(identifier: str) -> int:
    """Give a number that is the same in every run."""
    return int(identifier[-6:], 16)

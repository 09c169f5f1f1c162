"""Who says what: texts of our own, entities built by hand."""

from __future__ import annotations

import time

from rujuk.lang.base import LanguagePack
from rujuk.mark.attributions import find_attributions
from rujuk.mark.sentences import find_sentences
from rujuk.model.marks import Attribution, AttributionKind, Entity, EntityKind, SourceKind
from rujuk.model.report import Outlet, Report
from rujuk.model.span import Span, Where

DIRECT, INDIRECT = AttributionKind.DIRECT, AttributionKind.INDIRECT


def person(text: str, name: str, *others: str, role: str | None = None) -> Entity:
    mentions = []
    for form in (name, *others):
        at = text.find(form)
        while at >= 0:
            if not any(m.start <= at < m.end for m in mentions):
                mentions.append(Span(start=at, end=at + len(form), exact=form))
            at = text.find(form, at + 1)
    return Entity(
        id=f"person:{name}", kind=EntityKind.PERSON, name=name, role=role, mentions=tuple(sorted(mentions, key=lambda m: m.start))
    )


def found(
    pack: LanguagePack, text: str, *entities: Entity, title: str | None = None, outlet: str | None = None
) -> list[Attribution]:
    report = Report(
        id="report:x", source="x", text=text, title=title, language=pack.code, outlet=Outlet(name=outlet) if outlet else None
    )
    out = find_attributions(report, find_sentences(report, pack=pack), entities, (), pack=pack)
    for a in out:
        whole = title if a.content.where == Where.TITLE else text
        assert whole is not None
        assert whole[a.content.start : a.content.end] == a.content.exact
    return list(out)


def said(attributions: list[Attribution]) -> list[tuple[str, str | None, str]]:
    return [(a.kind.value[0], a.source.name if a.source else None, a.content.exact) for a in attributions]


def test_direct_quotation_with_role_and_name(indonesian: LanguagePack) -> None:
    text = '"Kami masih mencari dua nelayan," kata Kepala Basarnas Kupang, Yosef Lela, dalam keterangannya, Senin (3/2).'
    (a,) = found(indonesian, text, person(text, "Yosef Lela"))
    assert a.kind == DIRECT
    assert a.content.exact == "Kami masih mencari dua nelayan"
    assert a.cue is not None
    assert a.cue.exact == "kata"
    assert a.source is not None
    assert (a.source.name, a.source.kind, a.source.entity) == ("Yosef Lela", SourceKind.PERSON, "person:Yosef Lela")
    assert a.source.role == "Kepala Basarnas Kupang"
    assert a.medium == "statement"


def test_short_quotation_is_none(indonesian: LanguagePack) -> None:
    assert found(indonesian, '"Dugaan penyebab: lilin," katanya.') == []


def test_title_of_a_work_is_no_speech(indonesian: LanguagePack) -> None:
    assert found(indonesian, 'Film "Empat Hari Tanpa Matahari Terbit" tayang pekan depan di bioskop.') == []


def test_speaker_goes_on_in_later_paragraphs(indonesian: LanguagePack) -> None:
    text = '"Jalan itu kami tutup sejak pagi," kata Camat Dewi Anggun.\n"Warga kami minta memutar lewat pasar."\nPerbaikan butuh sepekan. "Kami mohon warga bersabar sebentar," ujarnya.'
    got = said(found(indonesian, text, person(text, "Dewi Anggun")))
    assert [s for _, s, _ in got] == ["Dewi Anggun"] * 3
    assert got[1][2] == "Warga kami minta memutar lewat pasar."


def test_quotation_broken_by_its_cue_is_two(english: LanguagePack) -> None:
    text = '"We left the boat at dawn," said Mary Okello. "Nobody had warned us before."'
    got = found(english, text, person(text, "Mary Okello"))
    assert said(got) == [("d", "Mary Okello", "We left the boat at dawn"), ("d", "Mary Okello", "Nobody had warned us before.")]
    assert got[1].cue is not None
    assert got[1].cue.exact == "said"


def test_mixed_sentence_gives_both_kinds(indonesian: LanguagePack) -> None:
    text = 'Bupati Rina Kartika mengatakan pasar lama akan dibongkar dan "pedagang pindah ke gedung baru pekan depan".'
    assert said(found(indonesian, text, person(text, "Rina Kartika"))) == [
        ("i", "Rina Kartika", "pasar lama akan dibongkar"),
        ("d", "Rina Kartika", "pedagang pindah ke gedung baru pekan depan"),
    ]


def test_lead_in_is_no_entry(english: LanguagePack) -> None:
    text = 'Ada Lind added that the children were "very tired after the long walk".'
    assert [k for k, _, _ in said(found(english, text, person(text, "Ada Lind")))] == ["d"]


def test_surname_pronoun_and_office_find_the_full_name(indonesian: LanguagePack) -> None:
    text = (
        "Kepala Dinas Sosial Rina Kartika mengatakan bantuan sudah dikirim ke desa.\n"
        "Kartika menyebut tenda masih kurang di dua desa.\nDia menambahkan, dapur umum dibuka besok pagi."
    )
    got = found(indonesian, text, person(text, "Rina Kartika", "Kartika"))
    assert [s for _, s, _ in said(got)] == ["Rina Kartika"] * 3


def test_description_stays_where_nobody_is_named(indonesian: LanguagePack) -> None:
    (a,) = found(indonesian, "Menurut pihak berwenang, jembatan itu runtuh karena banjir.")
    assert a.source is not None
    assert (a.source.name, a.source.kind) == ("pihak berwenang", SourceKind.ANONYMOUS)


def test_trailing_source_and_date_are_no_content(indonesian: LanguagePack) -> None:
    (a,) = found(indonesian, "Air mulai surut sejak tengah malam, kata petugas pos pantau, Rabu (18/6).")
    assert a.content.exact == "Air mulai surut sejak tengah malam"


def test_sentence_before_this_was_said(indonesian: LanguagePack) -> None:
    text = "Dua kapal karam di selat itu. Hal ini diungkapkan Kepala Pelabuhan, Wayan Suta."
    assert said(found(indonesian, text, person(text, "Wayan Suta"))) == [("i", "Wayan Suta", "Dua kapal karam di selat itu")]


def test_cue_without_its_lost_quotation_is_nothing(indonesian: LanguagePack) -> None:
    assert found(indonesian, "Tiga perusahaan disegel polisi. ujar Sunarto.") == []


def test_urging_needs_a_clause(indonesian: LanguagePack) -> None:
    assert said(found(indonesian, "BPBD Lumajang mengimbau warga untuk menjauhi bantaran sungai.")) == [
        ("i", "BPBD Lumajang", "untuk menjauhi bantaran sungai")
    ]
    assert found(indonesian, "BPBD Lumajang meminta bantuan dari provinsi.") == []


def test_hoping_and_thanking_are_no_quotes(indonesian: LanguagePack) -> None:
    assert found(indonesian, "Bupati Rina berharap banjir segera surut.\nIa menyampaikan terima kasih kepada relawan.") == []


def test_announced_later_is_not_said_yet(indonesian: LanguagePack) -> None:
    assert found(indonesian, "Bupati Rina akan mengumumkan bahwa pasar lama dibongkar.") == []


def test_of_nested_speech_only_the_outer(indonesian: LanguagePack) -> None:
    text = "Rina Kartika mengatakan bahwa polisi menyebut jalan itu masih ditutup."
    assert said(found(indonesian, text, person(text, "Rina Kartika"))) == [
        ("i", "Rina Kartika", "polisi menyebut jalan itu masih ditutup")
    ]


def test_house_it_came_through(indonesian: LanguagePack) -> None:
    text = '"Pelabuhan kami buka lagi sore ini," kata Rina seperti dikutip dari Reuters, Kamis (6/2).'
    (a,) = found(indonesian, text)
    assert a.via == ("Reuters",)


def test_houses_joined_by_scraping(indonesian: LanguagePack) -> None:
    text = '"Pelabuhan kami buka lagi sore ini," kata Rina dilansir dariAntara, Kamis (6/2).'
    (a,) = found(indonesian, text)
    assert a.via == ("Antara",)


def test_own_outlet_is_no_chain(indonesian: LanguagePack) -> None:
    text = '"Pelabuhan kami buka lagi sore ini," kata Rina kepada Kompas.com, Kamis (6/2).'
    (a,) = found(indonesian, text, outlet="kompas.com")
    assert a.via == ()


def test_told_an_agency(english: LanguagePack) -> None:
    text = "Harbour master Nils Aaker told AFP the port was closed at noon."
    (a,) = found(english, text, person(text, "Nils Aaker"))
    assert (a.content.exact, a.via) == ("the port was closed at noon", ("AFP",))


def test_network_is_the_medium(indonesian: LanguagePack) -> None:
    text = '"Kami tutup bandara sampai besok siang," tulis pihak bandara di akun Instagram mereka.'
    (a,) = found(indonesian, text)
    assert a.medium == "Instagram"


def test_embedded_post(english: LanguagePack) -> None:
    text = "The bridge is open again for buses and bicycles. — Ada Lind (@adalind) March 3, 2020"
    (a,) = found(english, text)
    assert (a.kind, a.medium, a.source and a.source.name) == (DIRECT, "Twitter", "Ada Lind")


def test_apposition_between_name_and_verb(english: LanguagePack) -> None:
    text = "Omar Haddad, the governor of the island, said five villages had been hit."
    (a,) = found(english, text, person(text, "Omar Haddad"))
    assert a.source is not None
    assert (a.source.name, a.content.exact) == ("Omar Haddad", "five villages had been hit")


def test_second_speaker_in_one_sentence(english: LanguagePack) -> None:
    text = "The mayor said the fire was out, but the union said two sheds were still burning."
    assert [c for _, _, c in said(found(english, text))] == ["the fire was out", "two sheds were still burning"]


def test_quoted_as_saying(english: LanguagePack) -> None:
    text = "Omar Haddad was quoted by IRNA as saying that the water was safe."
    (a,) = found(english, text, person(text, "Omar Haddad"))
    assert (a.source and a.source.name, a.via, a.content.exact) == ("Omar Haddad", ("IRNA",), "the water was safe")


def test_headline_with_a_colon(indonesian: LanguagePack) -> None:
    text = "Badan Meteorologi (BMKG) memastikan gempa tidak berpotensi tsunami."
    got = found(indonesian, text, title="Gempa Guncang Pesisir, BMKG: Tidak Berpotensi Tsunami")
    assert got[0].content.where == Where.TITLE
    assert got[0].content.exact == "Tidak Berpotensi Tsunami"


def test_label_of_a_headline_is_no_speaker(indonesian: LanguagePack) -> None:
    assert found(indonesian, "Pasar lama dibongkar.", title="OPINI: Jalan Panjang Menuju Pasar Baru") == []


def test_nothing_in_an_empty_report(indonesian: LanguagePack) -> None:
    assert found(indonesian, "") == []


def test_same_input_same_output(indonesian: LanguagePack) -> None:
    text = '"Jalan itu kami tutup sejak pagi," kata Camat Dewi Anggun. Menurut polisi, dua truk terguling.'
    one = person(text, "Dewi Anggun")
    two = Entity(id="organisation:x", kind=EntityKind.ORGANISATION, name="polisi", mentions=())
    assert found(indonesian, text, one, two) == found(indonesian, text, two, one)


def test_time_is_linear_on_a_long_line(indonesian: LanguagePack, english: LanguagePack) -> None:
    started = time.perf_counter()
    found(indonesian, "Polisi mengatakan, menurut saksi, " * 3_000)
    found(indonesian, '"Kami di sini saja," kata Rina ' * 3_000)
    found(english, "he said, she said that " * 4_500)
    found(english, "— (@a " * 17_000)
    assert time.perf_counter() - started < 20


def test_a_companion_does_not_speak(indonesian: LanguagePack, english: LanguagePack) -> None:
    text = (
        'Kapolda Sulut Irjen Wawan Hermawan tiba. "Pesawat sudah diperiksa dan aman," kata Kapolda didampingi Mayjen Rio Wibowo, '
        'Kepala Otban, Asri Sanjaya. "Tidak ditemukan bahan peledak di sana," ujarnya.'
    )
    wawan = person(text, "Wawan Hermawan", role="Kapolda Sulut Irjen")
    out = found(indonesian, text, wawan, person(text, "Rio Wibowo"), person(text, "Asri Sanjaya"))
    assert {s for _, s, _ in said(out)} == {"Wawan Hermawan"}
    text = (
        '"This is outrageous and has to stop," said Ann Poole, flanked by Governor Rob Tate. "We will rebuild it all," she said.'
    )
    out = found(english, text, person(text, "Ann Poole"), person(text, "Rob Tate", role="Governor"))
    assert {s for _, s, _ in said(out)} == {"Ann Poole"}


def test_negated_saying_is_none(indonesian: LanguagePack) -> None:
    assert not found(indonesian, "Kapolres belum bisa memastikan apakah korban masih hidup di dalam gua.")
    assert not found(indonesian, "Warga diminta mengecek nama dan melapor jika belum menerima bantuan itu.")


def test_a_time_of_the_clause_stays_in_it(indonesian: LanguagePack) -> None:
    text = "Kapolres Solok mengatakan saat ini polisi tengah menggali fakta lain."
    assert said(found(indonesian, text))[0][2] == "saat ini polisi tengah menggali fakta lain"
    text = "Kepala Basarnas mengatakan pagi ini dua kapal sudah diberangkatkan."
    assert said(found(indonesian, text))[0][2] == "pagi ini dua kapal sudah diberangkatkan"


def test_a_dateline_is_no_speaker(indonesian: LanguagePack) -> None:
    text = "KOTAKITA.com- Kementerian Perhubungan (Kemenhub) mengatakan bandara dibuka kembali."
    assert said(found(indonesian, text))[0][1] == "Kementerian Perhubungan (Kemenhub)"


def test_pictures_say_nothing(english: LanguagePack) -> None:
    assert not found(english, "A video showed that the truck had swerved twice.")


def test_clipped_and_varied_offices_find_their_holder(indonesian: LanguagePack) -> None:
    text = (
        'Kepala Kepolisian Resor Solok AKBP Andi Wirawan tiba. "Semua aman dan terkendali," kata Kapolres. '
        "Perwira menengah Polri itu menyebut pesawat mendarat darurat."
    )
    out = found(indonesian, text, person(text, "Andi Wirawan", role="Kepala Kepolisian Resor Solok AKBP"))
    assert [s for _, s, _ in said(out)] == ["Andi Wirawan", "Andi Wirawan"]
    text = 'Menteri Luar Negeri (Menlu) RI Sutrisno tiba. "Evakuasi berjalan lancar dan aman," kata Menlu.'
    out = found(indonesian, text, person(text, "Sutrisno", role="Menteri Luar Negeri (Menlu) RI"))
    assert next(s for _, s, _ in said(out)) == "Sutrisno"


def test_a_name_behind_the_place_of_an_office(indonesian: LanguagePack) -> None:
    text = '"Kolom abu condong ke utara," ujar Kepala Pos Pantau Gunung Slamet di Pemalang, Bambang Altea, Senin (3/2).'
    (a,) = found(indonesian, text, person(text, "Bambang Altea"))
    assert a.source is not None
    assert (a.source.name, a.source.role) == ("Bambang Altea", "Kepala Pos Pantau Gunung Slamet")


def test_a_body_and_its_province(indonesian: LanguagePack) -> None:
    text = "Polres Solok, Sumatera Barat (Sumbar) mengungkapkan korban pelaku berjumlah tiga orang."
    body = person(text, "Polres Solok")
    out = found(indonesian, text, Entity(id="o:1", kind=EntityKind.ORGANISATION, name=body.name, mentions=body.mentions))
    assert said(out) == [("i", "Polres Solok", "korban pelaku berjumlah tiga orang")]


def test_the_running_speaker_keeps_the_word(indonesian: LanguagePack) -> None:
    text = (
        "Kapolres Andi Wirawan menerangkan bahwa pelaku lari ke hutan. Doni Tabuni diduga menyerang warga. "
        '"Dia kesal karena istrinya pergi dengan orang lain," bebernya.'
    )
    out = found(indonesian, text, person(text, "Andi Wirawan", role="Kapolres"), person(text, "Doni Tabuni"))
    assert {s for _, s, _ in said(out)} == {"Andi Wirawan"}


def test_a_picture_credit_does_not_speak(english: LanguagePack) -> None:
    text = (
        '"The bridge is still standing and safe," Rob Tate said.\nPeople flee the flood. John Lock/Associated Press\n'
        '"There is water everywhere on the street," he said.'
    )
    out = found(english, text, person(text, "Rob Tate"), person(text, "John Lock"))
    assert {s for _, s, _ in said(out)} == {"Rob Tate"}


def test_nobody_in_particular_is_no_name(english: LanguagePack) -> None:
    (a,) = found(english, "Doctors said two people died on the way.")
    assert a.source is not None
    assert a.source.kind is SourceKind.ANONYMOUS
    assert not found(english, "I believe the mayor said the driver was alone.")


def test_adverb_of_a_headline_is_no_name(indonesian: LanguagePack) -> None:
    (a,) = found(indonesian, "Hujan turun.", title="Polisi Kembali Sebut Lima Orang Terluka")
    assert a.source is not None
    assert a.source.name == "Polisi"


def test_where_and_when_one_spoke_stands_between_name_and_verb(indonesian: LanguagePack) -> None:
    for between in (
        "saat ditemui di kompleks balai kota, Seruni, Rabu (18/6/2025)",
        "saat ditemui di kantornya",
        "ketika dihubungi di Seruni, Nusa Barat, Rabu,",
        "di Seruni, Rabu,",
        ", saat meninjau lokasi di Desa Sukamaju, Kamis,",
    ):
        text = f"Kepala BPBD Rudi Santoso {between} mengatakan tiga rumah rusak parah."
        (a,) = found(indonesian, text, person(text, "Rudi Santoso"))
        assert a.source is not None
        assert a.source.name == "Rudi Santoso", between


def test_another_name_before_the_cue_speaks_itself(indonesian: LanguagePack) -> None:
    text = "Rumah Budi saat kejadian kosong. Kantor Budi saat ini tutup, Rudi Santoso mengatakan bahwa rumah itu dijual."
    assert all(a.source and a.source.name == "Rudi Santoso" for a in found(indonesian, text, person(text, "Rudi Santoso")))


def test_a_country_in_capitals_is_no_pronoun(english: LanguagePack) -> None:
    text = "Meanwhile, US Defence Secretary Robert Hale said better intelligence was needed."
    (a,) = found(english, text, person(text, "Robert Hale"))
    assert a.source is not None
    assert a.source.name == "Robert Hale"


def test_an_office_in_small_letters_before_a_name(english: LanguagePack) -> None:
    text = '"It lasted around thirty seconds," said public relations executive Bina Mathur.'
    (a,) = found(english, text, person(text, "Bina Mathur"))
    assert a.source is not None
    assert a.source.name == "Bina Mathur"


def test_media_speak(english: LanguagePack) -> None:
    (a,) = found(english, "The quake struck the island and the city, state media said.")
    assert a.source is not None
    assert (a.source.name, a.source.kind) == ("state media", SourceKind.OUTLET)


def test_a_name_behind_an_office_with_its_place(english: LanguagePack) -> None:
    text = '"The dam is safe and nobody has to leave," said the mayor of Brant, Lena Holt, on Tuesday.'
    (a,) = found(english, text, person(text, "Lena Holt"))
    assert a.source is not None
    assert a.source.name == "Lena Holt"


def test_who_posted_is_who_writes_on(indonesian: LanguagePack) -> None:
    text = (
        "Presiden Arman Tulus dalam unggahannya di Twitter mengatakan, ada enam serangan di kota itu. "
        "Juru bicara Beni Koto mengatakan bahwa kantor perwakilan aman.\n\n"
        '"Pasukan penjaga akan tinggal sampai keadaan tenang," tulisnya.'
    )
    last = found(indonesian, text, person(text, "Arman Tulus"), person(text, "Beni Koto"))[-1]
    assert last.source is not None
    assert last.source.name == "Arman Tulus"


def test_a_clause_behind_a_source_is_no_apposition(indonesian: LanguagePack) -> None:
    for text, name in (
        ("Berdasarkan data BMKG, tiga rumah rusak berat di desa itu.", "BMKG"),
        ("Menurut data BPBD, tiga rumah rusak berat di desa itu.", "BPBD"),
    ):
        (a,) = found(indonesian, text)
        assert a.source is not None
        assert (a.source.name, a.content.exact) == (name, "tiga rumah rusak berat di desa itu")


def test_what_the_outlet_saw_itself_has_no_source(indonesian: LanguagePack) -> None:
    assert found(indonesian, "Berdasarkan pantauan di lokasi, para saksi keluar dari gedung itu pukul 18.25 WIB.") == []


def test_what_one_must_say_is_not_said(indonesian: LanguagePack) -> None:
    assert found(indonesian, "Karena itu, masyarakat harus memastikan pulau itu benar-benar terlindung.") == []
    (a,) = found(indonesian, "Polisi dapat memastikan bahwa korban tewas tiga orang.")
    assert a.source is not None
    assert a.source.name == "Polisi"


def test_an_apology_that_is_told_of(indonesian: LanguagePack) -> None:
    text = "Direktur Penyidikan Abdul Karya mengatakan permintaan maaf itu disampaikan secara sukarela."
    (a,) = found(indonesian, text, person(text, "Abdul Karya"))
    assert a.content.exact == "permintaan maaf itu disampaikan secara sukarela"
    assert found(indonesian, "Abdul Karya menyampaikan permintaan maaf kepada warga.") == []


def test_a_handle_speaks_whole(indonesian: LanguagePack, english: LanguagePack) -> None:
    (a,) = found(indonesian, '"Kami siap membantu warga yang terdampak," tulis akun Instagram @dinas_jalan, Rabu.')
    assert a.source is not None
    assert a.source.name == "akun Instagram @dinas_jalan"
    (a,) = found(english, '"We are safe and sound in the hotel," @TomHale wrote on Monday.')
    assert a.source is not None
    assert a.source.name == "@TomHale"

"""People, organisations and places of small invented reports."""

from __future__ import annotations

import pytest

from rujuk.lang.base import LanguagePack, load_pack
from rujuk.mark.aliases import spells
from rujuk.mark.entities import find_entities
from rujuk.mark.sentences import find_sentences
from rujuk.model.marks import Entity, EntityKind
from rujuk.model.report import Report
from rujuk.model.span import Where


def entities(text: str, language: str = "id", title: str | None = None) -> list[Entity]:
    pack = load_pack(language)
    assert pack is not None
    report = Report(id="report:x", source="x", title=title, text=text, language=language)
    found = find_entities(report, find_sentences(report, pack=pack), (), pack=pack)
    for e in found:
        assert e.mentions
        for m in e.mentions:
            whole = report.title if m.where is Where.TITLE else report.text
            assert whole is not None
            assert whole[m.start : m.end] == m.exact != ""
    return list(found)


def one(found: list[Entity], name: str) -> Entity:
    hits = [e for e in found if e.name == name]
    assert len(hits) == 1, [e.name for e in found]
    return hits[0]


def test_surname_belongs_to_the_full_name() -> None:
    found = entities("Gubernur Jawa Barat Budi Santoso tiba di Bandung. Santoso mengatakan air mulai surut.")
    person = one(found, "Budi Santoso")
    assert person.kind is EntityKind.PERSON
    assert [m.exact for m in person.mentions] == ["Budi Santoso", "Santoso"]
    assert person.aliases == ("Santoso",)
    assert person.role == "Gubernur Jawa Barat"


def test_titles_are_no_part_of_a_name() -> None:
    person = one(entities("Menurut Pak Bambang Wijaya, jalan itu rusak."), "Bambang Wijaya")
    assert person.mentions[0].exact == "Bambang Wijaya"


def test_office_before_a_comma() -> None:
    assert (
        one(entities("Kapusdatin BPBD DKI, Agus Setiawan, mengatakan api padam."), "Agus Setiawan").role == "Kapusdatin BPBD DKI"
    )


def test_office_behind_the_name() -> None:
    assert (
        one(entities("Rina Kartika, Kepala Dinas Kesehatan Bogor, mengatakan stok cukup."), "Rina Kartika").role
        == "Kepala Dinas Kesehatan Bogor"
    )
    assert one(entities("John Miller, the Oakland mayor, said the bridge was safe.", "en"), "John Miller").role == "Oakland mayor"


def test_abbreviation_in_brackets() -> None:
    found = entities("Badan Nasional Penanggulangan Bencana (BNPB) mengirim tenda. BNPB juga mengirim makanan.")
    hits = [e for e in found if e.kind is EntityKind.ORGANISATION]
    assert len(hits) == 1
    assert hits[0].name == "Badan Nasional Penanggulangan Bencana"
    assert hits[0].aliases == ("BNPB",)
    assert hits[0].mentions[-1].exact == "BNPB"


def test_place_has_an_id_and_what_lies_around_it() -> None:
    found = entities("Kebakaran terjadi di Tebet, Jakarta Selatan, pada malam hari.")
    tebet = one(found, "Tebet")
    assert tebet.place == "kemendagri:31.74.01"
    assert tebet.within == ("kemendagri:31.74", "geonames:1642911", "iso3166:ID")
    assert one(found, "Jakarta Selatan").place == "kemendagri:31.74"


def test_country_of_the_report_decides_between_towns() -> None:
    found = entities("Kerusuhan pecah di Almaty, Kazakhstan. Presiden Kazakhstan berpidato di Almaty.")
    assert one(found, "Almaty").place == "geonames:1526384"
    assert "iso3166:KZ" in one(found, "Almaty").within


def test_wording_tells_what_the_gazetteer_does_not() -> None:
    found = entities("Longsor menimpa Desa Sukamelang, Kabupaten Garut, pada Minggu.")
    village = next(e for e in found if "Sukamelang" in e.name)
    assert any(x.startswith(("geonames:", "kemendagri:", "Kabupaten")) for x in village.within)


def test_list_of_countries_is_no_containment() -> None:
    found = entities("Delegasi datang dari Iran, Suriah, dan Yaman.")
    assert all(e.within == () for e in found)


def test_headline_in_capitals_takes_names_from_the_body() -> None:
    text = "Wali Kota Surabaya Dewi Lestari meresmikan taman baru di Surabaya. Dewi Lestari berterima kasih kepada warga."
    found = entities(text, title="Resmikan Taman Baru, Dewi Lestari Minta Warga Surabaya Jaga Kebersihan")
    person = one(found, "Dewi Lestari")
    assert person.mentions[0].where is Where.TITLE
    titled = [m.exact for e in found for m in e.mentions if m.where is Where.TITLE]
    assert titled == ["Dewi Lestari", "Surabaya"] or sorted(titled) == ["Dewi Lestari", "Surabaya"]


def test_words_joined_by_scraping_come_apart() -> None:
    found = entities("Banjir melanda warga diJakarta kemarin. Longsor terjadi di KotaBandung.")
    assert not any("di" in m.exact[:2] for e in found for m in e.mentions)
    assert one(found, "Kota Bandung").mentions[0].exact == "KotaBandung"
    assert one(found, "Jakarta").place == "geonames:1642911"


def test_same_full_name_has_the_same_id_in_two_reports() -> None:
    a = one(entities("Presiden Budi Santoso berpidato. Santoso pulang."), "Budi Santoso")
    b = one(entities("Hal itu dikatakan Budi Santoso di Jakarta."), "Budi Santoso")
    assert a.id == b.id


def test_english_names() -> None:
    found = entities(
        "Prime Minister Mary Thompson met officials of the Red Cross in Nairobi, Kenya. Thompson said aid would come.", "en"
    )
    person = one(found, "Mary Thompson")
    assert person.role == "Prime Minister"
    assert len(person.mentions) == 2
    assert one(found, "Nairobi").place == "geonames:184745"
    assert "iso3166:KE" in one(found, "Nairobi").within


def test_peoples_are_no_places() -> None:
    assert not any(
        e.name in ("Kenyan", "French") for e in entities("The Kenyan minister met a French delegation in Mombasa.", "en")
    )


@pytest.mark.parametrize("text", ["", "\n", "tanpa nama apa pun di sini.", "(((", "A" * 2000, "Ini Itu " * 400])
def test_odd_texts(text: str) -> None:
    entities(text)
    entities(text, "en")


def test_same_report_gives_the_same_entities(indonesian: LanguagePack) -> None:
    text = "Menteri Sosial Rudi Hartono mengunjungi Palu, Sulawesi Tengah. Rudi membawa bantuan dari Kementerian Sosial."
    assert entities(text) == entities(text)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Operasi itu dipimpin Kaops Damai Nusa Brigjen Rahmat Santosa.", "Rahmat Santosa", "Kaops Damai Nusa Brigjen"),
        ("Wakapolres Solok Kompol Deni Saputra datang.", "Deni Saputra", "Wakapolres Solok Kompol"),
        ("Dirsamapta Polda Bali Kombes Anton Wijaya hadir.", "Anton Wijaya", "Dirsamapta Polda Bali Kombes"),
        ("Menteri Luar Negeri (Menlu) RI Sutrisno tiba.", "Sutrisno", "Menteri Luar Negeri (Menlu) RI"),
        (
            "Kepala Pos Pantau Gunung Slamet Bambang Santoso hadir.",
            "Bambang Santoso",
            "Kepala Pos Pantau Gunung Slamet",
        ),
    ],
)
def test_offices_are_no_part_of_a_name(text: str, name: str, role: str) -> None:
    person = one(entities(text), name)
    assert person.kind is EntityKind.PERSON
    assert person.role == role


def test_a_house_glued_behind_a_name_is_no_part_of_it() -> None:
    found = entities("Situasi aman, kata Rahmat Santosa dilansirdetikJatim. Warga diAceh pulang.")
    assert one(found, "Rahmat Santosa").kind is EntityKind.PERSON
    assert one(found, "Aceh").kind is EntityKind.PLACE


def test_spellings_of_one_name_under_one_office() -> None:
    text = "Bupati Bambang Althea tiba. Bupati Bambang Altea lalu pulang."
    assert one(entities(text), "Bambang Althea").aliases == ("Bambang Altea",)
    apart = entities("Bupati Bambang Althea tiba. Kapolres Bambang Altea lalu pulang.")
    assert {e.name for e in apart if e.kind is EntityKind.PERSON} == {"Bambang Althea", "Bambang Altea"}


def test_headline_finds_bodies_by_their_abbreviation() -> None:
    text = "Badan Karantina Wilayah Selatan (BKWS) menutup pasar itu. Pedagang dipindahkan."
    found = entities(text, title="BKWS Tutup Pasar Lama, Pedagang Minta Waktu")
    body = next(e for e in found if e.kind is EntityKind.ORGANISATION)
    assert "BKWS" in body.aliases
    assert [m.exact for m in body.mentions if m.where is Where.TITLE] == ["BKWS"]


def test_line_of_capitals_holds_no_new_names() -> None:
    found = entities("Warga berkumpul di Bogor.\n\nGULIR UNTUK MELANJUTKAN MEMBACA BERITA")
    assert [e.name for e in found] == ["Bogor"]


def test_name_abbreviation_and_alias_are_one_person() -> None:
    found = entities("Muhammad Rizky (MR) alias Kiting ditangkap di Bekasi. Polisi membawa Kiting.")
    person = one(found, "Muhammad Rizky")
    assert "Kiting" in person.aliases


def test_part_of_a_person_is_that_person() -> None:
    found = entities("Korban bernama Yusharto Huntoyungo. Yusharto dirawat di rumah sakit. Keluarga Yusharto menunggu.")
    person = one(found, "Yusharto Huntoyungo")
    assert len(person.mentions) == 3


def test_dateline_town_is_no_part_of_what_follows() -> None:
    found = entities("Liputan6.com, Jakarta Andi Saputra mengatakan jalan itu rusak.")
    assert one(found, "Jakarta").kind is EntityKind.PLACE
    assert one(found, "Andi Saputra").kind is EntityKind.PERSON


def test_abbreviation_behind_an_office_is_no_part_of_the_name() -> None:
    person = one(entities("Ketua Umum HKX Akhmad Maulana berbicara di Bogor."), "Akhmad Maulana")
    assert person.role == "Ketua Umum HKX"


def test_english_office_and_the_body_before_it() -> None:
    found = entities("Harrow Police Chief Daniel Reed spoke on Monday.", "en")
    assert one(found, "Daniel Reed").role is not None
    found = entities("Secretary of State Mary Hale spoke in London.", "en")
    assert one(found, "Mary Hale").role == "Secretary of State"


def test_abbreviation_may_pass_over_short_words_only() -> None:
    assert spells("icrc", "international committee of the red cross")
    assert spells("bkws", "badan karantina wilayah selatan")
    assert not spells("ico", "international committee of the red cross")
    assert not spells("bws", "badan karantina wilayah selatan")


def test_body_with_its_link_is_one_name() -> None:
    found = entities("Aid came from the International Committee of the Red Cross on Monday. The ICRC sent tents.", "en")
    body = one(found, "International Committee of the Red Cross")
    assert "ICRC" in body.aliases

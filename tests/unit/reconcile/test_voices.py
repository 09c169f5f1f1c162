"""Which sources of a story are one."""

from __future__ import annotations

import pytest
from newsroom import day, make_report, office, person, said

from rujuk.model.marks import SourceKind
from rujuk.reconcile.voices import Voice, Voices


def groups(*sources: tuple[str, SourceKind, str | None], language: str = "id") -> list[set[str]]:
    reports = [
        make_report(
            f"Harian {i}", "Tiga orang tewas di Saha.", [said("Tiga orang tewas", best=3, source=s)], on=day(3), language=language
        )
        for i, s in enumerate(sources)
    ]
    voices = Voices(reports)
    found: dict[Voice, set[str]] = {}
    for v in voices._voices:
        found.setdefault(voices.group(v), set()).add(v.name)
    return sorted(found.values(), key=sorted)


@pytest.mark.parametrize(
    "sources",
    [
        (person("Rudi Anwar", "Kepala BPBD Saha"), office("BPBD Saha")),
        (person("Rudi Anwar"), person("Anwar")),
        (person("M Yohan"), person("Mohamad Yohan")),
        (person("Heydar Alishvandi"), person("Heidar Alishbandi")),
        (office("Polda Saha"), office("Polres Tirta"), person("Budi Raya", "Kabid Humas Polda Saha")),
        (office("Kementerian Sosial"), person("Siti Rahma", "Mensos")),
        (office("Badan Nasional Penanggulangan Bencana (BNPB)"), office("BNPB")),
        (office("Badan Nasional Penanggulangan Bencana"), office("BNPB")),
        # Across languages, by the matter of the office.
        (office("Badan Seismologi Nusa"), office("Nusa Seismology Agency")),
        (office("Kementerian Kesehatan Kenya"), office("the Kenyan Health Ministry")),
        (office("Perserikatan Bangsa-Bangsa"), office("the United Nations"), office("PBB")),
        (office("the US Geological Survey"), office("the United States Geological Survey"), office("USGS")),
        # A country's forces and the ministry over them.
        (office("the Kenyan navy"), office("the Kenyan Defence Ministry"), person("Ann Mwangi", "Kenyan defence minister")),
        # The holder of a post and the post; two posts at one office.
        (office("the governor of Saha"), person("Budi Raya", "governor of Saha")),
        (person("Budi Raya", "Kepala Pos Pengamatan Gunung Saha"), person("Rudi Anwar", "Petugas Pos Pantau Gunung Saha")),
    ],
)
def test_one(sources: tuple[tuple[str, SourceKind, str | None], ...]) -> None:
    assert len(groups(*sources)) == 1


@pytest.mark.parametrize(
    "sources",
    [
        (office("BPBD Saha"), office("Dinas Damkar Saha")),
        (office("Kementerian Sosial"), office("Kementerian Kesehatan")),
        (person("Rudi Anwar"), person("Rudi Hartono")),
        (office("BPBD DKI Jakarta"), office("BPBD Sulawesi Tengah")),
        (person("Arman Tulegen", "Presiden Lomar"), person("Arman Wijaya")),
        # Ministries and forces of two countries.
        (office("the Kenyan navy"), office("the German military")),
        (person("Ann Mwangi", "Kenyan foreign minister"), person("Jo Berg", "Swiss foreign minister")),
        (office("the State Department"), office("the Chinese Foreign Ministry")),
        # Ministers of one country with two matters.
        (person("Ann Mwangi", "Kenyan foreign minister"), person("Jo Otieno", "Kenyan health minister")),
        # The president of a union, of a company is no government.
        (person("Ann Mwangi", "vice president of the dockers' union"), office("the Kenyan government")),
        (person("Budi Raya", "Vice President Communication PT Lampu"), office("Pemerintah")),
        # A country is nobody's surname.
        (person("Kenya"), person("Ann Kenya", "singer")),
        # Two posts of one town are two offices.
        (person("Budi Raya", "Wali Kota Saha Selatan"), person("Rudi Anwar", "Kepala Dinas Perikanan Saha Selatan")),
        # Agencies of the whole country and of a place.
        (office("local disaster management agency"), office("Indonesia's National Disaster Coordination Agency")),
    ],
)
def test_two(sources: tuple[tuple[str, SourceKind, str | None], ...]) -> None:
    assert len(groups(*sources)) == 2


def test_descriptions_without_a_name_are_one_only_in_the_same_words() -> None:
    anonymous = SourceKind.ANONYMOUS
    found = groups(
        ("local sources", anonymous, None), ("a local source", anonymous, None), ("an aid worker", anonymous, None), language="en"
    )
    assert found == [{"a local source", "local sources"}, {"an aid worker"}]


def test_an_office_in_front_of_a_name_is_read_from_the_text() -> None:
    a = make_report(
        "Harian A", "Kapolres Saha AKBP Dodi Irawan mencatat tiga orang tewas.",
        [said("tiga orang tewas", best=3, source=person("Dodi Irawan"))], on=day(3),
    )  # fmt: skip
    b = make_report(
        "Harian B", "Polisi mencatat tiga orang tewas.", [said("tiga orang tewas", best=3, source=office("Polisi"))], on=day(3)
    )
    voices = Voices([a, b])
    assert len({voices.group(v) for v in voices._voices}) == 1


def test_of_several_offices_in_front_of_a_name_the_last_is_its_own() -> None:
    """A sentence may name the office that somebody else speaks for before the office of the one who speaks."""
    text = "Dirjen Haji Kemenag Hilman Raya bersyukur usai membaca keterangan Kapolda Saha Irjen Dodi Irawan soal 442 penumpang."
    a = make_report("Harian A", text, [said("442 penumpang", best=442, source=person("Dodi Irawan"))], on=day(3))
    b = make_report("Harian B", "Kemenag mencatat 442 orang.", [said("442 orang", best=442, source=office("Kemenag"))], on=day(3))
    c = make_report(
        "Harian C", "Polda Saha mencatat 442 orang.", [said("442 orang", best=442, source=office("Polda Saha"))], on=day(3)
    )
    voices = Voices([a, b, c])
    found = {v.name: voices.group(v) for v in voices._voices}
    assert found["Dodi Irawan"] == found["Polda Saha"] != found["Kemenag"]


def test_a_country_as_a_speaker_is_nobody_in_particular() -> None:
    a = make_report(
        "A", "Kenya says 23 were held.", [said("23 were held", best=23, source=person("Kenya"))], on=day(3), language="en"
    )
    voices = Voices([a])
    assert all(voices.nobody(v) for v in voices._voices)


def test_a_statement_is_not_its_own_source() -> None:
    a = make_report("A", "The statement said 23 were held.", [said("23 were held", best=23)], on=day(3), language="en")
    voices = Voices([a])
    assert voices.hollow("the statement")
    assert voices.hollow("keterangan tertulis")
    assert not voices.hollow("the ministry")

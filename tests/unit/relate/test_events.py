"""What is one event and what are two, on reports written for the test, as they would be told in a collection of many."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rujuk.model.report import Basis, Published, Report
from rujuk.model.span import Days
from rujuk.relate.features import features
from rujuk.relate.likeness import likely_pairs
from rujuk.relate.stories import MANY, least, link, prior
from rujuk.relate.vectors import side_by_side


def told(name: str, language: str, day: int, title: str, text: str) -> Report:
    published = Published(days=Days.on(date(2031, 3, 1) + timedelta(days=day)), basis=Basis.METADATA)
    return Report(id=f"report:{name}", source=name, text=text, title=title, published=published, language=language)


def stories(*reports: Report) -> set[str]:
    """Group as in a pile of many; a story is its reports' names in a row."""
    ordered = sorted(reports, key=lambda r: r.id)
    found = [features(r) for r in ordered]
    odds = likely_pairs(found, side_by_side(found), least(MANY))
    return {" ".join(ordered[i].source for i in group) for group in link(len(ordered), odds, prior(MANY))}


ARREST_ID = (
    (
        "Polisi Tangkap Bendahara Koperasi Lestari",
        "Polisi menangkap Darma Wijana, bendahara Koperasi Lestari, di rumahnya di Kota Sembada pada Selasa malam. Ia diduga membawa lari simpanan "
        "anggota. Penyidik menyita dua mobil dan satu koper berisi uang tunai.\nDarma digiring ke kantor polisi dengan tangan terborgol. Istrinya mengatakan "
        "keluarga baru tahu dari tetangga. Penyidik akan memeriksanya selama dua puluh hari.",
    ),
    (
        "Bendahara Koperasi Lestari Ditangkap di Rumahnya",
        "Darma Wijana, bendahara Koperasi Lestari, ditangkap polisi di Kota Sembada pada Selasa malam karena diduga membawa lari simpanan anggota. Dua "
        "mobil dan uang tunai disita dari rumahnya.\nTetangga melihat Darma dibawa dengan tangan terborgol. Kepala penyidik berkata ia akan ditahan dua puluh hari.",
    ),
)
VERDICT_ID = (
    (
        "Hakim Vonis Darma Wijana Tujuh Tahun",
        "Majelis hakim Pengadilan Negeri Sembada menjatuhkan vonis tujuh tahun penjara dan denda 300 juta rupiah kepada Darma Wijana pada Kamis. Hakim "
        "menilai dakwaan penggelapan terbukti. Vonis itu lebih ringan dari tuntutan jaksa, sembilan tahun.\nSetelah palu diketuk, pengacara menyatakan "
        "banding. Para korban bersorak di ruang sidang ketika hakim ketua membacakan amar putusan.",
    ),
    (
        "Darma Wijana Divonis Tujuh Tahun Penjara, Pengacara Banding",
        "Darma Wijana divonis tujuh tahun penjara dan denda 300 juta rupiah oleh majelis hakim Pengadilan Negeri Sembada, Kamis. Jaksa menuntut sembilan "
        "tahun. Pengacara langsung menyatakan banding.\nHakim ketua membacakan amar putusan selama dua jam; korban bersorak di ruang sidang saat dakwaan "
        "penggelapan dinyatakan terbukti.",
    ),
)
ARREST_EN = (
    (
        "Police arrest treasurer of Larkfield savings club",
        "Police arrested Edmund Carrow, treasurer of the Larkfield savings club, at his home in Port Alden on Tuesday night. He is suspected of taking the "
        "deposits of members. Detectives seized two cars and a suitcase of cash.\nCarrow was led away in handcuffs. His wife said that the family had "
        "heard of it from neighbours. Detectives will question him for twenty days.",
    ),
    (
        "Larkfield treasurer arrested at home over missing deposits",
        "Edmund Carrow, treasurer of the Larkfield savings club, was arrested in Port Alden on Tuesday night, suspected of taking members' deposits. Two cars and a "
        "suitcase of cash were seized at his home.\nNeighbours saw Carrow taken away in handcuffs. The chief detective said he would be held for twenty days.",
    ),
)
VERDICT_EN = (
    (
        "Judge gives Carrow seven years for embezzlement",
        "A judge at Alden district court sentenced Edmund Carrow to seven years in prison and a fine of 300,000 crowns on Thursday. The court held that the "
        "charge of embezzlement was proved. Prosecutors had asked for nine years.\nHis lawyer said that she would appeal. Victims cheered in the courtroom when "
        "the presiding judge read the sentence.",
    ),
    (
        "Carrow sentenced to seven years in prison, lawyer to appeal",
        "Edmund Carrow was sentenced to seven years in prison and fined 300,000 crowns by Alden district court on Thursday. Prosecutors had asked for nine years. His "
        "lawyer announced an appeal.\nThe presiding judge read the sentence for two hours; victims cheered in the courtroom as the charge of embezzlement was held to be proved.",
    ),
)


@pytest.mark.parametrize(
    ("language", "arrest", "verdict"), [("id", ARREST_ID, VERDICT_ID), ("en", ARREST_EN, VERDICT_EN)], ids=["id", "en"]
)
def test_the_day_of_a_verdict_is_not_the_day_of_the_arrest(
    language: str, arrest: tuple[tuple[str, str], ...], verdict: tuple[tuple[str, str], ...]
) -> None:
    early = [told(f"arrest{n}", language, 0, *x) for n, x in enumerate(arrest)]
    late = [told(f"verdict{n}", language, 240, *x) for n, x in enumerate(verdict)]
    assert stories(*early, *late) == {"arrest0 arrest1", "verdict0 verdict1"}


@pytest.mark.parametrize(
    ("language", "arrest", "verdict", "between"),
    [
        (
            "id",
            ARREST_ID,
            VERDICT_ID,
            "Darma Wijana, bendahara Koperasi Lestari yang ditangkap di rumahnya di Kota Sembada Selasa malam, divonis tujuh tahun penjara oleh Pengadilan "
            "Negeri Sembada Kamis. Ia ditangkap polisi dengan dua mobil dan uang tunai, dan mengaku membawa lari simpanan anggota. Hakim menilai dakwaan "
            "penggelapan terbukti; denda 300 juta rupiah. Pengacara banding, korban bersorak di ruang sidang.",
        ),
        (
            "en",
            ARREST_EN,
            VERDICT_EN,
            "Edmund Carrow, treasurer of the Larkfield savings club, arrested at his home in Port Alden on Tuesday night, was sentenced to seven years in prison by Alden "
            "district court on Thursday. Police seized two cars and cash; he admitted taking the deposits of members. The judge held the charge of embezzlement "
            "proved and fined him 300,000 crowns. His lawyer will appeal; victims cheered in the courtroom.",
        ),
    ],
    ids=["id", "en"],
)
def test_unless_the_reports_treat_them_as_one(
    language: str, arrest: tuple[tuple[str, str], ...], verdict: tuple[tuple[str, str], ...], between: str
) -> None:
    """A summary trial two days after the arrest: most reports tell both."""
    whole = "Dari Ditangkap sampai Divonis: Darma Wijana" if language == "id" else "From arrest to sentence: Carrow jailed"
    reports = [told("arrest", language, 0, *arrest[0])]
    reports += [told(f"both{n}", language, 2, whole, between) for n in range(3)]
    reports += [told("verdict", language, 2, *verdict[0])]
    assert stories(*reports) == {"arrest both0 both1 both2 verdict"}


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [
        (
            "id",
            (
                "Feri Laut Biru Karam di Selat Karsa, 12 Orang Hilang",
                "Feri Laut Biru karam di Selat Karsa pada Senin malam. Sebanyak 345 penumpang diselamatkan dan 12 orang hilang, kata kepala pelabuhan Karsa. Mesin feri "
                "mati di tengah ombak tiga meter.\nTim penolong mencari korban dengan enam kapal.",
            ),
            (
                "Pencarian Korban Laut Biru Hari Ketiga: Dua Jenazah Ditemukan",
                "Tim penolong menemukan dua jenazah penumpang feri Laut Biru pada hari ketiga pencarian di Selat Karsa. Sepuluh orang masih hilang. Feri itu karam Senin "
                "malam setelah mesinnya mati.\nKepala pelabuhan Karsa mengatakan pencarian diperluas ke pantai timur.",
            ),
        ),
        (
            "en",
            (
                "Ferry Blue Heron sinks in Karsa Strait, 12 missing",
                "The ferry Blue Heron sank in the Karsa Strait on Monday night. Rescuers saved 345 passengers and 12 people are missing, the harbour master of Karsa "
                "said. The engine had failed in waves of three metres.\nSix boats are searching for survivors.",
            ),
            (
                "Two bodies found on third day of Blue Heron search",
                "Rescuers found the bodies of two passengers of the ferry Blue Heron on the third day of the search in the Karsa Strait. Ten people are still missing. The "
                "ferry sank on Monday night after its engine failed.\nThe harbour master of Karsa said that the search would reach the eastern shore.",
            ),
        ),
    ],
    ids=["id", "en"],
)
def test_a_follow_up_joins_its_story(language: str, first: tuple[str, str], then: tuple[str, str]) -> None:
    assert stories(told("day1", language, 0, *first), told("day3", language, 2, *then)) == {"day1 day3"}


QUAKE_ID = (
    "Gempa bermagnitudo {size} mengguncang {place} pada {when}. Pusat gempa berada di darat pada kedalaman {deep} kilometer, kata badan meteorologi. "
    "Sebanyak {homes} rumah di {place} rusak dan warga mengungsi ke lapangan.\nBupati {place} meminta warga tenang. Gempa itu tidak berpotensi tsunami."
)
QUAKE_EN = (
    "An earthquake of magnitude {size} struck {place} on {when}. Its centre lay on land at a depth of {deep} kilometres, the weather agency said. In {place}, "
    "{homes} houses were damaged and people fled to open fields.\nThe mayor of {place} asked for calm. There was no danger of a tsunami."
)


@pytest.mark.parametrize(
    ("language", "text", "title", "again"),
    [
        ("id", QUAKE_ID, "Gempa M {size} Guncang {place}, {homes} Rumah Rusak", "Warga {place} Mengungsi usai Gempa M {size}"),
        (
            "en",
            QUAKE_EN,
            "Magnitude {size} quake hits {place}, {homes} houses damaged",
            "{place} residents flee after {size} quake",
        ),
    ],
    ids=["id", "en"],
)
def test_two_quakes_of_a_week_are_two_stories(language: str, text: str, title: str, again: str) -> None:
    """Reports from one agency's pattern, which have nearly all words in common."""
    west = {"size": "5,4", "place": "Karsajaya", "deep": 11, "homes": 214, "when": "Senin" if language == "id" else "Monday"}
    east = {"size": "5,1", "place": "Sembada", "deep": 24, "homes": 67, "when": "Kamis" if language == "id" else "Thursday"}
    reports = [
        told(f"{name}{n}", language, day, head.format(**facts), text.format(**facts) + " " * n)
        for name, day, facts in (("east", 3, east), ("west", 0, west))
        for n, head in enumerate((title, again))
    ]
    assert stories(*reports) == {"east0 east1", "west0 west1"}


def test_stories_meet_across_languages() -> None:
    """Places and figures are the same in both; two events of one day are not."""
    ours = told(
        "feri-id",
        "id",
        0,
        "Feri Karam di Lepas Pantai Jepang, 345 Penumpang Selamat",
        "Feri Hakucho Maru karam di lepas pantai Hokkaido, Jepang, Senin malam. Sebanyak 345 penumpang selamat dan 12 hilang. Kapten Kenzo Arimura diperiksa "
        "penjaga pantai Jepang. Hakucho Maru membawa 87 mobil dari Aomori ke Hakodate.",
    )
    theirs = told(
        "feri-en",
        "en",
        0,
        "Ferry sinks off Japan, 345 passengers saved",
        "The ferry Hakucho Maru sank off the coast of Hokkaido, Japan, on Monday night. Rescuers saved 345 passengers; 12 are missing. Captain Kenzo Arimura was "
        "questioned by the coast guard of Japan. The Hakucho Maru carried 87 cars from Aomori to Hakodate.",
    )
    other = told(
        "hutan-en",
        "en",
        0,
        "Forest fire near Lisbon forces 2,300 out of homes",
        "A forest fire east of Lisbon, Portugal, forced 2,300 people to leave their homes on Monday. Fire chief Rui Tavares said that 410 firefighters were at work. "
        "The wind from Spain was expected to turn by night.",
    )
    assert stories(ours, theirs, other) == {"feri-en feri-id", "hutan-en"}

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

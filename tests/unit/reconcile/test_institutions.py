"""Offices named by their kind alone, by their initials, by a post; houses named in several ways."""

from __future__ import annotations

import pytest
from newsroom import day, make_report, office, person, said

from rujuk.model.marks import SourceKind
from rujuk.reconcile.houses import house
from rujuk.reconcile.voices import Voice, Voices


def unnamed(name: str) -> tuple[str, SourceKind, str | None]:
    return name, SourceKind.ANONYMOUS, None


def groups(*sources: tuple[str, SourceKind, str | None]) -> list[set[str]]:
    claims = [said(f"Lead {i} two died", best=2, source=s) for i, s in enumerate(sources)]
    text = " ".join(f"Lead {i} two died." for i in range(len(sources)))
    m = make_report("Daily A", text, claims, on=day(3), language="en")
    voices = Voices([m])
    found: dict[Voice, set[str]] = {}
    for v in voices._voices:
        found.setdefault(voices.group(v), set()).add(v.name)
    return sorted(found.values(), key=sorted)


@pytest.mark.parametrize(
    "sources",
    [
        (office("the Ministry of Health"), unnamed("the ministry"), unnamed("the ministry's spokesman"), person("Arif Lomin", "ministry spokesman")),
        (office("Rumah Sakit Saha"), office("RS Saha"), unnamed("pihak rumah sakit"), person("Lina Bo", "Direktur Rumah Sakit Saha")),
        (office("the Saha hospital"), unnamed("the hospital"), unnamed("a hospital spokesman"), unnamed("hospital officials")),
        (office("BPBD Jateng"), office("Badan Penanggulangan Bencana Daerah Provinsi Jawa Tengah"), office("BPBD Jawa Tengah")),
        (office("Bandara Internasional Saha Raya"), office("Bandara Saha RayaLomar"), person("Edo Lim", "Kepala Divisi Legal Bandara Saha Raya")),
    ],
)  # fmt: skip
def test_one(sources: tuple[tuple[str, SourceKind, str | None], ...]) -> None:
    assert len(groups(*sources)) == 1


def test_a_kind_of_which_there_are_two_joins_neither() -> None:
    found = groups(office("Bandara Saha Raya"), office("Bandara Tirta Lomar"), unnamed("bandara"))
    assert {"bandara"} in found
    assert len(found) == 3


def test_the_head_of_the_agency_speaks_for_the_agency_named_before() -> None:
    text = "At least 14 people died, the Lomar relief agency said. Head of the agency Captain Manro told Daily A that 8 were badly hurt."
    m = make_report("Daily A", text, [
        said("At least 14 people died", best=14, source=office("the Lomar relief agency")),
        said("8 were badly hurt", "injured", best=8, source=person("Manro", "Captain"))], on=day(3), language="en")  # fmt: skip
    voices = Voices([m])
    assert len({voices.group(v) for v in voices._voices}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("harianSaha", "harian.com"),
        ("finance.harian.com", "Harian"),
        ("hariancom", "harian.co.id"),
        ("the Associated Press", "AP"),
        ("news.bbc.co.uk", "BBC"),
    ],
)
def test_one_house(one: str, other: str) -> None:
    assert house(one) == house(other)


@pytest.mark.parametrize(
    ("one", "other"), [("news01.example", "news02.example"), ("CNN", "CNN Indonesia"), ("Harian Saha", "Harian Lomar")]
)
def test_two_houses(one: str, other: str) -> None:
    assert house(one) != house(other)

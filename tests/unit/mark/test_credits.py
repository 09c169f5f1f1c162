"""Whom a report credits with its account."""

from __future__ import annotations

import time

import pytest

from rujuk.lang.base import LanguagePack
from rujuk.mark.credits import find_credits
from rujuk.mark.sentences import find_sentences
from rujuk.model.marks import Credit, CreditKind
from rujuk.model.report import Block, BlockKind, Outlet, Report


def credits(
    pack: LanguagePack, text: str, *, outlet: str | None = "Kabar Kota", bylines: tuple[str, ...] = (), caption: bool = False
) -> tuple[Credit, ...]:
    blocks = (Block(kind=BlockKind.CAPTION, start=0, end=len(text)),) if caption else ()
    report = Report(
        id="report:x",
        source="x",
        text=text,
        language=pack.code,
        outlet=Outlet(name=outlet) if outlet else None,
        bylines=bylines,
        blocks=blocks,
    )
    out = find_credits(report, find_sentences(report, pack=pack), (), pack=pack)
    for c in out:
        assert c.span is None or text[c.span.start : c.span.end] == c.span.exact
    return out


@pytest.mark.parametrize(
    ("text", "agency", "scope"),
    [
        ("JAKARTA (Reuters) - Dua kapal karam.\nPencarian berlanjut.", "Reuters", "report"),
        ("Dua kapal karam di selat.\nPencarian berlanjut. (Antara)", "Antara", "report"),
        ("Dua kapal karam di selat.\nSUMBER: REUTERS", "Reuters", "report"),
        ("Dilansir dari AFP, dua kapal karam di selat.", "AFP", "sentence"),
        ("Dua kapal karam, mengutip TASS, di selat itu.", "TASS", "sentence"),
        ("DilansirAFP, dua kapal karam di selat.", "AFP", "sentence"),
        ("Melansir Al Jazeera, dua kapal karam di selat.", "Al Jazeera", "sentence"),
        ("Dua kapal karam, kata nakhoda kepada Reuters.", "Reuters", "sentence"),
        ("Dikutip dari Daily Pelita Sore, dua kapal karam.", "Daily Pelita Sore", "sentence"),
    ],
)
def test_credits(indonesian: LanguagePack, text: str, agency: str, scope: str) -> None:
    (c,) = credits(indonesian, text)
    assert (c.agency, c.scope) == (agency, scope)


@pytest.mark.parametrize(
    "text",
    ["He told the AFP news agency the port was shut.", "Two boats sank, according to AFP.", "AFP reported two boats sank."],
)
def test_english_credits(english: LanguagePack, text: str) -> None:
    assert [c.agency for c in credits(english, text)] == ["AFP"]


def test_byline_of_another_house(indonesian: LanguagePack) -> None:
    (c,) = credits(indonesian, "Tiga bandara ditutup.", outlet="detik.com", bylines=("CNN Indonesia -detikTravel",))
    assert (c.agency, c.kind, c.span) == ("CNN Indonesia", CreditKind.OUTLET, None)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("TEMPO.CO, Jakarta - Dua kapal karam.", "Tempo.co"),
        ("TEMPO.CO, Jakarta - Dua kapal karam.", None),
        ("Jakarta (ANTARA News) - Dua kapal karam.", "antaranews"),
        ("Dua kapal karam, kata nakhoda kepada CNNIndonesia.com.", "cnnindonesia.com"),
    ],
)
def test_own_outlet_is_no_credit(indonesian: LanguagePack, text: str, outlet: str | None) -> None:
    assert credits(indonesian, text, outlet=outlet) == ()


def test_picture_credits_say_nothing(indonesian: LanguagePack) -> None:
    assert credits(indonesian, "Kapal karam di selat. (AFP/Foto Rina)") == ()
    assert credits(indonesian, "Kapal karam, dikutip dari Reuters.", caption=True) == ()


def test_agency_is_no_part_of_a_longer_run_of_capitals(indonesian: LanguagePack) -> None:
    assert credits(indonesian, "Mengutip APBN 2025, anggaran naik.") == () or all(
        c.agency != "AP" for c in credits(indonesian, "Mengutip APBN 2025, anggaran naik.")
    )


def test_date_behind_a_cue_is_no_house(indonesian: LanguagePack) -> None:
    assert credits(indonesian, "Harga turun, kata Rina, dikutip Rabu (18/6/2025).") == ()


def test_widest_scope_wins(indonesian: LanguagePack) -> None:
    (c,) = credits(indonesian, "Dilansir dari AFP, dua kapal karam.\nPencarian berlanjut. (AFP)")
    assert c.scope == "report"


def test_time_is_linear(indonesian: LanguagePack) -> None:
    started = time.perf_counter()
    credits(indonesian, "dilansir dari oleh laman situs " * 3_500)
    credits(indonesian, "(Reuters " * 11_000)
    assert time.perf_counter() - started < 10


def test_credit_stated_beside_the_text(indonesian: LanguagePack) -> None:
    report = Report(
        id="report:x",
        source="x",
        text="Dua kapal karam.",
        language="id",
        outlet=Outlet(name="Kanal Kota"),
        stated_credit="Badan Contoh",
    )
    (found,) = find_credits(report, find_sentences(report, pack=indonesian), (), pack=indonesian)
    assert (found.agency, found.kind, found.span, found.scope) == ("Badan Contoh", CreditKind.OUTLET, None, "report")

"""Outlets by their shape, local editions, media: texts of our own."""

from __future__ import annotations

import time

import pytest

from rujuk.lang.agencies import load_agencies
from rujuk.lang.base import LanguagePack
from rujuk.lang.speech import SpeechLexicon
from rujuk.mark.attributions import find_attributions
from rujuk.mark.chains import cited_in, is_own, media_in
from rujuk.mark.credits import find_credits
from rujuk.mark.sentences import find_sentences
from rujuk.model.report import Outlet, Report


def cited(pack: LanguagePack, text: str) -> list[str]:
    out = []
    for start, end, name, house, _ in cited_in(text, pack.lexicon(SpeechLexicon)):
        assert house is not None or text[start:end] == name
        out.append(name)
    return out


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jalan itu ditutup, dikutip daridetiksumutdanCNNIndonesia.", ["detikSumut", "CNN Indonesia"]),
        ("Artikel ini telah naik didetikJatim.", ["detikJatim"]),
        ("Jalan itu ditutup, dikutip dari berita.kotalama.go.id, Rabu.", ["berita.kotalama.go.id"]),
        ("Jalan itu ditutup, dilansir jatim.antaranews.com.", ["Antara"]),
        ("Dilansir Kabar Petang dan Suar Kota, jalan itu ditutup.", ["Kabar Petang", "Suar Kota"]),
        ("Dikutip dari Kabar Petang, Andi Rahman sudah pulang.", ["Kabar Petang"]),
        ("Dikutip dari Kabar Petangpada Rabu lalu.", ["Kabar Petang"]),
        ("Dikutip kantor berita Turki, Anadolu, jalan itu ditutup.", ["Anadolu"]),
        ("Kata dia dikutip dari Kabar Petang.\nSesudah itu ia pulang.", ["Kabar Petang"]),
        ("Jalan itu ditutup, kata lurah kepada TribunPesisir.com.", ["TribunPesisir.com"]),
        ("Katanya dikutip dari akun Instagram pribadinya.", []),
        ("Dikutip dari laman resmi Perumda Air, tarif naik.", []),
        ("Katanya dikutip Rabu (18/6).", []),
    ],
)
def test_houses_cited_in_indonesian(indonesian: LanguagePack, text: str, names: list[str]) -> None:
    assert cited(indonesian, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The road was shut, the mayor told the Harbour Herald.", ["Harbour Herald"]),
        ("The road was shut, the mayor told The Lantern.", ["The Lantern"]),
        ("The road was shut, the mayor told the Lantern newspaper.", ["Lantern"]),
        ("The road was shut, the mayor told CNN affiliate WQXZ-TV.", ["WQXZ-TV"]),
        ("The road was shut, the mayor told Germany's Deutsche Presse-Agentur.", ["DPA"]),
        ("According to records obtained by Reuters, the road was shut.", ["Reuters"]),
        ("The mayor told Mary Hale the road was shut.", []),
        ("Reuters reported it, citing Harbour Board documents.", []),
    ],
)
def test_houses_cited_in_english(english: LanguagePack, text: str, names: list[str]) -> None:
    assert cited(english, text) == names


def test_an_edition_is_a_house_of_its_own() -> None:
    house = load_agencies().named("detikSumut")
    assert house is not None
    assert house.edition
    assert not is_own("detikSumut", house, frozenset({"detikcom", "detik"}))
    assert is_own("detikSumut", house, frozenset({"detiksumut"}))
    assert is_own("The Times", None, frozenset({"nytimescom", "nytimes"}))


def test_upstream_of_what_was_taken_over_is_no_credit(indonesian: LanguagePack) -> None:
    text = "Laporan Tasnim itu, dilansir AFP, menyebut jalan ditutup.\nLurah membenarkannya, seperti dikutip Tasnim."
    report = Report(id="report:x", source="x", text=text, language="id", outlet=Outlet(name="Kabar Kota"))
    assert [c.agency for c in find_credits(report, find_sentences(report, pack=indonesian), (), pack=indonesian)] == ["AFP"]


def test_article_in_brackets(english: LanguagePack) -> None:
    report = Report(id="report:x", source="x", text="The road is shut. (Fox News article)\nIt opens soon.", language="en")
    assert [c.agency for c in find_credits(report, find_sentences(report, pack=english), (), pack=english)] == ["Fox News"]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("katanya saat memberikan keterangan pers di balai kota", "press conference"),
        ("katanya dalam keterangan pers", "statement"),
        ("katanya dalam keterangan resmirumah sakit", "statement"),
        ("katanya saat konferensi di bandara", "press conference"),
        ("katanya lewat aplikasi pesan", "text message"),
    ],
)
def test_media_in_indonesian(indonesian: LanguagePack, text: str, medium: str) -> None:
    assert media_in(text, indonesian.lexicon(SpeechLexicon), load_agencies()) == medium


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("she said in a short written statement", "statement"),
        ("he told a news conference", "press conference"),
        ("he told German public television", "television"),
        ("the agency said on its Web site", "website"),
        ("he told local radio", "radio"),
        ("the statement of accounts", None),
    ],
)
def test_media_in_english(english: LanguagePack, text: str, medium: str | None) -> None:
    assert media_in(text, english.lexicon(SpeechLexicon), load_agencies()) == medium


def test_a_house_that_passes_on_what_another_says(english: LanguagePack) -> None:
    text = "The mayor said that the bridge would open on Friday, Reuters reported."
    report = Report(id="report:x", source="x", text=text, language="en")
    (a,) = find_attributions(report, find_sentences(report, pack=english), (), (), pack=english)
    assert a.content.exact == "the bridge would open on Friday"
    assert a.source is not None
    assert (a.source.name, a.via) == ("The mayor", ("Reuters",))


@pytest.mark.parametrize(
    "text",
    [
        "Menteri Laut seperti dikutip Antara mengatakan pelabuhan itu dibuka lagi.",
        "Menteri Laut, dikutip dari Antara, mengatakan pelabuhan itu dibuka lagi.",
    ],
)
def test_a_house_between_speaker_and_cue(indonesian: LanguagePack, text: str) -> None:
    report = Report(id="report:x", source="x", text=text, language="id")
    (a,) = find_attributions(report, find_sentences(report, pack=indonesian), (), (), pack=indonesian)
    assert a.source is not None
    assert (a.source.name, a.via, a.content.exact) == ("Menteri Laut", ("Antara",), "pelabuhan itu dibuka lagi")


def test_an_outlet_is_no_source_of_its_own_report(indonesian: LanguagePack) -> None:
    text = "Berdasarkan pantauan Kompas.com, rapat itu juga dihadiri dua menteri."
    for outlet, wanted in (("kompas.com", 0), ("kabar.example", 1)):
        report = Report(id="report:x", source="x", text=text, language="id", outlet=Outlet(name=outlet, domain=outlet))
        assert len(find_attributions(report, find_sentences(report, pack=indonesian), (), (), pack=indonesian)) == wanted


def test_time_is_linear(indonesian: LanguagePack, english: LanguagePack) -> None:
    start = time.perf_counter()
    cited(indonesian, "dikutip dari " * 8000)
    cited(indonesian, "dilansir A dan A dan " * 5000)
    cited(english, "told " + "A " * 50000)
    cited(english, "told " + "a." * 50000)
    assert time.perf_counter() - start < 4

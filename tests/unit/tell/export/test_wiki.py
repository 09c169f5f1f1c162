"""MediaWiki mark-up: references, and text that cannot be mark-up."""

from __future__ import annotations

import re

import pytest

import dossiers
from rujuk.tell.export.cited import Options
from rujuk.tell.export.wiki import escaped, wiki

EN = Options(language="en")


@pytest.mark.parametrize(
    "trick",
    [
        "[[Kota]]", "{{delete}}", "'''bold''' ''it''", "<ref>x</ref>", "~~~~", "* item", "# item", ": in", "; term", "== head ==", "|}", "| cell",
        "__NOTOC__", "http://evil.example", "----", "&lt;b&gt;", "a\n\n== x ==", "{| class=x", "! head", "ISBN 1234567890", "<nowiki>", "-{T|x}-",
    ],
)  # fmt: skip
def test_no_sign_has_a_meaning(trick: str) -> None:
    text = escaped(trick)
    bare = re.sub(r"&#\d+;", "", text)
    assert not re.search(r"[\[\]{}|<>]|''|~~~|&\w+;|__|://|^[*#:;=!-]|ISBN \d", bare)
    shown = re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), text)
    assert shown == " ".join(trick.split())


def test_a_plain_text_stays_readable() -> None:
    assert escaped("Tunisia's ministry: 3 & 4 = ~7; A-B") == "Tunisia's ministry: 3 & 4 = ~7; A-B"


def test_figures_with_references() -> None:
    text = wiki(dossiers.ferry(), EN)
    assert "== Reported figures ==" in text
    assert "131 (Syahbandar Tanjung Kelor)<ref" in text
    assert "168 (Paguyuban Keluarga Penumpang)<ref" in text
    assert (
        "{{cite news |author=Nadia Putri |title=Feri terbakar di Selat Randu, empat orang tewas |url=https://wartapesisir.example/feri-terbakar"
        in text
    )
    assert "|work=Warta Pesisir |date=3 June 2031 |language=id}}" in text
    assert "|author1=Tom Avery |author2=Lestari W." in text


def test_a_reference_is_written_once_and_used_by_its_name() -> None:
    text = wiki(dossiers.ferry(), EN)
    written = re.findall(r'<ref name="([^"]+)">', text)
    used = set(re.findall(r'<ref name="([^"]+)" />', text))
    assert len(written) == len(set(written))
    assert used <= set(written)
    assert text.index("<references />") > text.rindex("</ref>")
    assert text.count("{|") == text.count("|}") == 1


def test_an_updated_figure_cites_only_reports_that_give_it() -> None:
    text = wiki(dossiers.ferry(), EN)
    row = next(line for line in text.split("\n") if line.startswith("| 14<ref"))
    assert "warta-pesisir" not in row
    assert "harian-selatan" in row


def test_hostile_reports_keep_the_page_whole() -> None:
    text = wiki(dossiers.hostile(), EN)
    assert "<script" not in text
    assert "<img" not in text
    assert "{{7*7}}" not in text
    assert set(re.findall(r"</?([a-z]+)", text)) <= {"ref", "references", "br"}


def test_extremes() -> None:
    assert wiki(dossiers.empty(), EN).strip()
    assert "<references />" in wiki(dossiers.single(), EN)

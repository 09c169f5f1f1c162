"""Words that scraping joined."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rujuk.claim.glued import apart
from rujuk.lang.base import load_pack
from rujuk.lang.figures import FigureLexicon


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("letusanabu", ["letusan", "abu"]),
        ("wargatewas", ["warga", "tewas"]),
        ("letusanGunung", ["letusan", "Gunung"]),
        ("WNIdariIran", ["WNI", "dari", "Iran"]),
        ("Iranmenangkap", ["Iran", "menangkap"]),
        ("RudalIranmenghantam", ["Rudal", "Iran", "menghantam"]),
        ("Kertamenara", ["Kertamenara"]),
        ("ketahanan", ["ketahanan"]),
        ("matahari", ["matahari"]),
        ("tersangkanya", ["tersangkanya"]),
        ("Sukabumi", ["Sukabumi"]),
        ("pemadaman", ["pemadaman"]),
    ],
)
def test_a_word_comes_apart_only_where_the_lexicon_is_sure(word: str, parts: list[str]) -> None:
    pack = load_pack("id")
    assert pack is not None
    cuts = [0, *apart(word.lower(), word, pack.lexicon(FigureLexicon)), len(word)]
    assert [word[a:b] for a, b in pairwise(cuts)] == parts


def test_a_glued_word_keeps_its_place(page) -> None:
    p = page("Sebanyak 12 wargatewas kemarin.", language="id").number("12", 12)
    (claim,) = p.figures()
    assert (claim.measure, claim.evidence.exact) == ("killed", "12 wargatewas")

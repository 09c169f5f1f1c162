"""Words, and runs of words that may hold names."""

from __future__ import annotations

import time

from rujuk.mark.chunks import runs, unglue, words_of


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in words_of(text)]


def test_words() -> None:
    assert cut("Budi's PDI-P, U.S. al-Assad (Jo)") == ["Budi", "'s", "PDI-P", ",", "U.S.", "al-Assad", "(", "Jo", ")"]


def test_runs_bridge_small_words_and_close_brackets() -> None:
    words = cut("kata Menteri Hukum dan HAM ( Kemenkumham ) kepada kami semua yang di Bogor")
    assert [words[a:b] for a, b in runs(words, frozenset())] == [
        ["Menteri", "Hukum", "dan", "HAM", "(", "Kemenkumham", ")"],
        ["Bogor"],
    ]


def test_lower_case_heads_begin_a_run() -> None:
    words = cut("dari kementerian Luar Negeri")
    assert [words[a:b] for a, b in runs(words, frozenset({"kementerian"}))] == [["kementerian", "Luar", "Negeri"]]


def test_joined_words_come_apart_only_where_both_halves_are_known() -> None:
    use, names = {"menurut": "u0 k1 K1", "jakarta": "u3 k2 K2", "terkait": "u0 k1 K1"}, frozenset({"santoso"})
    assert unglue("menurutJakarta", use, names, frozenset(), frozenset()) == [7]
    assert unglue("Santosoterkait", use, names, frozenset(), frozenset()) == [7]
    assert unglue("KotaJakarta", use, names, frozenset({"kota"}), frozenset()) == [4]
    assert unglue("JakartaSantosoterkait", use, names, frozenset(), frozenset()) == [7, 14]
    assert unglue("YouTube", use, names, frozenset(), frozenset()) == []
    assert unglue("Kalimantan", use, names, frozenset(), frozenset()) == []


def test_a_long_line_takes_linear_time() -> None:
    line = "Aa-Bb'cc. " * 10_000
    begin = time.perf_counter()
    runs(cut(line), frozenset())
    assert time.perf_counter() - begin < 5

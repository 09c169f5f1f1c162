"""How a sentence is cut for figures."""

from __future__ import annotations

import time

from rujuk.claim.clause import read_clause
from rujuk.model.marks import Sentence
from rujuk.model.span import Span


def test_longest_phrase_clitic_and_doubling(page) -> None:
    words = page("Orang-orang itu meninggal dunia di rumahnya.", language="id").clause().words
    assert [w.text for w in words] == ["orang", "itu", "meninggal", "di", "rumah", "."]
    assert [len(w.term.words) for w in words][2] == 2


def test_a_break_ends_the_clause(page) -> None:
    clause = page("Two died; rain fell on the town.").number("Two", 2).clause()
    assert clause.between(1, 3) > 40


def test_offsets_count_in_the_sentence(page) -> None:
    clause = page("Police said 12 men fled.").number("12", 12).clause()
    text = clause.sentence.span.exact
    assert [text[w.start : w.end] for w in clause.words] == ["Police", "said", "12", "men", "fled", "."]


def test_linear_on_a_long_line(page) -> None:
    lexicon = page("x").lexicon

    def seconds(size: int) -> float:
        text = "the number of people who were taken to hospital - " * (size // 50)
        sentence = Sentence(span=Span(start=0, end=len(text), exact=text), paragraph=0)
        start = time.process_time()
        read_clause(sentence, [], [], lexicon)
        return time.process_time() - start

    small, large = (min(seconds(size) for _ in range(3)) for size in (10_000, 100_000))
    assert large < 40 * max(small, 0.002)

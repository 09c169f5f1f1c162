"""Runs the examples of `statements.toml`: shared keys, reach of negation, lines that make no point, clauses, steps of a case in court."""

from __future__ import annotations

from typing import Any

from rujuk.lang.base import LanguagePack
from rujuk.lang.statements import StatementLexicon


def _holds(pack: LanguagePack, rule: dict[str, Any], example: Any) -> bool:
    lexicon = pack.lexicon(StatementLexicon)
    if rule["check"] == "one-key":
        return len({lexicon.key(w) for w in example}) == 1
    if rule["check"] == "denied":
        return lexicon.key(example["word"]) in lexicon.denied_keys(example["text"])
    if rule["check"] == "not-a-point":
        return lexicon.not_a_point.match(example) is not None
    if rule["check"] == "parts":
        return len(lexicon.parts(example[0])) == example[1]
    if rule["check"] == "steps":
        return example["step"] in lexicon.steps_of(example["text"])
    raise AssertionError(f"unknown check {rule['check']!r}")


def yes(pack: LanguagePack, rule: dict[str, Any], example: Any) -> None:
    assert _holds(pack, rule, example), example


def no(pack: LanguagePack, rule: dict[str, Any], example: Any) -> None:
    assert not _holds(pack, rule, example), example

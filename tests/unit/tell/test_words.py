"""Every word of the interface stands in both languages."""

from __future__ import annotations

import string
from typing import Any

import pytest

from rujuk.model.marks import SourceKind
from rujuk.model.report import Basis
from rujuk.model.story import ReuseKind, Status
from rujuk.tell.words import known, say, table

GROUPS = (
    "hedge",
    "unit",
    "status",
    "group",
    "kind",
    "medium",
    "vague",
    "basis",
    "reuse",
    "tongue",
    "stage",
    "failure",
    "many",
    "word",
)


def _fields(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


@pytest.mark.parametrize("group", GROUPS)
def test_both_languages_with_the_same_fields(group: str) -> None:
    entries: dict[str, Any] = table(group)
    assert entries
    for name, words in entries.items():
        assert words["id"].strip(), name
        assert words["en"].strip(), name
        assert _fields(words["id"]) == _fields(words["en"]), name


def test_every_code_of_the_model_has_words() -> None:
    for group, codes in (("status", Status), ("kind", SourceKind), ("basis", Basis), ("reuse", ReuseKind)):
        for code in codes:
            assert known(f"{group}.{code.value}"), f"{group}.{code.value}"


def test_months_are_twelve_and_weekdays_seven() -> None:
    assert {len(months) for months in table("months").values()} == {12}
    assert {len(days) for days in table("weekdays").values()} == {7}


def test_unknown_words_are_a_bug() -> None:
    with pytest.raises(KeyError):
        say("no_such_words", "id")

"""Run the examples of `lang/*/numbers.toml`: a sentence, and what a quantity in it must be (or must not be)."""

from __future__ import annotations

from typing import Any

from rujuk.lang.base import LanguagePack
from rujuk.mark.quantities import find_quantities
from rujuk.mark.sentences import find_sentences
from rujuk.model.marks import Quantity
from rujuk.model.report import Report


def found(pack: LanguagePack, text: str) -> tuple[Quantity, ...]:
    report = Report(id="report:1", source="a.txt", language=pack.code, text=text)
    return find_quantities(report, find_sentences(report, pack=pack), (), pack=pack)


def fits(q: Quantity, example: dict[str, Any]) -> bool:
    """Say whether a quantity has every field of the example; "open" stands for an absent value."""
    return all(
        (q.span.exact if key == "exact" else getattr(q, key)) == (None if want == "open" else want)
        for key, want in example.items()
        if key != "text"
    )


def yes(pack: LanguagePack, rule: dict[str, Any], example: dict[str, Any]) -> None:
    all_ = found(pack, example["text"])
    assert any(fits(q, example) for q in all_), f"{rule['id']}: {example} not in {all_}"


def no(pack: LanguagePack, rule: dict[str, Any], example: dict[str, Any]) -> None:
    all_ = found(pack, example["text"])
    assert not any(fits(q, example) for q in all_), f"{rule['id']}: {example} in {all_}"

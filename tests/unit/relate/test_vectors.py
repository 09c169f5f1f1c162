"""What a report is about, on texts written for the test."""

from __future__ import annotations

import numpy as np
import pytest

from rujuk.model.report import Report
from rujuk.relate.vectors import KINDS, Kind, Vectors, vectors


def report(text: str, title: str | None = None, language: str = "id") -> Report:
    return Report(id=f"report:{text[:10]}", source="x", text=text, title=title, language=language)


def lengths(v: Vectors, i: int) -> list[float]:
    keys, weights = v.keys[v.edges[i] : v.edges[i + 1]], v.weights[v.edges[i] : v.edges[i + 1]]
    return [float((weights[keys % KINDS == kind] ** 2).sum()) for kind in Kind]


def test_every_kind_is_of_unit_length_or_empty() -> None:
    v = vectors(
        [report("Kapal Laut Biru karam di Selat Karsa bersama 345 penumpang.", "Kapal karam"), report("tanpa nama tanpa angka")]
    )
    assert lengths(v, 0) == pytest.approx([1, 1, 1, 1, 1], abs=1e-5)
    assert lengths(v, 1) == pytest.approx([1, 1, 1, 0, 0], abs=1e-5)


def test_words_common_in_the_language_tell_little() -> None:
    v = vectors([report("yang dan di dengan ferimu")])
    heaviest = v.heaviest(0, 1)[0]
    assert heaviest == v.keys[np.argmax(np.where(v.keys % KINDS == Kind.BODY, v.weights, 0))] // KINDS
    assert v.weights[v.keys == heaviest * KINDS + Kind.BODY][0] > 0.9


def test_a_handful_of_reports_on_one_thing_does_not_make_its_words_common() -> None:
    v = vectors([report(f"feri karam yang ke{'x' * n}") for n in range(6)])
    first = v.keys[: v.edges[1]]
    weight = {int(k) // KINDS: float(w) for k, w in zip(first, v.weights[: v.edges[1]], strict=True) if k % KINDS == Kind.BODY}
    ferry, _, which, _ = (weight[n] for n in sorted(weight))
    assert ferry > 2 * which


def test_the_main_name_is_the_one_named_most_often() -> None:
    v = vectors([report("Warga Karsa melihat Sembada. Di Karsa sendiri, kata Bupati Karsa, tidak ada apa-apa.", "Warga Karsa")])
    names = v.keys[v.keys % KINDS == Kind.NAMES] // KINDS
    assert v.main[0, 0] in names
    assert v.main[0, 0] == names[0]


def test_glued_link_text_is_cut() -> None:
    apart, glued = report("perusahaan PT Laut Biru Tbk"), report("perusahaan PT Laut BiruTbk")
    a = vectors([apart, glued])
    assert sorted(a.keys[: a.edges[1]]) == sorted(a.keys[a.edges[1] :])


def test_reports_without_words_are_no_error() -> None:
    v = vectors([report(""), report("...")])
    assert len(v) == 2
    assert len(v.keys) == 0
    assert (v.main == -1).all()

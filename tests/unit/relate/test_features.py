"""What one report is about, on texts written for the test."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from rujuk.model.report import Basis, Published, Report
from rujuk.model.span import Days
from rujuk.relate.features import KINDS, OUTSIDE, SUBJECT, Features, Kind, features, word_number
from rujuk.relate.vectors import side_by_side


def report(text: str, title: str | None = None, language: str = "id") -> Report:
    return Report(id=f"report:{text[:10]}", source="x", text=text, title=title, language=language)


def weight(found: Features, word: str, kind: Kind) -> float:
    at = found.keys == word_number(word) * KINDS + kind
    return float(found.weights[at][0]) if at.any() else 0.0


def lengths(found: Features) -> list[float]:
    return [float((found.weights[found.keys % KINDS == kind] ** 2).sum()) for kind in Kind if kind is not Kind.BODY]


def test_every_kind_is_of_unit_length_or_empty() -> None:
    whole = features(report("Kapal Laut Biru karam di Selat Karsa bersama 345 penumpang.", "Kapal karam"))
    assert lengths(whole) == pytest.approx([1, 1, 1, 1, 1], abs=1e-5)
    assert lengths(features(report("tanpa nama tanpa angka"))) == pytest.approx([1, 1, 0, 0, 0], abs=1e-5)


def test_a_word_of_the_body_has_its_share_of_the_lead() -> None:
    """Words of the title and of the rest of the text are there as well, outside of it."""
    found = features(report("Feri Bahtera karam di Selat Karsa.\n" + "dan " * 120 + "Sembada", "Musibah"))
    shares = found.weights[found.keys % KINDS == Kind.BODY]
    assert float(shares[shares > 0].sum()) == pytest.approx(1, abs=1e-5)
    assert weight(found, "bahtera", Kind.BODY) > 5 * weight(found, "di", Kind.BODY) >= 0
    assert weight(found, "sembada", Kind.BODY) == weight(found, "musibah", Kind.BODY) == OUTSIDE


def test_days_and_years_tell_less_than_figures() -> None:
    found = features(report("Pada 2031 ada 17 kapal dan 3456 orang."))
    assert weight(found, "2031", Kind.HEAD) == weight(found, "17", Kind.HEAD) < weight(found, "3456", Kind.HEAD)


def test_words_common_in_the_language_tell_little() -> None:
    found = features(report("yang dan di dengan ferimu"))
    assert found.telling[0] == word_number("ferimu")
    assert weight(found, "ferimu", Kind.HEAD) > 0.9


def test_other_reports_change_nothing() -> None:
    one, other = report("Feri Bahtera karam di Selat Karsa."), report("Harga cabai turun di pasar Karsa.")
    alone, beside = side_by_side([features(one)]), side_by_side([features(one), features(other)])
    assert (beside.weights[: alone.edges[1]] == alone.weights).all()


def test_the_subject_is_whom_the_title_names_and_the_text_too() -> None:
    found = features(report("Warga di Karsa melihat Sembada. Di Karsa sendiri, kata Bupati Karsa, aman.", "Warga Karsa Tenang"))
    assert found.subject.tolist() == [word_number("karsa")]
    assert side_by_side([found]).subject.shape == (1, SUBJECT)


def test_a_common_name_is_the_subject_where_the_title_has_no_rare_one() -> None:
    text = "Jumlah pelanggan PLN naik. Menurut PLN, laba PLN juga naik, kata Menteri kepada menteri lain."
    assert features(report(text, "Laba PLN Naik, kata Menteri")).subject.tolist() == [word_number("pln")]
    assert features(report(f"{text} Warga Karsajaya senang.", "PLN di Karsajaya")).subject.tolist() == [word_number("karsajaya")]
    assert features(report("Warga di Indonesia dan orang Indonesia senang.", "Indonesia Senang")).subject.tolist() == []


def test_glued_link_text_is_cut() -> None:
    apart, glued = features(report("perusahaan PT Laut Biru Tbk")), features(report("perusahaan PT Laut BiruTbk"))
    assert (apart.keys == glued.keys).all()


def test_places_and_numbers_are_shared_by_languages() -> None:
    ours = features(report("Kapal dari Jepang membawa 2.500 orang.", language="id"))
    theirs = features(report("The ship from Japan carried 2,500 people.", language="en"))

    def shared(found: Features) -> set[int]:
        return set((found.keys[found.keys % KINDS == Kind.SHARED] // KINDS).tolist())

    assert {word_number("@iso3166:JP"), word_number("#2500")} <= shared(ours) & shared(theirs)


@pytest.mark.parametrize("text", ["", "Feri Bahtera karam di Selat Karsa, 12 orang hilang."])
def test_features_survive_being_written(text: str) -> None:
    dated = replace(report(text, "Feri karam"), published=Published(days=Days.on(date(2031, 3, 4)), basis=Basis.METADATA))
    for one in (report(text), dated):
        found = features(one)
        back = Features.unpack(found.pack())
        assert back.pack() == found.pack()
        assert (back.keys == found.keys).all()
        assert (back.day, back.language) == (found.day, found.language)


def test_features_that_are_cut_off_are_refused() -> None:
    with pytest.raises(ValueError, match="cut off"):
        Features.unpack(features(report("Feri karam.")).pack()[:-3])


def test_reports_without_words_are_no_error() -> None:
    v = side_by_side([features(report("")), features(report("..."))])
    assert len(v) == 2
    assert len(v.keys) == 0
    assert (v.subject == -1).all()
    assert np.isnan(v.first).all()

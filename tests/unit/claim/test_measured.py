"""Figures that a unit gives away."""

from __future__ import annotations

from rujuk.model.marks import Mod, QuantityKind

MEASURE = QuantityKind.MEASURE


def test_magnitude_and_threshold(page) -> None:
    (claim,) = (
        page("A quake of magnitude 5.4 hit the coast.").number("magnitude 5.4", 5.4, unit="magnitude", kind=MEASURE).figures()
    )
    assert (claim.measure, claim.value.best) == ("magnitude", 5.4)
    p = page("Quakes above magnitude 7 are rare.").number(
        "above magnitude 7", 7, unit="magnitude", kind=MEASURE, mod=Mod.MORE_THAN
    )
    assert p.figures() == ()


def test_depth_is_in_kilometres_and_height_in_metres(page) -> None:
    p = page("Gempa berpusat pada kedalaman 10.000 meter. Tinggi kolom abu 2 kilometer.", language="id")
    p.number("10.000 meter", 10000, unit="m", kind=MEASURE).number("2 kilometer", 2, unit="km", kind=MEASURE)
    assert [(c.measure, c.value.best, c.value.unit) for c in p.figures()] == [("depth", 10.0, "km"), ("height", 2000.0, "m")]
    (claim,) = page("The quake struck at a depth of 6 miles.").number("6 miles", 6, unit="mi", kind=MEASURE).figures()
    assert claim.value.best == 9.65


def test_a_distance_is_no_height(page) -> None:
    p = page("Warga diminta menjauh dari kawah dalam radius 5 kilometer saat erupsi.", language="id")
    assert p.number("5 kilometer", 5, unit="km", kind=MEASURE).figures() == ()


def test_area(page) -> None:
    (claim,) = page("Lahan yang terbakar 40 hektare.", language="id").number("40 hektare", 40, unit="ha", kind=MEASURE).figures()
    assert (claim.measure, claim.value.best, claim.value.unit) == ("area", 40, "ha")


def test_a_large_bare_number_beside_a_loss_is_money(page) -> None:
    (claim,) = page("Kerugian ditaksir 300 juta.", language="id").number("300 juta", 3e8).figures()
    assert (claim.measure, claim.value.unit) == ("money", "IDR")
    assert page("Penduduknya 300 juta.", language="id").number("300 juta", 3e8).figures() == ()

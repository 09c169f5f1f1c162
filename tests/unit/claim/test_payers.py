"""A fine or a bribe is its payer's."""

from __future__ import annotations

from rujuk.model.marks import QuantityKind


def test_each_defendant_has_his_own_fine(page) -> None:
    p = page("Hakim menghukum Budi membayar denda Rp 500 juta. Jaksa menuntut Sari membayar denda Rp 500 juta.", language="id")
    p.number("Rp 500 juta", 5e8, unit="IDR", kind=QuantityKind.MONEY).number(
        "Rp 500 juta", 5e8, nth=2, unit="IDR", kind=QuantityKind.MONEY
    )
    p.person("Budi", "Budi").person("Sari", "Sari")
    first, second = p.figures()
    assert (first.counted, second.counted) == ("Budi", "Sari")
    assert (first.modality, second.modality) == ("asserted", "planned")
    assert first.evidence.exact == "menghukum Budi membayar denda Rp 500 juta"


def test_a_pronoun_is_the_person_named_before_or_in_the_headline(page) -> None:
    p = page("Budi was found guilty. He was also fined $4 million.").person("Budi", "Budi")
    p.number("$4 million", 4e6, unit="USD", kind=QuantityKind.MONEY)
    assert [c.counted for c in p.figures()] == ["Budi"]


def test_a_loss_is_nobodys(page) -> None:
    p = page("Budi said the storm caused losses of $4 million.").person("Budi", "Budi")
    p.number("$4 million", 4e6, unit="USD", kind=QuantityKind.MONEY)
    assert [c.counted for c in p.figures()] == [None]

"""The summed weights give the labels that CRFsuite gives for the same features, one by one."""

from __future__ import annotations

import numpy as np
import pycrfsuite
import pytest

from rujuk.errors import PackError
from rujuk.lang.base import load_pack
from rujuk.mark import scoring
from rujuk.mark.crf import Crf
from rujuk.mark.tagger import NameTagger

SENTENCES = {
    "id": (
        "Kepala BPBD Kabupaten Cianjur Budi Santoso mengatakan 12 warga Desa Sukamaju mengungsi ke Jawa Barat.",
        "PT Sinar Laut Tbk dan Bank Mega (BM) meneken kontrak di Kota Bandung, Senin.",
        "JAKARTA - Menteri Luar Negeri Arab Saudi Pangeran Faisal bin Farhan tiba di Bandara Soekarno-Hatta.",
        "Warga bernama al-Xqzzv itu tinggal di sana.",
        "Gempa",
    ),
    "en": (
        "Foreign Minister Jean Dupont of France met officials of the Bank of the West in New York on Monday.",
        "The U.S. Geological Survey said the quake struck off West Papua, 75 km from Manokwari.",
        "Police Arrest Three Men After Fire at Harrow Mill",
        "Qzxvv O'Hrrm told Reuters.",
    ),
}


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("kept", [scoring.KEPT, 1])
def test_labels_are_those_of_crfsuite(language: str, kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "KEPT", kept)
    pack = load_pack(language)
    assert pack is not None
    tagger = NameTagger.load(pack)
    assert tagger.scorer is not None
    peer = pycrfsuite.Tagger()
    peer.open_inmemory(tagger.lexicon.model)
    lines = [tagger.split(text) for text in SENTENCES[language]]
    runs = [(line, k) for line in lines for k in range(len(line.runs))]
    sizes = [line.runs[k][1] - line.runs[k][0] for line, k in runs]
    crf = tagger.scorer.crf
    for some in (runs, runs[::-1]):
        tags = crf.decode(tagger.scorer.states(some), sizes if some is runs else sizes[::-1]).tolist()
        wanted = [
            tag
            for line, k in some
            for tag in peer.tag(tagger.maker.features(line.words, *line.runs[k], line.known[k], shouting=line.shouting))
        ]
        assert [crf.labels[x] for x in tags] == wanted
        assert any(tag != "O" for tag in wanted)


def test_equal_paths_go_through_the_first_labels() -> None:
    crf = Crf(("a", "b"), {}, np.zeros((1, 2)), np.array([[0.0, 1.0], [1.0, 0.0]]))
    assert crf.decode(np.zeros((4, 2)), [3, 1]).tolist() == [0, 1, 0, 0]
    assert crf.decode(np.array([[0.0, 0.0], [0.0, 5.0], [9.0, 0.0]]), [1, 2]).tolist() == [0, 1, 0]


def test_a_file_that_is_no_model_is_refused() -> None:
    with pytest.raises(PackError):
        Crf.read(b"lCRF")
    with pytest.raises(PackError):
        Crf.read(b"nope" * 20)

"""Train the name taggers that ship with the packs; the same data and versions give the same bytes.

    python training/train_names.py id --shared ../shared
    python training/train_names.py en --shared ../shared

See `training/names.md` for the data, its licences and the figures.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite
from silver import ecb, gum, silver
from swap import bodies, people, pools, swapped, towns

from rujuk.lang.base import load_pack
from rujuk.lang.names import NameLexicon
from rujuk.mark.chunks import runs, words_of
from rujuk.mark.features import FeatureMaker, shouts
from rujuk.mark.tagger import NameTagger

OUT = Path(__file__).resolve().parents[1] / "src/rujuk/lang"
LETTER = {"person": "P", "organisation": "O", "place": "L", "unknown": "?"}
SETTINGS = {
    "id": {"c1": 0.05, "c2": 0.5, "max_iterations": 150, "feature.possible_transitions": True},
    "en first": {"c1": 0.2, "c2": 0.5, "max_iterations": 80, "feature.possible_transitions": True},
    "en": {"c1": 0.2, "c2": 0.5, "max_iterations": 120, "feature.possible_transitions": True},
}
Marked = tuple[str, list[tuple[int, int, str]]]


SCHOOLS = frozenset({"SD", "SDN", "SDIT", "SMP", "SMPN", "SMA", "SMAN", "SMK", "MI", "MIS", "MTS", "MTs", "MA", "TK"})
"""First words of the thousand schools in DBpedia's list of organisations, which are left out."""


def idner(shared: Path, *, unscored: bool = False) -> Iterator[Marked]:
    """Sentences of idner-news-2k's training part (MIT), as running text with spans.

    `unscored` leaves out those that also stand, marked by others, in a set that is only measured (see `training/names.md`).
    """
    sys.path.insert(0, str(shared / "score"))
    from names import load  # the scorer's own reading of the set: spaces as in print

    data = shared / "data/ner"
    scored = {
        bare(doc["row"]["text"])
        for name, part in (("idner-news-2k", "dev"), ("indolem-nerugm", "dev.01"), ("indolem-nerui", "dev.01"))
        for doc in (load(data / name / f"{part}.jsonl", name) if unscored else [])
    }
    for doc in load(data / "idner-news-2k/train.jsonl", "idner-news-2k"):
        if bare(doc["row"]["text"]) not in scored:
            yield doc["row"]["text"], doc["gold"]


def bare(text: str) -> str:
    """Give the letters and digits of a sentence."""
    return re.sub(r"\W+", "", text.lower())


def listed(shared: Path, kind: str, step: int) -> list[str]:
    """Give every `step`-th name of DBpedia's list of a kind, to put in the place of others; the list itself is not kept."""
    file = shared / f"data/ner/gazetteer-dbpedia-id/{kind}.txt"
    names = set()
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        name = re.sub(r"\s*[(,].*", "", line.strip())
        words = name.split()
        if 1 <= len(words) <= 5 and re.fullmatch(r"[\w.&' -]+", name) and name[0].isupper() and words[0] not in SCHOOLS:
            if not any(w.isdigit() for w in words):
                names.add(name)
    return sorted(names)[::step]


HELD = ("pl=", "w=")
"""Features that the rules of `silver.py` decide by; every other sentence is learnt without them, so that their surroundings count too."""


def english(shared: Path, lexicon: NameLexicon, tagger: NameTagger | None, step: int, times: int) -> list[Marked]:
    """Sentences for English: every `step`-th marked by rules (and by a first tagger, what they leave open), and those of ECB+ and GUM `times` times, each also with other names."""
    sys.path.insert(0, str(shared / "score"))
    from kit import join

    told = [*ecb(shared, lexicon, join), *gum(shared, lexicon, join)]
    marked = [*silver(shared, lexicon, tagger)][::step] + told
    persons = people(lexicon, 6000, 1)[::2] + listed(shared, "person", 6)
    made = bodies(lexicon, 6000, 1)[::2] + listed(shared, "organization", 1)
    pool = pools(marked, lexicon, persons, towns(lexicon, "iprCc", 8), made)
    out = marked + swapped(marked, pool, 1)
    for n in range(1, times):
        out += told + swapped(told, pool, 1 + n)
    return out


def indonesian(shared: Path, lexicon: NameLexicon, *, unscored: bool) -> list[Marked]:
    """Sentences for Indonesian: those of idner-news-2k, and twice with other names."""
    gold = [*idner(shared, unscored=unscored)]
    pool = pools(gold, lexicon, listed(shared, "person", 12), listed(shared, "place", 60), listed(shared, "organization", 3))
    return gold + swapped(gold, pool, 1) + swapped(gold, pool, 2)


def sequences(text: str, gold: list[tuple[int, int, str]], maker: FeatureMaker) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Give features and tags of the runs of one sentence."""
    spans = words_of(text)
    words = [text[a:b] for a, b in spans]
    shouting = shouts(words, maker.lexicon.use, maker.lexicon.unheaded)
    for start, end in runs(words, maker.lexicon.lower_heads):
        tags = []
        before = None
        for a, b in spans[start:end]:
            hit = next((g for g in gold if a < g[1] and b > g[0]), None)
            tags.append("O" if hit is None else ("I" if hit is before else "B") + LETTER[hit[2]])
            before = hit
        if any(t[1:] == "?" for t in tags):
            continue
        yield maker.features(words, start, end, maker.lexicon.known_names(words, start, end), shouting=shouting), tags


def fit(marked: list[Marked], maker: FeatureMaker, out: Path, *, settings: str) -> int:
    """Train on marked sentences and write the model; give the number of runs."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS[settings])
    count = 0
    for n, (text, gold) in enumerate(marked):
        for features, tags in sequences(text, gold, maker):
            if settings != "id" and n % 2:
                features = [[f for f in item if not f.startswith(HELD)] for item in features]
            trainer.append(features, tags)
            count += 1
    trainer.train(str(out))
    return count


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("language", choices=("id", "en"))
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--out", type=Path)
    options.add_argument("--unscored", action="store_true", help="leave out sentences that stand in sets that are only measured")
    a = options.parse_args()
    pack = load_pack(a.language)
    assert pack is not None
    lexicon = pack.lexicon(NameLexicon)
    maker = FeatureMaker(lexicon)
    out = a.out or OUT / a.language / "names.crfsuite"
    begin = time.perf_counter()
    if a.language == "id":
        count = fit(indonesian(a.shared, lexicon, unscored=a.unscored), maker, out, settings="id")
    else:
        with tempfile.TemporaryDirectory() as folder:
            first = Path(folder) / "first.crfsuite"
            fit(english(a.shared, lexicon, None, 3, 3), maker, first, settings="en first")
            model = first.read_bytes()
        count = fit(english(a.shared, lexicon, NameTagger.of(lexicon, model), 2, 4), maker, out, settings="en")
    print(f"{count} runs, {out.stat().st_size:,} bytes, {time.perf_counter() - begin:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()

"""Train the name taggers that ship with the packs; the same data and versions give the same bytes.

    python training/names.py id --shared ../shared
    python training/names.py en --shared ../shared

See `training/names.md` for the data, its licences and the figures.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite

from rujuk.lang.base import load_pack
from rujuk.lang.names import NameLexicon
from rujuk.mark.chunks import runs, words_of
from rujuk.mark.features import FeatureMaker, shouts

OUT = Path(__file__).resolve().parents[1] / "src/rujuk/lang"
LETTER = {"person": "P", "organisation": "O", "place": "L", "unknown": "?"}
SETTINGS = {
    "id": {"c1": 0.1, "c2": 0.02, "max_iterations": 150, "feature.possible_transitions": True},
    "en": {"c1": 0.1, "c2": 0.02, "max_iterations": 150, "feature.possible_transitions": True},
}
Marked = tuple[str, list[tuple[int, int, str]]]


def idner(shared: Path) -> Iterator[Marked]:
    """Sentences of idner-news-2k's training part (MIT), as running text with spans."""
    sys.path.insert(0, str(shared / "score"))
    from names import load  # the scorer's own reading of the set: spaces as in print

    for doc in load(shared / "data/ner/idner-news-2k/train.jsonl", "idner-news-2k"):
        yield doc["row"]["text"], doc["gold"]


def nerp(shared: Path, use: dict[str, str]) -> Iterator[Marked]:
    """Sentences of NERP's training part (MIT; persons and places only), which is all lower case: names get capitals back.

    A word that news capitalises (`u3` of `words.tsv`) but that has no tag may be an organisation: it is marked as unknown.
    """
    import json

    for line in (shared / "data/ner/indonlu-nerp/train.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, gold = "", []
        for n, (word, tag) in enumerate(zip(row["tokens"], row["tags"], strict=True)):
            kind = {"PPL": "person", "PLC": "place"}.get(tag[2:])
            known = use.get(word, "")
            if text and word not in ".,;:!?)%":
                text += " "
            start = len(text)
            text += word if tag == "O" and "u3" not in known and "u2" not in known and n else word[:1].upper() + word[1:]
            if tag == "O" and not ("u3" in known or "u2" in known):
                continue
            kind = kind or "unknown"
            if tag[0] == "I" and gold and gold[-1][2] == kind:
                gold[-1] = (gold[-1][0], len(text), kind)
            else:
                gold.append((start, len(text), kind))
        yield text, gold


HELD = ("pl=", "c=g", "w=", "-0=", "0+=")
"""Features that the rules of `silver.py` decide by; every other sentence is learnt without them, so that their surroundings count too."""


def english(shared: Path, lexicon: NameLexicon) -> list[Marked]:
    """Sentences for English: by rules, from ECB+ and from GUM."""
    sys.path.insert(0, str(shared / "score"))
    from kit import join
    from silver import ecb, gum, silver

    return [*silver(shared, lexicon), *ecb(shared, lexicon, join), *gum(shared, lexicon, join)]


def sequences(text: str, gold: list[tuple[int, int, str]], maker: FeatureMaker) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Give features and tags of the runs of one sentence."""
    spans = words_of(text)
    words = [text[a:b] for a, b in spans]
    shouting = shouts(words)
    for start, end in runs(words, maker.lexicon.lower_heads):
        tags = []
        before = None
        for a, b in spans[start:end]:
            hit = next((g for g in gold if a < g[1] and b > g[0]), None)
            tags.append("O" if hit is None else ("I" if hit is before else "B") + LETTER[hit[2]])
            before = hit
        if any(t[1:] == "?" for t in tags):
            continue
        yield maker.features(words, start, end, shouting=shouting), tags


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("language", choices=("id", "en"))
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--out", type=Path)
    options.add_argument("--also", nargs="*", default=[])
    a = options.parse_args()
    pack = load_pack(a.language)
    assert pack is not None
    maker = FeatureMaker(pack.lexicon(NameLexicon))
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS[a.language])
    begin, count = time.perf_counter(), 0
    if a.language == "id":
        marked = [*idner(a.shared)]
        if "nerp" in a.also:
            marked += nerp(a.shared, maker.lexicon.use)
    else:
        marked = english(a.shared, maker.lexicon)
    for n, (text, gold) in enumerate(marked):
        for features, tags in sequences(text, gold, maker):
            if a.language == "en" and n % 2:
                features = [[f for f in item if not f.startswith(HELD)] for item in features]
            trainer.append(features, tags)
            count += 1
    out = a.out or OUT / a.language / "names.crfsuite"
    trainer.train(str(out))
    print(f"{count} runs, {out.stat().st_size:,} bytes, {time.perf_counter() - begin:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()

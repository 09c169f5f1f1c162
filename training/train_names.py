"""Train the name taggers that ship with the packs; the same data and versions give the same bytes.

    python training/train_names.py id --shared ../shared
    python training/train_names.py en --shared ../shared

See `training/names.md` for the data, its licences and the figures.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite
from silver import sentences
from swap import bodies, people, pools, swapped, towns

from rujuk.lang.base import load_pack
from rujuk.lang.names import NameLexicon
from rujuk.mark.chunks import runs, words_of
from rujuk.mark.features import FeatureMaker, shouts
from rujuk.mark.tagger import NameTagger
from rujuk.mark.tagger import _names as read_tags
from rujuk.text.fold import fold

OUT = Path(__file__).resolve().parents[1] / "src/rujuk/lang"
LETTER = {"person": "P", "organisation": "O", "place": "L", "unknown": "?"}
SETTINGS = {
    "id": {"c1": 0.05, "c2": 0.5, "max_iterations": 150, "feature.possible_transitions": True},
    "en": {"c1": 0.2, "c2": 0.5, "max_iterations": 120, "feature.possible_transitions": True},
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


HELD = ("pl=", "w=", "-0=", "0+=")
"""Features that the rules of `silver.py` decide by; every other sentence is learnt without them, so that their surroundings count too."""


def english(shared: Path, lexicon: NameLexicon) -> list[Marked]:
    """Sentences for English: by rules, from ECB+ and from GUM."""
    sys.path.insert(0, str(shared / "score"))
    from kit import join
    from silver import ecb, gum, silver

    marked = [*silver(shared, lexicon), *ecb(shared, lexicon, join), *gum(shared, lexicon, join)]
    pool = pools(marked, lexicon, people(lexicon, 6000, 1), towns(lexicon, "iprCc", 8), bodies(lexicon, 6000, 1))
    return marked + swapped(marked, pool, 1)


def grown(shared: Path, tagger: NameTagger, limit: int, sure: float) -> list[Marked]:
    """Plain Indonesian news marked by a first tagger, where its document makes the mark sure (self-training).

    A name takes the kind it mostly has in its document; runs with a name whose kind stays mixed, or that the tagger finds improbable, are
    marked unknown, which leaves them out.
    """
    import json
    from collections import Counter

    out: list[Marked] = []
    files = [shared / "data/corpus/indosum/dev.jsonl", shared / "data/clustering/id_pool_june2025/dev.jsonl"]
    texts = [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    step = max(1, len(texts) // limit)
    for text in texts[::step]:
        lines = [s for line in text.split("\n") for s in sentences(line)]
        found: list[tuple[str, list[tuple[int, int, str, str]], list[tuple[int, int]]]] = []
        votes: dict[str, Counter[str]] = {}
        for line in lines:
            words = tagger.split(line)
            if words.shouting:
                continue
            marks, weak = [], []
            for start, end in words.runs:
                tags = tagger.crf.tag(
                    tagger.maker.features(
                        words.words, start, end, tagger.lexicon.known_names(words.words, start, end), shouting=False
                    )
                )
                if tagger.crf.probability(tags) < sure:
                    weak.append((words.spans[start][0], words.spans[end - 1][1]))
                for n in read_tags(tags, start):
                    form = fold(" ".join(words.words[n.first : n.end]))
                    votes.setdefault(form, Counter())[n.kind] += 1
                    marks.append((words.spans[n.first][0], words.spans[n.end - 1][1], str(n.kind), form))
            found.append((line, marks, weak))
        for line, marks, weak in found:
            gold = []
            for a, b, kind, form in marks:
                best, n = min(votes[form].items(), key=lambda x: (-x[1], x[0]))
                if n >= 3 * (votes[form].total() - n):
                    gold.append((a, b, str(best)))
                    if n > 2 and kind != best:
                        weak = [w for w in weak if not (w[0] <= a and b <= w[1])]
                else:
                    gold.append((a, b, "unknown"))
            for a, b in weak:
                gold = [g for g in gold if g[1] <= a or g[0] >= b] + [(a, b, "unknown")]
            out.append((line, gold))
    return out


def sequences(text: str, gold: list[tuple[int, int, str]], maker: FeatureMaker) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Give features and tags of the runs of one sentence."""
    spans = words_of(text)
    words = [text[a:b] for a, b in spans]
    shouting = shouts(words, maker.lexicon.use)
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


def fit(marked: list[Marked], maker: FeatureMaker, out: Path, *, language: str) -> int:
    """Train on marked sentences and write the model; give the number of runs."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS[language])
    count = 0
    for n, (text, gold) in enumerate(marked):
        for features, tags in sequences(text, gold, maker):
            if language == "en" and n % 2:
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
    options.add_argument("--limit", type=int, default=0, help="documents for self-training (Indonesian; brought nothing)")
    options.add_argument("--sure", type=float, default=0.8)
    options.add_argument("--times", type=int, default=3)
    a = options.parse_args()
    pack = load_pack(a.language)
    assert pack is not None
    maker = FeatureMaker(pack.lexicon(NameLexicon))
    out = a.out or OUT / a.language / "names.crfsuite"
    begin = time.perf_counter()
    if a.language == "id":
        gold = [*idner(a.shared)]
        pool = pools(gold, maker.lexicon, [], [], [])
        count = fit(gold + swapped(gold, pool, 1) + swapped(gold, pool, 2), maker, out, language="id")
        if a.limit:
            crf = pycrfsuite.Tagger()
            first = out.read_bytes()  # the tagger reads from these bytes as long as it lives
            crf.open_inmemory(first)
            count = fit(
                gold * a.times + grown(a.shared, NameTagger(maker.lexicon, maker, crf), a.limit, a.sure),
                maker,
                out,
                language="id",
            )
    else:
        count = fit(english(a.shared, maker.lexicon), maker, out, language="en")
    print(f"{count} runs, {out.stat().st_size:,} bytes, {time.perf_counter() - begin:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()

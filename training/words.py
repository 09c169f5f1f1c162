"""Make `lang/<code>/words.tsv`: how words are used, learnt from plain news text; the same text and versions give the same bytes.

    python training/words.py id --shared ../shared

For each word seen often enough: `u0`..`u3`, how often it begins with a capital inside a sentence (`u0` hardly ever, `u3` nearly always), and a
cluster of words that stand in like surroundings (`k17`, and a coarser `K3`).  No text is kept, only these classes.

Clusters: positive pointwise mutual information of a word with its left and right neighbours, singular value decomposition, k-means.
Source: Bullinaria and Levy 2007 for the vectors; the use of clusters in name tagging: Miller, Guinness and Zamanian 2004.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from rujuk.mark.chunks import words_of
from rujuk.mark.features import shouts

OUT = Path(__file__).resolve().parents[1] / "src/rujuk/lang"
SEEN = 12
"""A word is kept that stands so often, in at least `SPREAD` documents."""
SPREAD = 6
RARE, RARE_SPREAD, RARE_INSIDE = 4, 3, 3
"""A rarer word is kept for its use alone: seen so often, in so many documents, so often inside sentences."""
JOINED = re.compile(r"[a-z][A-Z]")
"""Two words that lost the space between them."""
CONTEXTS = 1500
WIDTH = 60
FINE, COARSE = 300, 40
ROUNDS = 25


def texts(language: str, shared: Path) -> Iterator[str]:
    data = shared / "data"
    if language == "id":
        files = [data / "clustering/id_pool_june2025/dev.jsonl", *sorted(data.glob("corpus/*/*.jsonl"))]
    else:
        files = [
            data / "attribution/polnear/train.jsonl",
            data / "clustering/g5_news_cluster/dev.jsonl",
            data / "clustering/basil_triples/dev.jsonl",
        ]
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            text = json.loads(line).get("text")
            if isinstance(text, str):
                yield text
    if language == "en":
        yield from ecb(data / "clustering/ecbplus/dev.jsonl")


def ecb(file: Path) -> Iterator[str]:
    for line in file.read_text(encoding="utf-8").splitlines():
        lines: dict[int, list[str]] = {}
        for _, sentence, word in json.loads(line)["tokens"]:
            lines.setdefault(sentence, []).append(word)
        yield "\n".join(" ".join(words) for _, words in sorted(lines.items()))


def clusters(vectors: np.ndarray, count: int) -> np.ndarray:
    """K-means with fixed beginnings (the most frequent words, far apart), cosine distance."""
    centres = vectors[:: max(1, len(vectors) // count)][:count].copy()
    label = np.zeros(len(vectors), dtype=int)
    for _ in range(ROUNDS):
        label = np.argmax(vectors @ centres.T, axis=1)
        for k in range(count):
            inside = vectors[label == k]
            if len(inside):
                mean = inside.mean(axis=0)
                centres[k] = mean / (np.linalg.norm(mean) or 1.0)
    return label


def use_of(share: float) -> int:
    """Give the class of use of a word by the share of capitals among its places inside sentences."""
    return 0 if share < 0.03 else 1 if share < 0.4 else 2 if share < 0.9 else 3


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("language", choices=("id", "en"))
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    a = options.parse_args()
    count: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    joined: Counter[str] = Counter()
    lines: list[list[str]] = []
    for text in dict.fromkeys(texts(a.language, a.shared)):
        seen: set[str] = set()
        for line in text.split("\n"):
            words = [line[x:y] for x, y in words_of(line)]
            low = [w.lower() for w in words]
            joined.update(x for w, x in zip(words, low, strict=True) if JOINED.search(w))
            count.update(low)
            seen.update(low)
            lines.append(low)
            if shouts(words):
                continue
            for before, word, small in zip(words, words[1:], low[1:], strict=False):
                if before[-1] not in ".?!:\"“”‘'-–—(•*":
                    inside[small] += 1
                    capital[small] += word[0].isupper()
        spread.update(seen)
    vocabulary = sorted((w for w, n in count.items() if n >= SEEN and spread[w] >= SPREAD), key=lambda w: (-count[w], w))
    number = {w: i for i, w in enumerate(vocabulary)}
    context = {w: i for i, w in enumerate(vocabulary[:CONTEXTS])}
    table = np.zeros((len(vocabulary), 2 * CONTEXTS), dtype=np.float32)
    for low in lines:
        for x, y in itertools.pairwise(low):
            i, j = number.get(x), number.get(y)
            if i is not None and y in context:
                table[i, CONTEXTS + context[y]] += 1
            if j is not None and x in context:
                table[j, context[x]] += 1
    total = table.sum()
    rows, columns = table.sum(axis=1, keepdims=True) + 1, table.sum(axis=0, keepdims=True) + 1
    table = np.maximum(np.log(np.maximum(table * total / (rows * columns**0.75 * (total**0.25)), 1e-12)), 0)
    square = table.T @ table
    _values, axes = np.linalg.eigh(square)
    vectors = table @ axes[:, ::-1][:, :WIDTH]
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    fine, coarse = clusters(vectors, FINE), clusters(vectors, COARSE)
    out = []
    for i, word in enumerate(vocabulary):
        if not any(c.isalpha() for c in word):
            continue
        share = capital[word] / inside[word] if inside[word] >= 4 else -1
        use = "" if share < 0 else f"u{use_of(share)} "
        out.append(f"{word}\t{use}k{fine[i]} K{coarse[i]}")
    for word, n in count.items():
        if (
            word not in number
            and n >= RARE
            and spread[word] >= RARE_SPREAD
            and inside[word] >= RARE_INSIDE
            and word[0].isalpha()
            and 2 * joined[word] < n
        ):
            out.append(f"{word}\tu{use_of(capital[word] / inside[word])}")
    head = (
        "# word, use (u0 lower case .. u3 capital), cluster, coarse cluster; learnt by training/words.py, see training/names.md\n"
    )
    (OUT / a.language / "words.tsv").write_text(head + "\n".join(sorted(out)) + "\n", encoding="utf-8")
    for k in range(0, FINE, 23):
        print(k, [w for i, w in enumerate(vocabulary) if fine[i] == k][:14])
    print(len(out))


if __name__ == "__main__":
    main()

"""Count how common words are: makes `lang/<code>/frequencies.tsv` and `lang/<code>/rarity.tsv`.

    python training/frequencies.py DATA [--without-pool]

DATA is the folder of shared data (see training/frequencies.md for the collections).  The same data give the same bytes.  `--without-pool` counts
the Indonesian table of rarity over IndoSum alone, so that weights can be learned from the news pool (training/likeness.py) as from reports never seen.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from rujuk.text.tokens import words

LANG = Path(__file__).resolve().parents[1] / "src" / "rujuk" / "lang"
LATER = (
    "corpus/id_business_2018_2019/articles.jsonl",
    "corpus/id_news_other/articles.jsonl",
    "clustering/id_pool_june2025/dev.jsonl",
)


def texts_of(file: Path) -> Iterator[str]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line).get("text") or ""


def indonesian(data: Path) -> Iterator[str]:
    yield from texts_of(data / "corpus/indosum/dev.jsonl")


def english(data: Path) -> Iterator[str]:
    pages = json.loads((data / "extraction/aeb/ground-truth.json").read_text(encoding="utf-8"))
    yield from (page["articleBody"] for page in pages.values())
    yield from texts_of(data / "event5w1h/giveme5w1h_gold/dev.jsonl")


def once(collections: Iterable[Iterable[str]]) -> Iterator[str]:
    """Give each text once of a collection; texts that begin alike are one."""
    for collection in collections:
        seen = set()
        for text in collection:
            if text and text[:200] not in seen:
                seen.add(text[:200])
                yield text


def count(texts: Iterable[str]) -> tuple[Counter[str], int]:
    """Count the texts that hold each word, and the texts."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        counts.update({w for w in words(text) if not w.isdigit()})
    return counts, total


def write(code: str, name: str, texts: Iterable[str], least: float, a: int, unseen: float | None = None) -> None:
    """Write in how many of `a` texts each word stands, for words that at least the share `least` of them hold; `*` is any other word."""
    counts, total = count(texts)
    rows = sorted((word, round(a * n / total)) for word, n in counts.items() if n / total >= least)
    if unseen is not None:
        rows = [("*", round(a * unseen)), *rows]
    head = f"# word, number of texts in {'a' if a == 1000 else 'ten'} thousand that hold it; see training/frequencies.md\n"
    (LANG / code / f"{name}.tsv").write_text(head + "".join(f"{w}\t{n}\n" for w, n in rows), encoding="utf-8")
    print(f"{code}/{name}: {len(rows)} words of {total} texts")


def main() -> None:
    """Write the tables."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("data", type=Path)
    arguments.add_argument(
        "--without-pool", action="store_true", help="count the rarity of Indonesian words over older news alone"
    )
    options = arguments.parse_args()
    data = options.data
    write("id", "frequencies", indonesian(data), 0.004, 1000)
    write("en", "frequencies", english(data), 0.03, 1000)
    if options.without_pool:
        write("id", "rarity", indonesian(data), 0.004, 10_000, 0.004)
    else:
        write("id", "rarity", once([indonesian(data), *(texts_of(data / name) for name in LATER)]), 0.002, 10_000, 0.002)
    write("en", "rarity", english(data), 0.03, 10_000, 0.004)


if __name__ == "__main__":
    main()

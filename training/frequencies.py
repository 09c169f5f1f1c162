"""Count how common words are: makes `lang/<code>/frequencies.tsv`.

    python training/frequencies.py DATA

DATA is the folder of shared data (see training/frequencies.md for the collections).  The same data give the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from rujuk.text.tokens import words

LANG = Path(__file__).resolve().parents[1] / "src" / "rujuk" / "lang"


def indonesian(data: Path) -> Iterator[str]:
    with (data / "corpus/indosum/dev.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line).get("text") or ""


def english(data: Path) -> Iterator[str]:
    pages = json.loads((data / "extraction/aeb/ground-truth.json").read_text(encoding="utf-8"))
    yield from (page["articleBody"] for page in pages.values())
    with (data / "event5w1h/giveme5w1h_gold/dev.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def write(code: str, texts: Iterable[str], least: float) -> None:
    """Write the words that at least the share `least` of the texts hold."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        counts.update({w for w in words(text) if not w.isdigit()})
    rows = sorted((word, round(1000 * count / total)) for word, count in counts.items() if count / total >= least)
    head = "# word, number of texts in a thousand that hold it; see training/frequencies.md\n"
    (LANG / code / "frequencies.tsv").write_text(head + "".join(f"{w}\t{n}\n" for w, n in rows), encoding="utf-8")
    print(f"{code}: {len(rows)} words of {total} texts")


if __name__ == "__main__":
    write("id", indonesian(Path(sys.argv[1])), 0.004)
    write("en", english(Path(sys.argv[1])), 0.03)

"""Saved pages as somebody would paste them: the visible text, each block a line, with all menus and lists; and which lines are the report's.

What `train_lines.py` learns from and `tests/corpus/test_bare.py` measures on.  A rendering knows no style sheet: hidden menus are in it too.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml.html import HTMLParser, document_fromstring

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "button",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "label",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "table",
        "td",
        "th",
        "title",
        "tr",
        "ul",
        "br",
    ]
)
UNSEEN = frozenset({"script", "style", "noscript", "head", "iframe", "template", "svg", "textarea", "object"})
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class BarePage:
    """One rendered page: its set and file, its lines, and the gold: text, title, authors, days."""

    name: str
    file: str
    lines: tuple[str, ...]
    text: str | None
    title: str | None
    authors: tuple[str, ...] | None
    days: frozenset[str]


def render(raw: bytes) -> list[str]:
    """Give the visible text of a page, one block a line."""
    data = gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw
    from rujuk.read.decode import decode

    decoded = decode(data)
    text = decoded.text if decoded else data.decode("utf-8", "replace")
    text = re.sub(r"^\s*<\?xml[^>]{0,300}\?>|\x00", "", text)
    tree = document_fromstring(text.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8", remove_comments=True))
    out: list[str] = []

    def walk(e: Any) -> None:
        if isinstance(e.tag, str) and e.tag not in UNSEEN:
            block = e.tag in BLOCKS
            out.append("\n" if block else "")
            out.append(re.sub(r"\s+", " ", e.text or ""))
            for child in e:
                walk(child)
            out.append("\n" if block else "")
        out.append(re.sub(r"\s+", " ", e.tail or ""))

    sys.setrecursionlimit(10_000)
    walk(tree)
    return [line for x in "".join(out).split("\n") if (line := " ".join(x.split()))]


def load(data: Path, name: str) -> Iterator[BarePage]:
    """Render the pages of one set of the shared extraction data, in order of their files."""
    folder = data / "extraction" / name
    if name == "aeb":
        gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
        for key, value in sorted(gold.items()):
            lines = render((folder / "html" / f"{key}.html.gz").read_bytes())
            yield BarePage(
                name=name, file=key, lines=tuple(lines), text=value["articleBody"], title=None, authors=None, days=frozenset()
            )
        return
    for row in map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
        noisy = "noisy" in (row.get("gold_kind") or "")
        yield BarePage(
            name=name,
            file=Path(row["file"]).name,
            lines=tuple(render((folder / row["file"]).read_bytes())),
            text=None if noisy else row.get("text") or None,
            title=row.get("title") or None,
            authors=tuple(row["authors"]) if row.get("authors") else None,
            days=frozenset({row["date"][:10]} if isinstance(row.get("date"), str) else ()),
        )


def grams(text: str, n: int = 4) -> Counter[tuple[str, ...]]:
    """Count the runs of n words of a text; a shorter text is one run."""
    words = _WORD.findall(text.casefold())
    return Counter(tuple(words[i : i + n]) for i in range(max(1, len(words) - n + 1)) if words)


def belongs(lines: Sequence[str], text: str) -> list[bool]:
    """Say of each line whether it is of the gold text.

    A line of four words or more is when most of its runs of four words are; a shorter one when it is a whole line of the gold, or stands in it and both
    neighbours belong.  Of a line that stands several times the one nearest to the other lines counts.
    """
    gold = grams(text)
    whole = {" ".join(_WORD.findall(x.casefold())) for x in text.split("\n")}
    flat = " ".join(_WORD.findall(text.casefold()))
    folded = [" ".join(_WORD.findall(x.casefold())) for x in lines]
    out = [False] * len(lines)
    for n, line in enumerate(folded):
        if line.count(" ") >= 3:
            own = grams(line)
            out[n] = sum(1 for g in own if g in gold) >= 0.6 * len(own)
    places: dict[str, list[int]] = {}
    for n, line in enumerate(folded):
        if out[n]:
            places.setdefault(line, []).append(n)
    sole = sorted(v[0] for v in places.values() if len(v) == 1) or [len(lines) // 2]
    middle = sole[len(sole) // 2]
    for several in places.values():
        best = min(several, key=lambda n: (abs(n - middle), n))
        for n in several:
            out[n] = n == best
    for n, line in enumerate(folded):
        if line and line.count(" ") < 3:
            near = [m for m in range(max(0, n - 3), min(len(lines), n + 4)) if m != n and out[m]]
            out[n] = bool(near) and (line in whole or (f" {line} " in f" {flat} " and min(near) < n < max(near)))
    return out

"""Lay the sample stories out as pages: `source/*.toml` through `source/layouts/*.html` to one folder a story.

    python examples/pages.py

The pages are committed, so that nobody has to run this to use them; a test checks that they are what this makes.
"""

from __future__ import annotations

import json
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "source"
STORIES = ("almaty", "gempa", "feri")
MONTHS = {
    "id": [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((SOURCE / f"{name}.toml").read_text(encoding="utf-8"))


def lines(text: str) -> list[tuple[str, str]]:
    """Cut a body into (kind, line): `@baca` a link to another story, `@caption` a caption, else a paragraph."""
    out = []
    for line in text.strip().split("\n"):
        kind, mark, rest = line.partition(" ")
        out.append((kind[1:], rest) if mark and kind in ("@baca", "@caption") else ("text", line))
    return out


def page(report: dict[str, Any], outlet: dict[str, Any], note: dict[str, str]) -> str:
    """Lay one report out."""
    language = outlet["language"]
    if outlet["layout"] == "text":
        body = "\n\n".join(line for _, line in lines(report["text"]))
        return f"{report['title']}\n\n{body}\n\n({note[language]})\n"
    day = datetime.fromisoformat(report["published"])
    url = f"https://{outlet['domain']}/{report['file'].removesuffix('.html')}"
    author = report["author"]
    ld = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": report["title"],
        "datePublished": report["published"],
        "author": {"@type": "Person", "name": author},
        "publisher": {"@type": "Organization", "name": outlet["name"]},
        "mainEntityOfPage": url,
    }
    environment = Environment(
        loader=FileSystemLoader(SOURCE / "layouts"), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    from markupsafe import Markup

    return environment.get_template(f"{outlet['layout']}.html").render(
        outlet=outlet,
        title=report["title"],
        author=author,
        published=report["published"],
        shown=f"{day.day} {MONTHS[language][day.month - 1]} {day.year}, {day:%H:%M}",
        year=day.year,
        url=url,
        lines=lines(report["text"]),
        note=note[language],
        words=table("furniture")[language],
        json_ld=Markup(json.dumps(ld, ensure_ascii=False).replace("<", "\\u003c")),
    )


def pages() -> dict[Path, str]:
    """Give every page of every story: path → text."""
    outlets = table("outlets")
    out = {}
    for story in STORIES:
        content = table(story)
        for report in content["report"]:
            out[HERE / story / report["file"]] = page(report, outlets[report["outlet"]], content["note"])
    return out


if __name__ == "__main__":
    for path, text in pages().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    print(f"{len(pages())} pages")
